"""What answers do to progress, and publishing to the pictures of a lesson."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from literacy.models import Learner
from literacy.signals import learners_merging
from quizzes.models import Answer, Attempt
from quizzes.signals import answer_recorded, attempt_finished

from .models import LessonPage
from .services import finish_lesson, merge_progress, note_step, stamp_scenes


@receiver(answer_recorded)
def note_the_step(answer: Answer, page: Any, **kwargs: Any) -> None:
    if isinstance(page, LessonPage):
        note_step(learner=answer.learner, lesson=page, activity_key=answer.activity_key)


@receiver(attempt_finished)
def finish_the_lesson(attempt: Attempt, **kwargs: Any) -> None:
    if LessonPage.objects.filter(translation_key=attempt.subject_key).exists():
        finish_lesson(
            learner=attempt.learner,
            lesson_key=attempt.subject_key,
            points=attempt.points or 0,
            out_of=attempt.out_of or 0,
        )


@receiver(page_published, sender=LessonPage)
def stamp_its_scenes(instance: LessonPage, **kwargs: Any) -> None:
    stamp_scenes(lesson=instance)


@receiver(learners_merging)
def merge_their_progress(kept: Learner, gone: Learner, **kwargs: Any) -> None:
    merge_progress(kept=kept, gone=gone)
