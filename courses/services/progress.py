"""Progress only ever grows, by whatever an answer, a check or a merge brings.

Everything here expects the learner to be locked by the transaction that it is part of.
"""

from datetime import date
from uuid import UUID

from django.utils import timezone

from courses.models import LessonProgress
from literacy.models import Learner
from quizzes.offering import StepPosition

GROWING = [
    "step_id",
    "steps_done",
    "best_points",
    "best_out_of",
    "started_on",
    "finished_on",
]


def note_step(
    *, learner: Learner, lesson_key: UUID, step: StepPosition, day: date
) -> None:
    """Remember that something was answered in a step of the lesson."""
    earn(learner, step_progress(lesson_key, step, day))


def finish_lesson(
    *,
    learner: Learner,
    lesson_key: UUID,
    points: int,
    out_of: int,
    day: date | None = None,
) -> None:
    """Note a finished check; of two checks the better one stays."""
    earn(learner, check_progress(lesson_key, points, out_of, day))


def merge_progress(*, kept: Learner, gone: Learner) -> None:
    """Give the kept learner whatever the other did better."""
    mine = {row.lesson_key: row for row in kept.lesson_progress.all()}
    for other in gone.lesson_progress.all():
        own = mine.get(other.lesson_key)
        if own is None:
            other.learner = kept
            other.save(update_fields=["learner"])
        elif grow(own, other):
            own.save(update_fields=GROWING)


def step_progress(lesson_key: UUID, step: StepPosition, day: date) -> LessonProgress:
    """Return, unsaved, what one answer brings."""
    return LessonProgress(
        lesson_key=lesson_key, step_id=step.id, steps_done=step.number, started_on=day
    )


def check_progress(
    lesson_key: UUID, points: int, out_of: int, day: date | None = None
) -> LessonProgress:
    """Return, unsaved, what one finished check brings."""
    day = day or timezone.localdate()
    return LessonProgress(
        lesson_key=lesson_key,
        best_points=points,
        best_out_of=out_of,
        started_on=day,
        finished_on=day,
    )


def earn(learner: Learner, earned: LessonProgress) -> None:
    """Add what was earned to the learner's progress in that lesson."""
    progress = learner.lesson_progress.filter(lesson_key=earned.lesson_key).first()
    if progress is None:
        earned.learner = learner
        earned.save(force_insert=True)
    elif grow(progress, earned):
        progress.save(update_fields=GROWING)


def grow(progress: LessonProgress, other: LessonProgress) -> bool:
    """Take over, unsaved, what is better in the other; return whether anything is."""
    before = [getattr(progress, name) for name in GROWING]
    if other.steps_done > progress.steps_done:
        progress.step_id, progress.steps_done = other.step_id, other.steps_done
    if is_better(other, progress):
        progress.best_points, progress.best_out_of = (
            other.best_points,
            other.best_out_of,
        )
    finished = [one.finished_on for one in (progress, other) if one.finished_on]
    progress.finished_on = min(finished, default=None)
    progress.started_on = min(progress.started_on, other.started_on)
    return before != [getattr(progress, name) for name in GROWING]


def is_better(one: LessonProgress, other: LessonProgress) -> bool:
    """Return whether one check went better: a greater share, or the same of more.

    The fractions points/out_of are compared without dividing.
    """
    if 0 in (one.best_out_of, other.best_out_of):
        return one.best_out_of > other.best_out_of
    left = one.best_points * other.best_out_of
    right = other.best_points * one.best_out_of
    return (left, one.best_out_of) > (right, other.best_out_of)
