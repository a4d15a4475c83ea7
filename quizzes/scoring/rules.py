"""What each format says of its answers: the contract of `quizzes.formats.*.scoring`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizzes.scoring.mark import Mark
from quizzes.scoring.reading import Json

# A format's own frozen dataclass.
Response = Any
Moves = list[dict[str, Any]]


@dataclass(frozen=True)
class Judgement:
    """What an answer says of its item.

    `flag`: it was taken for misleading, the "yes" of signal detection; None where the
    answer does not say. `options` were picked; `step` is that of a confidence.
    """

    flag: bool | None = None
    options: tuple[str, ...] = ()
    step: int | None = None


@dataclass(frozen=True)
class Steps:
    """How a format is answered move by move.

    `advance(snapshot, moves, move)` returns the moves with one more, or raises
    ResponseError; where `has_arms` it takes the learner's `arm` as well. `fold` makes
    all moves the one response that is parsed and graded.
    """

    advance: Callable[..., Moves]
    is_finished: Callable[[Json, Moves], bool]
    fold: Callable[[Moves], dict[str, Any]]
    has_arms: bool = False


def no_judgement(response: Response) -> Judgement:
    return Judgement()


def no_names(arm: str, mark: Mark[Any]) -> list[str]:
    return []


@dataclass(frozen=True)
class Rules:
    """What a format's answers are, what they are worth, and what they count as.

    `parse(body, data)` returns `response` or raises ResponseError; `names` are the
    counters of one answer, `person_names` those of one person's whole activity.
    """

    response: type
    parse: Callable[[Json, object], Response]
    grade: Callable[[Json, Any], Mark[Any]]
    names: Callable[[Any, Mark[Any]], list[str]]
    judgement: Callable[[Any], Judgement] = no_judgement
    person_names: Callable[[str, Mark[Any]], list[str]] = no_names
    steps: Steps | None = None
