"""Reliability of a set of items: KR-20, Cronbach's alpha and the SEM.

Of first attempts, complete sets and items in random order only; misleading and
accurate items separately as well as together.
"""

from collections.abc import Mapping, Sequence
from math import fsum, sqrt

from quizzes.scoring.measures.moments import moments, require_share


def kr20(correct: Sequence[int], totals: Mapping[int, int]) -> float | None:
    """Return KR-20, at most 1, from each item's count of right and {total: persons}.

    Population variance, so equal to alpha. None under two items, or if all have one
    total. Raise ValueError where the two tables cannot be of the same answers.
    """
    persons = sum(totals.values())
    for count in correct:
        require_share(count, persons)
    if sum(correct) != sum(total * count for total, count in totals.items()):
        raise ValueError("items and totals are not of the same answers")
    found = moments(totals.items())
    if found is None or len(correct) < 2 or not found.squares:
        return None
    shares = [count / persons for count in correct]
    within = fsum(p * (1 - p) for p in shares)
    return _stepped_up(len(correct), within, found.population_variance)


def alpha(matrix: Sequence[Sequence[float]]) -> float | None:
    """Return Cronbach's alpha of persons × items, population variance throughout.

    None under two items, without persons, or if all have one total. Raise ValueError
    for rows of different lengths.
    """
    columns = list(zip(*matrix, strict=True))
    total = moments((fsum(row), 1) for row in matrix)
    if total is None or len(columns) < 2 or not total.squares:
        return None
    found = [moments((value, 1) for value in column) for column in columns]
    within = fsum(one.population_variance for one in found if one)
    return _stepped_up(len(columns), within, total.population_variance)


def sem(totals: Mapping[int, int], reliability: float | None) -> float | None:
    """Return the standard error of measurement, in items: SD of totals · √(1 - α).

    Population SD, as in KR-20. None without a reliability or without persons.
    """
    found = moments(totals.items())
    if found is None or reliability is None:
        return None
    return sqrt(found.population_variance * max(0.0, 1 - reliability))


def _stepped_up(items: int, within: float, total: float) -> float:
    return items / (items - 1) * (1 - within / total)
