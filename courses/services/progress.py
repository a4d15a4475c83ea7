from uuid import UUID

from django.db import transaction
from django.utils import timezone

from courses.models import LessonPage, LessonProgress
from literacy.models import Learner


@transaction.atomic(savepoint=False)
def note_step(*, learner: Learner, lesson: LessonPage, activity_key: UUID) -> None:
    """Remember that something was answered in a step of the lesson."""
    step_id = lesson.step_of(activity_key)
    if not step_id:
        return
    ids = [step["id"] for step in lesson.steps.raw_data]
    steps_done = ids.index(step_id) + 1
    progress, made = LessonProgress.objects.get_or_create(
        learner=learner,
        lesson_key=lesson.translation_key,
        defaults={"step_id": step_id, "steps_done": steps_done},
    )
    if not made and steps_done > progress.steps_done:
        progress.step_id, progress.steps_done = step_id, steps_done
        progress.save(update_fields=["step_id", "steps_done"])


@transaction.atomic(savepoint=False)
def finish_lesson(
    *, learner: Learner, lesson_key: UUID, points: int, out_of: int
) -> None:
    """Note a finished check; of two checks the better one stays."""
    progress, _made = LessonProgress.objects.get_or_create(
        learner=learner, lesson_key=lesson_key
    )
    if progress.finished_on is None:
        progress.finished_on = timezone.localdate()
    if is_better(points, out_of, progress.best_points, progress.best_out_of):
        progress.best_points, progress.best_out_of = points, out_of
    progress.save(update_fields=["finished_on", "best_points", "best_out_of"])


def is_better(points: int, out_of: int, than_points: int, than_out_of: int) -> bool:
    """Compare points/out_of as fractions without dividing."""
    return out_of > 0 and (
        than_out_of == 0 or points * than_out_of > than_points * out_of
    )


@transaction.atomic(savepoint=False)
def merge_progress(*, kept: Learner, gone: Learner) -> None:
    """Give the kept learner whatever the other did better."""
    mine = {row.lesson_key: row for row in kept.lesson_progress.all()}
    for other in gone.lesson_progress.all():
        own = mine.get(other.lesson_key)
        if own is None:
            other.learner = kept
            other.save(update_fields=["learner"])
            continue
        if other.steps_done > own.steps_done:
            own.steps_done, own.step_id = other.steps_done, other.step_id
        if is_better(
            other.best_points, other.best_out_of, own.best_points, own.best_out_of
        ):
            own.best_points, own.best_out_of = other.best_points, other.best_out_of
        days = [day for day in (own.finished_on, other.finished_on) if day]
        own.finished_on = min(days, default=None)
        own.started_on = min(own.started_on, other.started_on)
        own.save()
