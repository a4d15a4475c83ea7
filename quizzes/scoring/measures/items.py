"""Item analysis: difficulty, discrimination and distractors of one item.

Of first attempts, complete sets and items in random order only. A rest score is the
number of the other items of the set that were right; give a set of the misleading
items alone, one of the accurate alone, and both together, since a strong c makes the
two halves correlate negatively.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from quizzes.scoring.measures.moments import (
    moments,
    pearson,
    require_count,
    require_share,
)

TAIL = 0.27  # Kelley's share of a cohort at either end
TOO_HARD, TARGET, TOO_EASY = 0.20, (0.35, 0.85), 0.95
WEAK, GOOD = 0.10, 0.20

Option = TypeVar("Option", bound=str)

# {(1 if right else 0, rest score): persons}
Joint = Mapping[tuple[int, int], int]


@dataclass(frozen=True)
class OptionUse:
    """How many chose an option, which share of persons, and their mean rest score."""

    count: int
    share: float
    mean_rest: float


def difficulty(correct: int, answered: int) -> float | None:
    """Return p, the share that was right: 0..1, higher is easier. None of nothing."""
    require_share(correct, answered)
    return correct / answered if answered else None


def difficulty_flag(
    p: float,
) -> Literal["too_hard", "hard", "on_target", "easy", "too_easy"]:
    """Say where p stands: flagged are too_hard (< .20) and too_easy (> .95)."""
    if p < TOO_HARD:
        return "too_hard"
    if p > TOO_EASY:
        return "too_easy"
    if p < TARGET[0]:
        return "hard"
    return "easy" if p > TARGET[1] else "on_target"


def point_biserial(joint: Joint) -> float | None:
    """Correlate the item with the rest of its set: -1..+1.

    None if all were right or all wrong, or if all have one rest score. Raise
    ValueError for an item that is neither 0 nor 1.
    """
    _require_binary(joint)
    return pearson(joint.items())


def discrimination_flag(r: float) -> Literal["urgent", "weak", "fair", "good"]:
    """Grade r: good from .20, weak below .10, urgent if negative."""
    if r < 0:
        return "urgent"
    if r < WEAK:
        return "weak"
    return "good" if r >= GOOD else "fair"


def upper_lower(joint: Joint) -> float | None:
    """Return D: p of the best 27 % less p of the worst 27 %, -1..+1.

    Best and worst by rest score, so that an item does not vouch for itself. Of those
    who tie at the border the share that fits counts, which is the mean over all ways
    to break the tie. None if all have one rest score, or nobody answered.
    """
    _require_binary(joint)
    persons: dict[int, int] = {}
    right: dict[int, int] = {}
    for (item, rest), count in joint.items():
        if require_count(count):
            persons[rest] = persons.get(rest, 0) + count
            right[rest] = right.get(rest, 0) + item * count
    if len(persons) < 2:
        return None
    strata = [(persons[rest], right[rest]) for rest in sorted(persons)]
    size = TAIL * sum(persons.values())
    return (_right_of(strata[::-1], size) - _right_of(strata, size)) / size


def distractors(
    table: Mapping[tuple[Option, int], int], answered: int | None = None
) -> dict[Option, OptionUse]:
    """Describe each option that somebody chose, from {(option, rest score): persons}.

    `answered` is the number of persons where one may choose several options; else
    everybody chose one. Raise ValueError for an option chosen by more than all.
    """
    chosen = sum(table.values()) if answered is None else answered
    uses = {}
    for option in dict.fromkeys(option for option, _ in table):
        found = moments((rest, n) for (one, rest), n in table.items() if one == option)
        if found:
            require_share(found.count, chosen)
            share = found.count / chosen
            uses[option] = OptionUse(found.count, share, found.mean)
    return uses


def ambiguous(uses: Mapping[Option, OptionUse], right: Option) -> list[Option]:
    """Return the wrong options whose choosers did better elsewhere than the right's.

    With `right` chosen by nobody there is nothing to compare with: none.
    """
    if right not in uses:
        return []
    mean = uses[right].mean_rest
    return [one for one in uses if one != right and uses[one].mean_rest > mean]


def joint_of(matrix: Sequence[Sequence[int]], item: int) -> Counter[tuple[int, int]]:
    """Tally one column of persons × items, 0 or 1: the joint table of that item."""
    return Counter((row[item], sum(row) - row[item]) for row in matrix)


def _right_of(strata: Sequence[tuple[int, int]], size: float) -> float:
    """Return how many of the first `size` persons were right."""
    total = 0.0
    for persons, right in strata:
        part = min(size, persons)
        total += right * part / persons
        size -= part
    return total


def _require_binary(joint: Joint) -> None:
    for item, _ in joint:
        if item not in (0, 1):
            raise ValueError(f"an item scored {item}")
