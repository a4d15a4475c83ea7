"""Does an item favour a language? Mantel-Haenszel over rest scores."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, log, sqrt
from typing import Literal

from quizzes.scoring.measures.intervals import Interval, around
from quizzes.scoring.measures.moments import require_count

ETS_SCALE = -2.35
WATCH, REWRITE = 1.0, 1.5

DifClass = Literal["fine", "watch", "rewrite"]


@dataclass(frozen=True)
class Dif:
    """`delta` below 0: the item is harder for the focal group than its skill says.

    `odds_ratio` is α_MH, the reference group's odds over the focal group's;
    `interval` is of delta; `reference` and `focal` count persons.
    """

    odds_ratio: float
    delta: float
    se: float
    interval: Interval
    verdict: DifClass
    reference: int
    focal: int


def mantel_haenszel(
    table: Mapping[tuple[str, int, int], int], reference: str, focal: str
) -> Dif | None:
    """Compare two groups of {(group, rest score, 1 if right else 0): persons}.

    Δ = -2.35 · ln α_MH, with the standard error of Robins, Breslow and Greenland.
    None unless at some rest score one of the reference group was right and one of the
    focal group wrong, and at some rest score the other way round. Other groups are
    left alone. Raise ValueError for an item that is neither 0 nor 1, or a group
    against itself.
    """
    strata = _strata(table, reference, focal)
    agree = [a * d / (a + b + c + d) for a, b, c, d in strata]
    cross = [b * c / (a + b + c + d) for a, b, c, d in strata]
    if not (sum(agree) and sum(cross)):
        return None
    ratio = fsum(agree) / fsum(cross)
    delta = ETS_SCALE * log(ratio)
    se = abs(ETS_SCALE) * sqrt(_variance(strata, agree, cross))
    return Dif(
        odds_ratio=ratio,
        delta=delta,
        se=se,
        interval=around(delta, se),
        verdict=classify(delta),
        reference=sum(a + b for a, b, _, _ in strata),
        focal=sum(c + d for _, _, c, d in strata),
    )


def classify(delta: float) -> DifClass:
    """ETS rule: |Δ| < 1 is fine, from 1 to watch, from 1.5 to rewrite."""
    size = abs(delta)
    if size < WATCH:
        return "fine"
    return "watch" if size < REWRITE else "rewrite"


def _strata(
    table: Mapping[tuple[str, int, int], int], reference: str, focal: str
) -> list[list[int]]:
    """Return A, B, C, D of each rest score: right and wrong of either group."""
    if reference == focal:
        raise ValueError(f"{focal} against itself")
    for (_, _, item), count in table.items():
        if item not in (0, 1):
            raise ValueError(f"an item scored {item}")
        require_count(count)
    cells = [(group, item) for group in (reference, focal) for item in (1, 0)]
    rests = sorted({rest for _, rest, _ in table})
    strata = [[table.get((g, rest, item), 0) for g, item in cells] for rest in rests]
    return [counts for counts in strata if sum(counts)]


def _variance(strata: list[list[int]], agree: list[float], cross: list[float]) -> float:
    """Return the variance of ln α_MH (Robins, Breslow and Greenland 1986)."""
    r, s = fsum(agree), fsum(cross)
    p = [(a + d) / (a + b + c + d) for a, b, c, d in strata]
    q = [1 - one for one in p]
    first = fsum(x * y for x, y in zip(p, agree, strict=True)) / (2 * r * r)
    mixed = fsum(
        x * t + y * u for x, y, t, u in zip(p, q, cross, agree, strict=True)
    ) / (2 * r * s)
    last = fsum(x * y for x, y in zip(q, cross, strict=True)) / (2 * s * s)
    return first + mixed + last
