"""Tables of what was answered to one version."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.figures import Figure, figure
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts
from quizzes.scoring.measures.discernment import rate
from quizzes.scoring.measures.minimums import ITEM_DIFFICULTY


@dataclass(frozen=True)
class Bar:
    """How many did one thing; `is_right` is None where it is neither.

    `mean_rest` is the mean rest score of those who did it, None where too few did
    the set; `names` are what it was called, with how many called it so.
    """

    label: Any
    count: int
    share: float
    is_right: bool | None = None
    mean_rest: float | None = None
    is_ambiguous: bool = False
    names: tuple[tuple[Any, int], ...] = ()


@dataclass(frozen=True)
class Bars:
    """`code` says what was counted; `bars` come in the order of the activity."""

    code: str
    bars: Figure[tuple[Bar, ...]]
    kind: str = "bars"

    @property
    def has_rest(self) -> bool:
        return any(bar.mean_rest is not None for bar in self.bars.value or ())


@dataclass(frozen=True)
class Cell:
    count: int
    share: float
    is_right: bool


@dataclass(frozen=True)
class Row:
    """One card, step or post against the columns; `extra` counts beside them."""

    label: str
    cells: tuple[Cell, ...]
    extra: Cell | None = None


@dataclass(frozen=True)
class Grid:
    """What was done with each of several things: a confusion table."""

    code: str
    columns: tuple[Any, ...]
    rows: Figure[tuple[Row, ...]]
    extra: Any = ""
    kind: str = "grid"


Breakdown = Bars | Grid


# (id, label, is right)
Things = Iterable[tuple[str, Any, bool | None]]


def verdict_things(verdicts: Sequence[tuple[str, Any]], right: str | None) -> Things:
    """Return the verdicts; "unsure" is right where nobody can know, else neither."""
    return [
        (word, label, word == right or (None if word == "unsure" else False))
        for word, label in verdicts
    ]


def bars(code: str, things: Things, counts: Counts, kind: str) -> Bars:
    """Count "<kind>:<id>" of each thing against all answers."""
    answers, found = counts.get("answers", 0), counters.by_id(counts, kind)
    known = list(things)

    def compute() -> tuple[Bar, ...]:
        return tuple(
            Bar(label, found.get(id_, 0), rate(found.get(id_, 0), answers) or 0, right)
            for id_, label, right in known
        )

    return Bars(code, figure(answers, ITEM_DIFFICULTY, compute))


def grid(
    code: str,
    things: Sequence[tuple[str, str, set[str]]],
    columns: Sequence[tuple[str, Any]],
    found: dict[tuple[str, str], int],
    counts: Counts,
    extra: str = "",
) -> Grid:
    """Count what was done with each thing; each row adds up to all answers."""
    answers = counts.get("answers", 0)

    def cell(id_: str, word: str, right: set[str]) -> Cell:
        count = found.get((id_, word), 0)
        return Cell(count, rate(count, answers) or 0, word in right)

    def compute() -> tuple[Row, ...]:
        rows = []
        for id_, label, right in things:
            cells = tuple(cell(id_, word, right) for word, _name in columns)
            if sum(one.count for one in cells) != answers:
                raise ValueError(f"{label}: not {answers}")
            beside = cell(id_, extra, right) if extra else None
            rows.append(Row(label, cells, beside))
        return tuple(rows)

    rows = figure(answers, ITEM_DIFFICULTY, compute)
    return Grid(code, tuple(label for _word, label in columns), rows, extra)
