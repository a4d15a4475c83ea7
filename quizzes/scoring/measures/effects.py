"""Effect sizes: between groups, pre to post, and both with a control.

Without a control group say "change", never "effect" or "impact".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor, sqrt
from statistics import NormalDist

from quizzes.scoring.measures.intervals import Interval, around
from quizzes.scoring.measures.moments import Number, moments

NORMAL = NormalDist()


@dataclass(frozen=True)
class Group:
    """`sd` is the sample SD, over n - 1."""

    n: int
    mean: float
    sd: float


@dataclass(frozen=True)
class PrePost:
    """One arm measured twice; `pre_sd` is the sample SD before."""

    n: int
    pre_mean: float
    post_mean: float
    pre_sd: float


@dataclass(frozen=True)
class Effect:
    """d in pooled SDs, g without its small-sample bias; `se` and `interval` are of d.

    `u3` is the share (0..1) of the second group below the mean of the first.
    """

    d: float
    g: float
    se: float
    interval: Interval
    u3: float


@dataclass(frozen=True)
class Change:
    """Pre to post in one group. `d_av` is the one to report.

    `mean` is post - pre; d_z is None if all changed alike, d_av if nobody differs.
    """

    n: int
    mean: float
    d_z: float | None
    d_av: float | None


def describe(table: Mapping[Number, int]) -> Group | None:
    """Describe {value: persons}. None under two persons."""
    found = moments(table.items())
    if found is None or found.sd is None:
        return None
    return Group(found.count, found.mean, found.sd)


def describe_pre_post(table: Mapping[tuple[Number, Number], int]) -> PrePost | None:
    """Describe {(pre, post): persons}. None under two persons."""
    pre = moments((before, n) for (before, _), n in table.items())
    post = moments((after, n) for (_, after), n in table.items())
    if pre is None or post is None or pre.sd is None:
        return None
    return PrePost(pre.count, pre.mean, post.mean, pre.sd)


def between(first: Group, second: Group) -> Effect | None:
    """Compare two groups. None under two persons in either, or if nobody differs."""
    if min(first.n, second.n) < 2:
        return None
    sd = _pooled_sd(first.n, first.sd, second.n, second.sd)
    if not sd:
        return None
    d = (first.mean - second.mean) / sd
    n1, n2 = first.n, second.n
    se = sqrt((n1 + n2) / (n1 * n2) + d * d / (2 * (n1 + n2)))
    return Effect(d, d * _unbias(n1, n2), se, around(d, se), u3(d))


def u3(d: float) -> float:
    """Return the share of the other group below this one's mean: Φ(d), 0..1."""
    return NORMAL.cdf(d)


def change(table: Mapping[tuple[Number, Number], int]) -> Change | None:
    """Return d_z and d_av of {(pre, post): persons}. None under two persons."""
    pre = moments((before, n) for (before, _), n in table.items())
    post = moments((after, n) for (_, after), n in table.items())
    differences = moments((after - before, n) for (before, after), n in table.items())
    if not (pre and post and differences):
        return None
    if pre.sd is None or post.sd is None or differences.sd is None:
        return None
    mean, middle_sd = differences.mean, (pre.sd + post.sd) / 2
    return Change(
        n=differences.count,
        mean=mean,
        d_z=mean / differences.sd if differences.sd else None,
        d_av=mean / middle_sd if middle_sd else None,
    )


def d_ppc2(treated: PrePost, control: PrePost) -> float | None:
    """Return Morris's pre-post-control effect, in pooled SDs before.

    None under two persons in either arm, or if nobody differed before.
    """
    if min(treated.n, control.n) < 2:
        return None
    sd = _pooled_sd(treated.n, treated.pre_sd, control.n, control.pre_sd)
    if not sd:
        return None
    gain = treated.post_mean - treated.pre_mean
    gain_without = control.post_mean - control.pre_mean
    return _unbias(treated.n, control.n) * (gain - gain_without) / sd


def design_effect(persons_per_class: float, icc: float) -> float:
    """Return by how much whole classes, which lean together, need more persons.

    Raise ValueError for a class of less than one, or an ICC outside 0..1.
    """
    if persons_per_class < 1 or not 0 <= icc <= 1:
        raise ValueError(f"classes of {persons_per_class}, ICC {icc}")
    return 1 + (persons_per_class - 1) * icc


def needed_per_arm(
    d: float, *, design: float = 1.0, alpha: float = 0.05, power: float = 0.8
) -> int | None:
    """Return persons per arm to see d, two-sided, by the normal approximation.

    `design` is the design effect. Rounded to the nearest, as published tables are.
    None for a d of 0, which no number shows.
    """
    if not d:
        return None
    z = NORMAL.inv_cdf(1 - alpha / 2) + NORMAL.inv_cdf(power)
    return floor(2 * (z / d) ** 2 * design + 0.5)


def _pooled_sd(n1: int, sd1: float, n2: int, sd2: float) -> float:
    return sqrt(((n1 - 1) * sd1**2 + (n2 - 1) * sd2**2) / (n1 + n2 - 2))


def _unbias(n1: int, n2: int) -> float:
    """Return the small-sample factor J."""
    return 1 - 3 / (4 * (n1 + n2 - 2) - 1)
