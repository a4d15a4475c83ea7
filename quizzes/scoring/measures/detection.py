"""Signal detection: d' and c with the log-linear correction.

The signal is a misleading item, and "yes" is flagging it. c < 0 flags too much
(cynical), c > 0 too little (credulous). A paper that takes "true" as the signal has
the same d' and the opposite sign of c. With the items of a lesson one person's d' has
a standard error of 0.6 to 1.2: show those of cohorts only, never one person's.

The correction draws d' and c towards 0, the more the fewer the items: compare only
cohorts that answered forms of one length.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import NormalDist

from quizzes.scoring.measures.discernment import both_halves
from quizzes.scoring.measures.intervals import (
    Estimate,
    Interval,
    around,
    bootstrap_mean,
    estimate_mean,
)
from quizzes.scoring.measures.minimums import DETECTION_ITEMS
from quizzes.scoring.measures.moments import require_count, require_share

NORMAL = NormalDist()

# {(hits, misleading items, false alarms, accurate items): persons}
Answers = tuple[int, int, int, int]
DetectionTable = Mapping[Answers, int]


@dataclass(frozen=True)
class Detection:
    """`hit_rate` and `false_alarm_rate` are H and F, corrected; `variance` is of d'."""

    hit_rate: float
    false_alarm_rate: float
    d_prime: float
    c: float
    variance: float

    @property
    def se_d_prime(self) -> float:
        return sqrt(self.variance)

    @property
    def se_c(self) -> float:
        return self.se_d_prime / 2

    @property
    def d_prime_interval(self) -> Interval:
        return around(self.d_prime, self.se_d_prime)

    @property
    def c_interval(self) -> Interval:
        return around(self.c, self.se_c)


@dataclass(frozen=True)
class CohortDetection:
    """Of `persons`; `left_out` had too few items, or of one half only.

    `is_pooled` must be said wherever the numbers are: a pooled d' is not the mean of
    the persons' d', and its interval takes answers of one person for independent.
    """

    d_prime: Estimate
    c: Estimate
    persons: int
    left_out: int
    is_pooled: bool


def detect(
    hits: int, misleading: int, false_alarms: int, accurate: int
) -> Detection | None:
    """Return d' and c, always corrected by +0.5 of +1. None without a half.

    Variance of Gourevitch and Galanter. Raise ValueError for more than all.
    """
    require_share(hits, misleading)
    require_share(false_alarms, accurate)
    if not misleading or not accurate:
        return None
    h = (hits + 0.5) / (misleading + 1)
    f = (false_alarms + 0.5) / (accurate + 1)
    z_h, z_f = NORMAL.inv_cdf(h), NORMAL.inv_cdf(f)
    variance = h * (1 - h) / (misleading * NORMAL.pdf(z_h) ** 2)
    variance += f * (1 - f) / (accurate * NORMAL.pdf(z_f) ** 2)
    # Adding 0 keeps a c of 0 from being printed as -0.
    return Detection(h, f, z_h - z_f, -0.5 * (z_h + z_f) + 0.0, variance)


def cohort(table: DetectionTable) -> CohortDetection | None:
    """Return `averaged`, or `pooled` where most persons have fewer than 8 items."""
    return pooled(table) if needs_pooling(table) else averaged(table)


def needs_pooling(table: DetectionTable) -> bool:
    """Say whether of the persons of both halves most have fewer than 8 items."""
    return 2 * sum(long_forms(table).values()) < sum(both_halves(table).values())


def averaged(table: DetectionTable) -> CohortDetection | None:
    """Average the persons' d' and c; the intervals are from the SD between persons.

    Those outside `long_forms` are left out. None if nobody is inside, and no interval
    of one person.
    """
    found = _detected(table)
    d_prime = estimate_mean((one.d_prime, n) for one, n in found)
    c = estimate_mean((one.c, n) for one, n in found)
    if not (d_prime and c):
        return None
    left_out = sum(table.values()) - c.count
    return CohortDetection(d_prime, c, c.count, left_out, is_pooled=False)


def pooled(table: DetectionTable) -> CohortDetection | None:
    """Add up the answers of all with both halves, as if one person had given them.

    None if nobody has both.
    """
    kept = both_halves(table)
    sums = [0, 0, 0, 0]
    for key, persons in kept.items():
        require_share(key[0], key[1])
        require_share(key[2], key[3])
        sums = [
            one + require_count(persons) * more
            for one, more in zip(sums, key, strict=True)
        ]
    found = detect(*sums)
    if found is None:
        return None
    persons = sum(kept.values())
    return CohortDetection(
        Estimate(found.d_prime, persons, found.se_d_prime, found.d_prime_interval),
        Estimate(found.c, persons, found.se_c, found.c_interval),
        persons=persons,
        left_out=sum(table.values()) - persons,
        is_pooled=True,
    )


def bootstrap_averaged(
    classes: Sequence[DetectionTable], seed: int | str
) -> tuple[Interval, Interval] | None:
    """Return the intervals of mean d' and mean c over classes drawn again.

    Of the same persons as `averaged`. None under 8 classes with such persons.
    """
    d_primes, cs = [], []
    for table in classes:
        found = _detected(table)
        persons = sum(n for _, n in found)
        d_primes.append((fsum(one.d_prime * n for one, n in found), persons))
        cs.append((fsum(one.c * n for one, n in found), persons))
    d_prime, c = bootstrap_mean(d_primes, seed), bootstrap_mean(cs, seed)
    return (d_prime, c) if d_prime and c else None


def long_forms(table: DetectionTable) -> dict[Answers, int]:
    """Return the part of the table with items of both halves, 8 or more in all."""
    return {
        key: require_count(persons)
        for key, persons in both_halves(table).items()
        if key[1] + key[3] >= DETECTION_ITEMS
    }


def _detected(table: DetectionTable) -> list[tuple[Detection, int]]:
    scored = ((detect(*key), persons) for key, persons in long_forms(table).items())
    return [(one, persons) for one, persons in scored if one]
