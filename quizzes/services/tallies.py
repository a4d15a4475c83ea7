"""Raises counters, so that no report ever counts rows."""

from collections.abc import Mapping, Sequence

from django.db import connection

from quizzes.formats.rules import regrade, set_answer
from quizzes.models import ActivityVersion, Answer, Attempt, SetTally, Tally
from quizzes.scoring.summaries import (
    STARTED,
    SetAnswer,
    item_names,
    set_names,
)

Names = dict[int, list[str]]


def raise_tallies(names: Mapping[int, list[str]]) -> None:
    """Add one to counters of versions, by their keys, in one query for all."""
    add_one(
        [
            Tally(version_id=version, name=name)
            for version, some in sorted(names.items())
            for name in sorted(set(some))
        ]
    )


def raise_set_tallies(attempt: Attempt, names: list[str]) -> None:
    """Add one to counters of a page, in one query."""
    place = {"subject_key": attempt.subject_key, "language": attempt.language}
    add_one([SetTally(**place, name=name) for name in sorted(set(names))])


def add_one(counters: Sequence[Tally | SetTally]) -> None:
    """Add one to each counter, which begins at one where it is new, in one query.

    By hand, for the ORM can insert or replace, but not insert or add. The counters
    come in order, so that two answers at once cannot wait for each other.
    """
    if not counters:
        return
    meta = counters[0]._meta
    names = meta.total_unique_constraints[0].fields
    keys = [field for field in meta.concrete_fields if field.name in names]
    table, columns = meta.db_table, ", ".join(str(key.column) for key in keys)
    row = f"({'%s, ' * len(keys)}1)"
    values = [
        key.get_db_prep_save(getattr(counter, key.attname), connection)
        for counter in counters
        for key in keys
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns}, count) "  # noqa: S608 - our own names
            f"VALUES {', '.join([row] * len(counters))} "
            f"ON CONFLICT ({columns}) DO UPDATE SET count = {table}.count + 1",
            values,
        )


def raise_started(attempt: Attempt) -> None:
    """Count a learner's first go at the page's set, where this is one."""
    goes = Attempt.objects.filter(
        learner=attempt.learner_id, subject_key=attempt.subject_key, kind=attempt.kind
    )
    if not goes.exclude(pk=attempt.pk).exists():
        raise_set_tallies(attempt, [STARTED])


def is_first_set(attempt: Attempt) -> bool:
    """Return whether the learner never finished a set of this page before."""
    return not Attempt.objects.filter(
        learner=attempt.learner_id,
        subject_key=attempt.subject_key,
        kind=attempt.kind,
        is_counted=True,
    ).exists()


def summarise(answers: list[Answer]) -> tuple[Names, list[str]]:
    """Return the counters that a finished set raises: of its versions, and its own.

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
    version: ActivityVersion = answer.version
    content = version.snapshot
    response, mark = regrade(content, answer.response)
    return set_answer(str(answer.activity_key), content, response, mark)
