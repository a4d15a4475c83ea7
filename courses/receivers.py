"""What answers do to progress, and publishing to the pictures of a lesson."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from literacy.models import Learner
from literacy.signals import learners_merging
from quizzes.models import Answer, Attempt
from quizzes.offering import StepPosition
from quizzes.signals import answer_recording, attempt_finishing

from .models import LessonPage, ModulePage
from .services import finish_lesson, merge_progress, note_step, stamp_scenes


@receiver(answer_recording)
def note_the_step(answer: Answer, step: StepPosition | None, **kwargs: Any) -> None:
    if step:
        note_step(
            learner=answer.learner,
            lesson_key=answer.attempt.subject_key,
            step=step,
            day=answer.answered_on,
        )


@receiver(attempt_finishing)
def finish_the_lesson(attempt: Attempt, **kwargs: Any) -> None:
    if attempt.kind == Attempt.CHECK:
        finish_lesson(
            learner=attempt.learner,
            lesson_key=attempt.subject_key,
            points=attempt.points or 0,
            out_of=attempt.out_of or 0,
            day=attempt.finished_on,
        )


@receiver(page_published, sender=LessonPage)
def stamp_its_scenes(instance: LessonPage, **kwargs: Any) -> None:
    stamp_scenes(lesson=instance)


@receiver(page_published, sender=ModulePage)
def keep_the_care_of_its_lessons(instance: ModulePage, **kwargs: Any) -> None:
    """What the module says of a review, its lessons say as well."""
    waits = instance.waits_for_review
    lessons = LessonPage.objects.child_of(instance).exclude(shown_in_review=waits)
    if waits:
        lessons = lessons.live()
    lessons.update(shown_in_review=waits)


@receiver(learners_merging)
def merge_their_progress(kept: Learner, gone: Learner, **kwargs: Any) -> None:
    merge_progress(kept=kept, gone=gone)
