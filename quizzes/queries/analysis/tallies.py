"""Reads counters; no report ever reads answers, attempts or learners."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet

from quizzes.models import SetTally, Tally
from quizzes.scoring.counters import Counts
from quizzes.scoring.summaries import FINISHED, STARTED

# The counters that difficulty, discrimination and the comparison of languages need.
PLAIN, PREFIXES = ("answers", "right"), ("set:", "half:")
SUMMARY = reduce(or_, (Q(name__startswith=one) for one in PREFIXES), Q(name__in=PLAIN))

# A page or an activity in one language.
Edition = tuple[UUID, str]


def current_counts() -> dict[int, dict[str, int]]:
    """Return the counters of every current version for the list, by its key."""
    rows = Tally.objects.filter(SUMMARY, version__is_current=True)
    return _gathered(rows.values_list("version", "name", "count"))


def counts_of(versions: Iterable[int]) -> dict[int, dict[str, int]]:
    """Return all counters of some versions, by their primary keys, in one query."""
    rows = Tally.objects.filter(version__in=list(versions))
    return _gathered(rows.values_list("version", "name", "count"))


def set_counts(subjects: Iterable[UUID], *prefixes: str) -> dict[Edition, Counts]:
    """Return the counters of pages in each language, of these kinds if any named."""
    rows = SetTally.objects.filter(subject_key__in=list(subjects))
    if prefixes:
        kinds = (Q(name__startswith=prefix) for prefix in prefixes)
        rows = rows.filter(reduce(or_, kinds))
    return _by_edition(rows)


def begun_and_finished() -> dict[Edition, Counts]:
    """Return for each page and language that anybody began how many did so."""
    rows = SetTally.objects.filter(name__in=[STARTED, FINISHED])
    return _by_edition(rows)


def _by_edition(rows: QuerySet[SetTally]) -> dict[Edition, Counts]:
    found: dict[Edition, dict[str, int]] = {}
    for key, language, name, count in rows.values_list(
        "subject_key", "language", "name", "count"
    ):
        found.setdefault((key, language), {})[name] = count
    return dict(found)


def _gathered(rows: Iterable[tuple[int, str, int]]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for version, name, count in rows:
        found.setdefault(version, {})[name] = count
    return found
