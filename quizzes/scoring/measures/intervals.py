"""95 % intervals: of a share, of a mean, of classes drawn again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, fsum, sqrt
from random import Random
from typing import NamedTuple, TypeVar

from quizzes.scoring.measures.minimums import CLUSTERS
from quizzes.scoring.measures.moments import Pairs, moments, require_share

Z95 = 1.96
DRAWS = 2000

Cluster = TypeVar("Cluster")


class Interval(NamedTuple):
    low: float
    high: float


@dataclass(frozen=True)
class Estimate:
    """A value from `count` persons or answers; no interval of a single one."""

    value: float
    count: int
    se: float | None
    interval: Interval | None


def around(value: float, se: float) -> Interval:
    """Return value ± 1.96 SE."""
    return Interval(value - Z95 * se, value + Z95 * se)


def estimate_mean(pairs: Pairs) -> Estimate | None:
    """Return the mean of (value, persons) pairs, with SE = SD / √persons.

    None without persons; no SE and no interval of one person.
    """
    found = moments(pairs)
    if found is None:
        return None
    if found.sd is None:
        return Estimate(found.mean, found.count, None, None)
    se = found.sd / sqrt(found.count)
    return Estimate(found.mean, found.count, se, around(found.mean, se))


def wilson(part: int, whole: int) -> Interval | None:
    """Return the interval of a share, inside 0..1. None of nothing."""
    require_share(part, whole)
    if not whole:
        return None
    p, z2 = part / whole, Z95 * Z95
    middle = (p + z2 / (2 * whole)) / (1 + z2 / whole)
    half = Z95 * sqrt(p * (1 - p) / whole + z2 / (4 * whole**2)) / (1 + z2 / whole)
    # Rounding must not leave the share outside its own interval.
    return Interval(min(p, max(0.0, middle - half)), max(p, min(1.0, middle + half)))


def bootstrap(
    clusters: Sequence[Cluster],
    statistic: Callable[[Sequence[Cluster]], float | None],
    seed: int | str,
    draws: int = DRAWS,
) -> Interval | None:
    """Return the middle 95 % of the statistic over classes drawn again.

    Each draw takes as many classes as there are, with replacement. The same seed and
    the same order of classes give the same interval. None under 8 classes, "too few
    groups to say", or where some draw leaves the statistic undefined.
    """
    if len(clusters) < CLUSTERS:
        return None
    lots = Random(seed)  # noqa: S311
    values = []
    for _ in range(draws):
        value = statistic(lots.choices(clusters, k=len(clusters)))
        if value is None:
            return None
        values.append(value)
    values.sort()
    return Interval(_quantile(values, 0.025), _quantile(values, 0.975))


def bootstrap_mean(
    classes: Sequence[tuple[float, int]], seed: int | str, draws: int = DRAWS
) -> Interval | None:
    """Bootstrap the mean of persons, from each class's (sum, persons).

    Classes without persons are left out, and do not count towards the 8.
    """
    return bootstrap([one for one in classes if one[1]], mean_of_sums, seed, draws)


def mean_of_sums(classes: Sequence[tuple[float, int]]) -> float | None:
    """Return the mean of all persons, from each class's (sum, persons)."""
    persons = sum(count for _, count in classes)
    return fsum(total for total, _ in classes) / persons if persons else None


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return the value at this share of the way, between neighbours in proportion."""
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
