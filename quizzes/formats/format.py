"""What the registry says of each format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from literacy.findings import Finding
from quizzes.formats.question import Question
from quizzes.formats.tables import Breakdown
from quizzes.models import Activity
from quizzes.scoring.counters import Counts
from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import Json

Entered = Content = dict[str, Any]
# States that a preview can show, with their names.
States = tuple[tuple[str, Any], ...]


def no_fault(error: ResponseError) -> str | None:
    return None


def no_findings(activity: Activity) -> Iterator[Finding]:
    yield from ()


def nothing_said(data: QueryDict) -> dict[str, str]:
    return {}


def no_moves(content: Content, state: str) -> list[Entered]:
    raise LookupError(state)


@dataclass(frozen=True)
class Format:
    """One format, beside its block (`blocks`) and its rules (`rules`).

    `read(snapshot, data)` turns a form into the response, or where the format is
    answered move by move into one move; it may raise ResponseError. `entered` returns
    the same fields as they were typed, so that a faulty form shows them again; `said`
    what was chosen beside a move, for the screen that the move leads to. `example`
    returns a right or another response as it is kept, and `moves_before` the moves
    that lead to one of `states`. `fault` says what to mend, or None where the fault is
    none of its own. `findings` are the gate's.
    """

    read: Callable[[Json, QueryDict], Entered]
    entered: Callable[[QueryDict], Entered]
    breakdown: Callable[[Json, Counts], list[Breakdown]]
    example: Callable[[Content, bool], Entered]
    screen: type[Question] = Question
    fault: Callable[[ResponseError], str | None] = no_fault
    findings: Callable[[Activity], Iterator[Finding]] = no_findings
    said: Callable[[QueryDict], dict[str, str]] = nothing_said
    states: States = ()
    moves_before: Callable[[Content, str], list[Entered]] = no_moves
