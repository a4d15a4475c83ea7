"""Raises counters, so that no report ever counts rows."""

from collections.abc import Mapping
from functools import reduce
from operator import or_

from django.db.models import F, Q

from quizzes.models import ActivityVersion, Answer, Attempt, SetTally, Tally
from quizzes.scoring import stepwise
from quizzes.scoring.grading import grade
from quizzes.scoring.responses import parse
from quizzes.scoring.summaries import (
    STARTED,
    SetAnswer,
    item_names,
    set_answer,
    set_names,
)

Names = dict[int, list[str]]


def raise_tallies(names: Mapping[int, list[str]]) -> None:
    """Add one to counters of versions, by their keys, in two queries for all."""
    if not names:
        return
    Tally.objects.bulk_create(
        [
            Tally(version_id=version, name=name)
            for version, some in names.items()
            for name in some
        ],
        ignore_conflicts=True,
    )
    wanted = reduce(
        or_, (Q(version=version, name__in=some) for version, some in names.items())
    )
    Tally.objects.filter(wanted).update(count=F("count") + 1)


def raise_set_tallies(attempt: Attempt, names: list[str]) -> None:
    """Add one to counters of a page, in two queries."""
    place = {"subject_key": attempt.subject_key, "language": attempt.language}
    SetTally.objects.bulk_create(
        [SetTally(**place, name=name) for name in names], ignore_conflicts=True
    )
    SetTally.objects.filter(**place, name__in=names).update(count=F("count") + 1)


def raise_started(attempt: Attempt) -> None:
    """Count a learner's first go at the page's set, where this is one."""
    goes = Attempt.objects.filter(
        learner=attempt.learner_id, subject_key=attempt.subject_key, kind=attempt.kind
    )
    if not goes.exclude(pk=attempt.pk).exists():
        raise_set_tallies(attempt, [STARTED])


def is_first_set(attempt: Attempt) -> bool:
    """Tell whether the learner never finished a set of this page before."""
    return not Attempt.objects.filter(
        learner=attempt.learner_id,
        subject_key=attempt.subject_key,
        kind=attempt.kind,
        finished_on__isnull=False,
    ).exists()


def summarise(answers: list[Answer]) -> tuple[Names, list[str]]:
    """Return the counters that a finished set raises: of its versions, and its own.

    An activity that the learner answered elsewhere before counts for the page only.
    """
    told = [told_by(answer) for answer in answers]
    items = {
        answer.version_id: item_names(told, place)
        for place, answer in enumerate(answers)
        if answer.nth == 1
    }
    return items, set_names(told)


def told_by(answer: Answer) -> SetAnswer:
    """Read an answer back as what it says about its set."""
    version: ActivityVersion = answer.version
    content, data = version.snapshot, answer.response
    if version.format in stepwise.STEPWISE:
        data = stepwise.fold(content, data["moves"])
    response = parse(version.format, content, data)
    key = str(answer.activity_key)
    return set_answer(key, content, response, grade(content, response))
