"""Which counters an answer or a finished set stands in."""

from collections import Counter, defaultdict
from contextlib import suppress
from typing import Any

from literacy.models import Learner
from quizzes.formats.rules import person_names, regrade, set_answer, tally_names
from quizzes.models import Answer, Attempt
from quizzes.scoring.errors import (
    ResponseError,
    SnapshotError,
    UnknownFormatError,
)
from quizzes.scoring.mark import Mark
from quizzes.scoring.rules import Response
from quizzes.scoring.summaries import STARTED, SetAnswer, item_names, set_names

from .tallies import PageKey, VersionKey, increment_set_tallies

# Counters by the keys of their versions.
Names = dict[int, list[str]]
UNREADABLE = (ResponseError, SnapshotError, UnknownFormatError)


def answer_names(answer: Answer, response: Response, mark: Mark[Any]) -> list[str]:
    """Return the counters of the answer's version in which a first answer stands."""
    content = answer.version.snapshot
    return tally_names(content, response, mark) + person_names(
        content, answer.arm, mark
    )


def count_start(attempt: Attempt) -> None:
    """Count a learner's first go at the page's set, where this is one."""
    goes = Attempt.objects.filter(
        learner=attempt.learner_id, subject_key=attempt.subject_key, kind=attempt.kind
    )
    if not goes.exclude(pk=attempt.pk).exists():
        increment_set_tallies(attempt, [STARTED])


def is_first_set(attempt: Attempt) -> bool:
    """Return whether the learner never finished a set of this page before."""
    return not Attempt.objects.filter(
        learner=attempt.learner_id,
        subject_key=attempt.subject_key,
        kind=attempt.kind,
        is_counted=True,
    ).exists()


def summarise(answers: list[Answer]) -> tuple[Names, list[str]]:
    """Return the counters of a finished set: of its versions, and its own.

    Answers without a verdict are no part of it. An activity that the learner
    answered elsewhere before counts for the page only.
    """
    judged = [answer for answer in answers if answer.outcome != "done"]
    told = [told_by(answer) for answer in judged]
    items = {
        answer.version_id: item_names(told, place)
        for place, answer in enumerate(judged)
        if answer.nth == 1
    }
    return items, set_names(told)


def told_by(answer: Answer) -> SetAnswer:
    """Read an answer back as what it says about its set."""
    content = answer.version.snapshot
    response, mark = regrade(content, answer.response)
    return set_answer(str(answer.activity_key), content, response, mark)


def counted(learner: Learner) -> tuple[Counter[VersionKey], Counter[PageKey]]:
    """Return the counters in which a learner stands, of versions and of pages.

    An answer that cannot be read any more stands in none.
    """
    versions: Counter[VersionKey] = Counter()
    pages: Counter[PageKey] = Counter()
    by_attempt = defaultdict(list)
    answers = learner.answers.filter(is_finished=True).select_related("version")
    for answer in answers.order_by("pk"):
        by_attempt[answer.attempt_id].append(answer)
        if answer.nth == 1:
            with suppress(*UNREADABLE):
                given = regrade(answer.version.snapshot, answer.response)
                names = answer_names(answer, *given)
                versions.update((answer.version_id, name) for name in set(names))
    started: set[tuple[object, str]] = set()
    for attempt in learner.attempts.exclude(kind=Attempt.PRACTICE).order_by("pk"):
        place = attempt.subject_key, attempt.language
        if (attempt.subject_key, attempt.kind) not in started:
            started.add((attempt.subject_key, attempt.kind))
            pages[*place, STARTED] += 1
        if attempt.is_counted:
            with suppress(*UNREADABLE):
                items, own = summarise(by_attempt[attempt.pk])
                pages.update((*place, name) for name in set(own))
                versions.update(
                    (key, name) for key, names in items.items() for name in set(names)
                )
    return versions, pages
