"""A number with what it takes to show it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from quizzes.scoring.measures.minimums import shown

Value = TypeVar("Value", covariant=True)
Found = TypeVar("Found")


@dataclass(frozen=True)
class Figure(Generic[Value]):
    """`value` is None under the minimum, where it is undefined, and where not `fits`.

    `fits` is False where the counts contradict each other: a report says so.
    """

    value: Value | None
    count: int
    minimum: int
    fits: bool = True

    @property
    def is_enough(self) -> bool:
        return self.count >= self.minimum


def figure(
    count: int, minimum: int, compute: Callable[[], Found | None]
) -> Figure[Found]:
    """Return what `compute` finds, if there is enough of it and the counts fit."""
    try:
        value = compute()
    except ValueError:
        return Figure(None, count, minimum, fits=False)
    return Figure(shown(value, count, minimum), count, minimum)
