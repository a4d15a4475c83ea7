"""Finds and restores progress that answers and finished checks should have brought."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from courses.models import LessonPage, LessonProgress
from literacy.errors import LearnerGoneError
from literacy.models import Learner
from literacy.services import Debt, lock_learner
from quizzes.models import Answer, Attempt
from quizzes.offering import StepPosition

from .progress import GROWING, check_progress, grow, step_progress

Place = tuple[int, UUID]
# How many learners are looked at in one go.
CHUNK = 200
DAYS = 2


class LessonSteps:
    """Finds where activities stand in lessons, and reads each lesson once."""

    def __init__(self) -> None:
        self.lessons: dict[tuple[UUID, str], dict[UUID, StepPosition]] = {}

    def position(
        self, lesson_key: UUID, language: str, activity_key: UUID
    ) -> StepPosition | None:
        """Return the step that offers the activity; None where there is none."""
        place = lesson_key, language
        if place not in self.lessons:
            lesson = LessonPage.objects.filter(
                translation_key=lesson_key, locale__language_code=language
            ).first()
            self.lessons[place] = lesson.step_positions() if lesson else {}
        return self.lessons[place].get(activity_key)


@transaction.atomic
def rebuild_progress(*, learner: Learner) -> None:
    """Bring progress up to what the learner's answers and checks have earned.

    Nothing is taken away: progress may be older than a step's place in its lesson.
    """
    lock_learner(learner)
    for row in lagging([learner.pk], LessonSteps()):
        row.save(update_fields=GROWING if row.pk else None)


def owed_progress() -> Debt:
    """Return progress as something that may be owed: `catch_up` pays it."""
    return Debt(name="Progress of learners", find=find_owed, pay=pay_owed)


def find_owed(everything: bool) -> Iterator[Learner]:
    """Yield the learners whose progress lags: of the last days, or of all."""
    learners = Learner.objects.order_by("pk")
    if not everything:
        last = timezone.localdate() - timedelta(days=DAYS)
        learners = learners.filter(seen_on__gte=last)
    steps, begin = LessonSteps(), 0
    while chunk := list(learners.filter(pk__gt=begin)[:CHUNK]):
        begin = chunk[-1].pk
        lag = {row.learner_id for row in lagging([one.pk for one in chunk], steps)}
        yield from (one for one in chunk if one.pk in lag)


def pay_owed(learner: Learner) -> None:
    """Rebuild the learner's progress; nothing is owed to one who was forgotten."""
    with suppress(LearnerGoneError):
        rebuild_progress(learner=learner)


def lagging(learners: list[int], steps: LessonSteps) -> list[LessonProgress]:
    """Return, unsaved, the progress that has to grow or is not there, in 3 queries."""
    rows = LessonProgress.objects.filter(learner__in=learners)
    stored = {(row.learner_id, row.lesson_key): row for row in rows}
    lag: dict[Place, LessonProgress] = {}
    for place, earned in earned_by(learners, steps):
        if place not in stored:
            earned.learner_id = place[0]
            stored[place] = lag[place] = earned
        elif grow(stored[place], earned):
            lag[place] = stored[place]
    return list(lag.values())


def earned_by(
    learners: list[int], steps: LessonSteps
) -> Iterator[tuple[Place, LessonProgress]]:
    """Yield what each answer and each finished check of these learners has brought."""
    answers = Answer.objects.filter(learner__in=learners, is_finished=True)
    given = answers.order_by("pk").values_list(
        "learner", "attempt__subject_key", "language", "activity_key", "answered_on"
    )
    for learner, lesson_key, language, activity_key, day in given:
        step = steps.position(lesson_key, language, activity_key)
        if step:
            yield (learner, lesson_key), step_progress(lesson_key, step, day)
    checks = Attempt.objects.filter(
        learner__in=learners, kind=Attempt.CHECK, closed_as=Attempt.FINISHED
    )
    for check in checks.order_by("pk"):
        earned = check_progress(
            check.subject_key, check.points or 0, check.out_of or 0, check.finished_on
        )
        yield (check.learner_id, check.subject_key), earned
