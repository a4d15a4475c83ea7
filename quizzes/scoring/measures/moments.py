"""Mean, spread and correlation of values that come with how many there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, sqrt
from typing import TypeVar

Number = TypeVar("Number", int, float)
Pairs = Iterable[tuple[float, int]]


@dataclass(frozen=True)
class Moments:
    """`squares` is the sum of squared distances from the mean."""

    count: int
    mean: float
    squares: float

    @property
    def population_variance(self) -> float:
        return self.squares / self.count

    @property
    def sd(self) -> float | None:
        """The sample SD, over count - 1; None for a single value."""
        return sqrt(self.squares / (self.count - 1)) if self.count > 1 else None


def moments(pairs: Pairs) -> Moments | None:
    """Describe (value, how many) pairs: `table.items()`. None if there are none.

    Equal values give squares of exactly 0, whatever their last binary digit.
    """
    present = [(value, count) for value, count in pairs if require_count(count)]
    if not present:
        return None
    total = sum(count for _, count in present)
    first = present[0][0]
    if all(value == first for value, _ in present):
        return Moments(total, float(first), 0.0)
    mean = fsum(value * count for value, count in present) / total
    squares = fsum(count * (value - mean) ** 2 for value, count in present)
    return Moments(total, mean, squares)


def pearson(pairs: Iterable[tuple[tuple[float, float], int]]) -> float | None:
    """Correlate ((x, y), how many) pairs. None if x or y does not vary."""
    present = list(pairs)
    first = moments((x, count) for (x, _), count in present)
    second = moments((y, count) for (_, y), count in present)
    if not (first and second and first.squares and second.squares):
        return None
    together = fsum(
        count * (x - first.mean) * (y - second.mean) for (x, y), count in present
    )
    r = together / (sqrt(first.squares) * sqrt(second.squares))
    return max(-1.0, min(1.0, r))


def require_count(count: int) -> int:
    """Return the count. Raise ValueError if it is negative."""
    if count < 0:
        raise ValueError(f"a count of {count}")
    return count


def require_share(part: int, whole: int) -> None:
    """Raise ValueError unless 0 <= part <= whole."""
    if not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole}")
