"""The cynicism alarm: has a cohort moved towards flagging everything?"""

from dataclasses import dataclass
from math import hypot

from quizzes.scoring.measures.detection import (
    Answers,
    DetectionTable,
    averaged,
    long_forms,
    needs_pooling,
    pooled,
)
from quizzes.scoring.measures.discernment import (
    CohortHalves,
    both_halves,
    cohort_judged_disc,
)
from quizzes.scoring.measures.intervals import Estimate, Interval, around
from quizzes.scoring.measures.minimums import DETECTION_PERSONS


@dataclass(frozen=True)
class Side:
    """One cohort: its c, and which share of either half it took for accurate."""

    c: Estimate
    halves: CohortHalves


@dataclass(frozen=True)
class Shift:
    """After less before, with its 95 % interval."""

    value: float
    interval: Interval

    @property
    def is_fall(self) -> bool:
        return self.interval.high < 0


@dataclass(frozen=True)
class CynicismAlarm:
    """`c` is the shift of mean c, `accurate` that of the accurate half (0..1).

    `is_pooled` must be said wherever the alarm is: see CohortDetection.
    """

    is_raised: bool
    c: Shift
    accurate: Shift
    before: Side
    after: Side
    is_pooled: bool


def cynicism_alarm(
    before: DetectionTable, after: DetectionTable
) -> CynicismAlarm | None:
    """Say whether a cohort moved towards flagging everything.

    Raised if both fell, each by an interval wholly below 0: mean c, and the share of
    the accurate items taken for accurate. Better eyes alone (more hits, the accurate
    half as it was) lower c too; only the second condition keeps them from an alarm.
    SE² of a shift is the sum of both SE².

    Of persons with 8 items or more; if most on either side have fewer, c of both
    sides is pooled. None under 20 persons with both halves on either side. For the
    same persons twice the intervals are too wide rather than too narrow. Compare
    forms of one length.
    """
    is_pooled = _is_pooled(before, after)
    first, last = _side(before, is_pooled), _side(after, is_pooled)
    if first is None or last is None:
        return None
    c = _shift(first.c, last.c)
    accurate = _shift(first.halves.accurate, last.halves.accurate)
    if c is None or accurate is None:
        return None
    return CynicismAlarm(
        is_raised=c.is_fall and accurate.is_fall,
        c=c,
        accurate=accurate,
        before=first,
        after=last,
        is_pooled=is_pooled,
    )


def smaller_side(before: DetectionTable, after: DetectionTable) -> int:
    """Return how many persons the alarm would compare on the side with fewer."""
    is_pooled = _is_pooled(before, after)
    return min(sum(_kept(table, is_pooled).values()) for table in (before, after))


def _is_pooled(before: DetectionTable, after: DetectionTable) -> bool:
    return needs_pooling(before) or needs_pooling(after)


def _kept(table: DetectionTable, is_pooled: bool) -> dict[Answers, int]:
    return both_halves(table) if is_pooled else long_forms(table)


def _shift(before: Estimate, after: Estimate) -> Shift | None:
    if before.se is None or after.se is None:
        return None
    value = after.value - before.value
    return Shift(value, around(value, hypot(before.se, after.se)))


def _side(table: DetectionTable, is_pooled: bool) -> Side | None:
    """Return both measures of the same persons. None if these are too few."""
    kept = _kept(table, is_pooled)
    detection = pooled(kept) if is_pooled else averaged(kept)
    halves = cohort_judged_disc(kept)
    if detection is None or halves is None or halves.persons < DETECTION_PERSONS:
        return None
    return Side(detection.c, halves)
