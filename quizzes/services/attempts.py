import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from literacy.models import Learner
from literacy.services import lock_learner
from quizzes.errors import NothingToDrawError
from quizzes.models import ActivityVersion, Answer, Attempt, QuizPage
from quizzes.models.pages import AROUND
from quizzes.scoring.draw import draw_check
from quizzes.signals import attempt_finished, attempt_finishing, send_both

from .counting import count_start


def open_practice(*, learner: Learner, subject_key: UUID, language: str) -> Attempt:
    """Return the learner's practice on this page, begun if need be.

    Expects the learner to be locked.
    """
    practices = attempts_at(learner, subject_key, Attempt.PRACTICE)
    attempt = practices.filter(finished_on=None).first() or Attempt.objects.create(
        learner=learner,
        subject_key=subject_key,
        kind=Attempt.PRACTICE,
        language=language,
    )
    attempt.learner = learner
    return attempt


@transaction.atomic
def start_check(
    *, learner: Learner, subject_key: UUID, bank: list[UUID], language: str
) -> Attempt:
    """Return the open check on this page, or draw a new one from the bank.

    Two misleading and two accurate activities which this learner has not seen,
    as long as there are such. Raises NothingToDrawError.
    """
    lock_learner(learner)
    checks = attempts_at(learner, subject_key, Attempt.CHECK)
    attempt = checks.filter(finished_on=None).first()
    if attempt:
        return attempt
    drawn = draw(learner, subject_key, bank, language, each_half=2)
    return begin(learner, subject_key, Attempt.CHECK, language, drawn)


@transaction.atomic
def start_quiz(*, learner: Learner, quiz: QuizPage, language: str) -> Attempt:
    """Return the open go at a quiz, or begin one: in order, or drawn.

    Raises NothingToDrawError.
    """
    lock_learner(learner)
    subject_key = quiz.translation_key
    earlier = attempts_at(learner, subject_key, Attempt.QUIZ)
    attempt = earlier.filter(finished_on=None).first()
    if attempt:
        return attempt
    keys = quiz.check_keys()
    if keys:
        answerable = set(
            published(keys, language).values_list("activity_key", flat=True)
        )
        drawn = [str(key) for key in keys if key in answerable]
    else:
        found = quiz.banks()[form_for(learner, quiz.purpose)]
        bank = found.values_list("translation_key", flat=True)
        drawn = draw(learner, subject_key, bank, language, each_half=quiz.count // 2)
    return begin(
        learner,
        subject_key,
        Attempt.QUIZ,
        language,
        drawn,
        shows_answers=quiz.shows_answers,
    )


def attempts_at(learner: Learner, subject_key: UUID, kind: str) -> QuerySet[Attempt]:
    """Return the learner's attempts of a kind at one page, the oldest first."""
    return Attempt.objects.filter(
        learner=learner, subject_key=subject_key, kind=kind
    ).order_by("pk")


def published(keys: Iterable[UUID], language: str) -> QuerySet[ActivityVersion]:
    """Return what can be answered now of these activities."""
    return ActivityVersion.objects.filter(
        activity_key__in=list(keys), language=language, is_current=True
    )


def draw(
    learner: Learner,
    subject_key: UUID,
    bank: Iterable[UUID],
    language: str,
    each_half: int,
) -> list[str]:
    """Draw so many misleading and accurate ones that no attempt of the learner had.

    Attempts at other pages count as well: a quiz may draw what lessons check with.
    """
    items = [
        (
            str(version.activity_key),
            version.snapshot["veracity"],
            version.snapshot["pair"],
        )
        for version in published(bank, language)
    ]
    attempts = Attempt.objects.filter(learner=learner).order_by("pk")
    lists = list(attempts.values_list("activities", flat=True))
    seen = [key for keys in lists for key in keys]
    seed = f"{learner.code}:{subject_key}:{len(lists)}"
    return draw_check(items, seen, seed, each_half, each_half)


def form_for(learner: Learner, purpose: str) -> str:
    """Return the form for this learner: A before and B after, or the other way.

    Which way is drawn by a hash of the learner's code, so half of them get each:
    the forms are counterbalanced. Elsewhere any form will do.
    """
    if purpose not in AROUND:
        return "any"
    begins_with_b = hashlib.sha256(learner.code.encode()).digest()[0] % 2
    is_later = purpose == "post"
    return "b" if begins_with_b != is_later else "a"


def begin(
    learner: Learner,
    subject_key: UUID,
    kind: str,
    language: str,
    drawn: list[str],
    *,
    shows_answers: bool = True,
) -> Attempt:
    """Make the attempt. Raises NothingToDrawError when there is nothing to answer."""
    if not drawn:
        raise NothingToDrawError
    attempt = Attempt.objects.create(
        learner=learner,
        subject_key=subject_key,
        kind=kind,
        language=language,
        activities=drawn,
        shows_answers=shows_answers,
    )
    count_start(attempt)
    return attempt


@transaction.atomic(savepoint=False)
def finish_attempt(*, attempt: Attempt, answers: list[Answer]) -> None:
    """Close a check or quiz whose last activity was answered, and add up its points.

    Whether it is counted was decided before.
    """
    attempt.points = sum(answer.points or 0 for answer in answers)
    attempt.out_of = sum(answer.out_of or 0 for answer in answers)
    attempt.finished_on = timezone.localdate()
    attempt.closed_as = Attempt.FINISHED
    attempt.save(
        update_fields=["points", "out_of", "finished_on", "closed_as", "is_counted"]
    )
    send_both(attempt_finishing, attempt_finished, sender=Attempt, attempt=attempt)
