"""Is sure also right? Brier, points, overconfidence and the chart.

The table is {(step 1..5, is accurate): answers}. Probabilities and points are those
of `confidence`. Tell learners that less sure can mean more skilled.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from quizzes.scoring.certainty import PERCENT, points
from quizzes.scoring.measures.intervals import Interval, wilson
from quizzes.scoring.measures.moments import moments, require_count

PROBABILITY = {step: percent / 100 for step, percent in PERCENT.items()}
NOT_SURE = 3

CalibrationTable = Mapping[tuple[int, bool], int]


@dataclass(frozen=True)
class Confidence:
    """Mean of max(P, 1 - P) against the share right, "not sure" left out: 0..1.

    `over` is their difference: above 0 surer than right, below 0 less sure.
    """

    answers: int
    confidence: float
    accuracy: float
    over: float


@dataclass(frozen=True)
class Bin:
    """One step of the chart: what was said and what came true, as shares 0..1.

    The interval is Wilson's, of answers taken for independent.
    """

    step: int
    said: float
    share_accurate: float
    interval: Interval
    answers: int


def brier(table: CalibrationTable) -> float | None:
    """Return the mean of (P - outcome)²: 0 best, .25 is always "not sure".

    None without answers.
    """
    found = moments((_loss(step, is_acc), n) for (step, is_acc), n in _answers(table))
    return found.mean if found else None


def mean_points(table: CalibrationTable) -> float | None:
    """Return the mean of the points of the answers, 10..100. None without answers."""
    found = moments((points(step, is_acc), n) for (step, is_acc), n in _answers(table))
    return found.mean if found else None


def overconfidence(table: CalibrationTable) -> Confidence | None:
    """Compare how sure with how right. None if all were "not sure"."""
    sure = [(key, n) for key, n in _answers(table) if key[0] != NOT_SURE]
    answers = sum(n for _, n in sure)
    if not answers:
        return None
    probabilities = ((PROBABILITY[step], n) for (step, _), n in sure)
    confidence = fsum(max(p, 1 - p) * n for p, n in probabilities) / answers
    right = sum(n for (step, is_accurate), n in sure if (step > 3) == is_accurate)
    accuracy = right / answers
    return Confidence(answers, confidence, accuracy, confidence - accuracy)


def by_step(table: CalibrationTable) -> dict[int, list[int]]:
    """Return {step: [answers where misleading was true, where accurate was]}."""
    counts = {step: [0, 0] for step in PROBABILITY}
    for (step, is_accurate), n in _answers(table):
        counts[step][is_accurate] += n
    return counts


def chart(table: CalibrationTable, minimum: int) -> tuple[Bin, ...]:
    """Return the bins with enough answers, in order of the step, at most five.

    `minimum` is minimums.BIN_COHORT or minimums.BIN_OWN.
    """
    bins = []
    for step, (misleading, accurate) in by_step(table).items():
        answers = misleading + accurate
        interval = wilson(accurate, answers)
        if interval and answers >= minimum:
            share = accurate / answers
            bins.append(Bin(step, PROBABILITY[step], share, interval, answers))
    return tuple(bins)


def _loss(step: int, is_accurate: bool) -> float:
    return (PROBABILITY[step] - is_accurate) ** 2


def _answers(table: CalibrationTable) -> list[tuple[tuple[int, bool], int]]:
    """Return the items. Raise ValueError for a step outside 1..5."""
    for (step, _), n in table.items():
        require_count(n)
        if step not in PROBABILITY:
            raise ValueError(f"a step of {step}")
    return list(table.items())
