"""Discernment from ratings, shares, reports and checks, with both halves.

A cohort's table is {(sum on accurate, accurate items, sum on misleading, misleading
items): persons}: the sum of the ratings, or the count of those shared or reported.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from quizzes.scoring.measures.intervals import Estimate, estimate_mean
from quizzes.scoring.measures.moments import moments, require_count, require_share

RATINGS = (1, 7)

Half = Literal["accurate", "misleading"]
HalvesTable = Mapping[tuple[int, int, int, int], int]
# One person's: {(1 if misleading else 0, rating): items}.
Ratings = Mapping[tuple[int, int], int]


@dataclass(frozen=True)
class Halves:
    """One person's mean on each half, and the difference; None where undefined."""

    accurate: float | None
    misleading: float | None
    discernment: float | None


@dataclass(frozen=True)
class CohortHalves:
    """Means of those persons who answered items of both halves.

    So discernment is the difference of the halves: a fall in both halves is cynicism,
    not learning. `left_out` persons answered only one half.
    """

    persons: int
    left_out: int
    accurate: Estimate
    misleading: Estimate
    discernment: Estimate


def manip_disc(ratings: Ratings) -> Halves:
    """Mean rating of manipulativeness on misleading less accurate items: -6..+6."""
    return _rated(ratings, "misleading")


def trust_disc(ratings: Ratings) -> Halves:
    """Mean rating of trust on accurate less misleading items: -6..+6."""
    return _rated(ratings, "accurate")


def share_disc(
    shared_accurate: int, accurate: int, shared_misleading: int, misleading: int
) -> Halves:
    """Share of accurate items shared less that of misleading items: -1..+1."""
    return _halves(
        rate(shared_accurate, accurate),
        rate(shared_misleading, misleading),
        "accurate",
    )


def report_disc(
    over_reports: int, not_reportable: int, reports: int, reportable: int
) -> Halves:
    """Share of the reportable reported less OverReport, which is `accurate` here."""
    return _halves(
        rate(over_reports, not_reportable), rate(reports, reportable), "misleading"
    )


def rate(count: int, of: int) -> float | None:
    """CheckRate and OverReport of one person: 0..1. None of nothing."""
    require_share(count, of)
    return count / of if of else None


def mean_rate(table: Mapping[tuple[int, int], int]) -> Estimate | None:
    """Average a rate over persons: {(count, of): persons}, those of nothing left out.

    CheckRate of (misleading checked, misleading); OverReport of (over-reports, not
    reportable); AUC of `auc_counts`.
    """
    rates = ((rate(*key), persons) for key, persons in table.items())
    return estimate_mean((one, persons) for one, persons in rates if one is not None)


def both_halves(table: HalvesTable) -> dict[tuple[int, int, int, int], int]:
    """Return the part of the table of those who answered items of both halves.

    Of tables of `detection` too: their keys have the items of the halves in the same
    places.
    """
    return {key: persons for key, persons in table.items() if key[1] and key[3]}


def cohort_manip_disc(table: HalvesTable) -> CohortHalves | None:
    return _cohort(table, RATINGS, "misleading")


def cohort_trust_disc(table: HalvesTable) -> CohortHalves | None:
    return _cohort(table, RATINGS, "accurate")


def cohort_share_disc(table: HalvesTable) -> CohortHalves | None:
    return _cohort(table, (0, 1), "accurate")


def cohort_report_disc(table: HalvesTable) -> CohortHalves | None:
    """As `report_disc`: {(over-reports, not reportable, reports, reportable): n}."""
    return _cohort(table, (0, 1), "misleading")


def cohort_judged_disc(table: HalvesTable) -> CohortHalves | None:
    """Judgements, {(hits, misleading items, false alarms, accurate items): persons}.

    The key of `detection`, not that of this module. Both halves are shares taken for
    accurate (0..1); discernment is -1..+1, and 0 for whoever flags everything, or
    nothing.
    """
    turned: dict[tuple[int, int, int, int], int] = {}
    for (hits, misleading, false_alarms, accurate), persons in table.items():
        key = (accurate - false_alarms, accurate, misleading - hits, misleading)
        turned[key] = persons
    return _cohort(turned, (0, 1), "accurate")


def auc_counts(ratings: Ratings) -> tuple[int, int]:
    """Return twice the pairs won and twice all pairs, a tie being half a win.

    A pair is a misleading item against an accurate one; it is won if the misleading
    one has the higher rating. Whole numbers, so that a tally can hold them.
    """
    misleading = {value: n for (m, value), n in ratings.items() if m and n}
    accurate = {value: n for (m, value), n in ratings.items() if not m and n}
    won = pairs = 0
    for a, count in misleading.items():
        for b, other in accurate.items():
            both = require_count(count) * require_count(other)
            pairs += 2 * both
            won += both * (2 if a > b else int(a == b))
    return won, pairs


def auc(ratings: Ratings) -> float | None:
    """ROC area of one person's ratings, without assuming a scale: 0..1, .5 is chance.

    None unless items of both halves were rated.
    """
    return rate(*auc_counts(ratings))


def _rated(ratings: Ratings, higher: Half) -> Halves:
    low, high = RATINGS
    for m, value in ratings:
        if m not in (0, 1) or not low <= value <= high:
            raise ValueError(f"a rating of {value} on {m}")
    accurate = moments((value, n) for (m, value), n in ratings.items() if not m)
    misleading = moments((value, n) for (m, value), n in ratings.items() if m)
    return _halves(
        accurate.mean if accurate else None,
        misleading.mean if misleading else None,
        higher,
    )


def _halves(accurate: float | None, misleading: float | None, higher: Half) -> Halves:
    if accurate is None or misleading is None:
        return Halves(accurate, misleading, None)
    sign = 1 if higher == "accurate" else -1
    return Halves(accurate, misleading, sign * (accurate - misleading))


def _cohort(
    table: HalvesTable, scale: tuple[int, int], higher: Half
) -> CohortHalves | None:
    """Average the persons of both halves. None without any.

    Raise ValueError for a sum that so many items cannot have on this scale.
    """
    sign = 1 if higher == "accurate" else -1
    for sum_a, n_a, sum_m, n_m in table:
        for part, whole in ((sum_a, n_a), (sum_m, n_m)):
            require_share(part - scale[0] * whole, (scale[1] - scale[0]) * whole)
    rows = [
        (sum_a / n_a, sum_m / n_m, persons)
        for (sum_a, n_a, sum_m, n_m), persons in both_halves(table).items()
    ]
    accurate = estimate_mean((a, n) for a, _, n in rows)
    misleading = estimate_mean((m, n) for _, m, n in rows)
    difference = estimate_mean((sign * (a - m), n) for a, m, n in rows)
    if not (accurate and misleading and difference):
        return None
    left_out = sum(table.values()) - accurate.count
    return CohortHalves(accurate.count, left_out, accurate, misleading, difference)
