"""Follow the moves of a search: what was looked for, and what was opened there."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import SHOWN, Json

# These leave the page; "about" and "comments" stay on it.
LATERAL = ("name", "claim", "picture")


@dataclass(frozen=True)
class Step:
    """One move: a search, or a result that was opened, as the snapshot has them.

    `is_evidence` where there was something to read, not only a list.
    """

    id: str
    search: Json
    result: Json | None

    @property
    def do(self) -> str:
        return "search" if self.result is None else "open"

    @property
    def is_lateral(self) -> bool:
        return self.search["kind"] in LATERAL

    @property
    def is_evidence(self) -> bool:
        return self.result is not None or not self.is_lateral

    @property
    def worth(self) -> int:
        return int((self.result or self.search)["worth"])


def follow(body: Json, path: Sequence[str]) -> tuple[Step, ...]:
    """Return a step for each id, in order.

    Raise ResponseError: unknown_move, not_found_yet, repeated, too_many (more moves
    than the budget allows).
    """
    if len(path) > body["budget"]:
        raise ResponseError("too_many", limit=body["budget"])
    steps: list[Step] = []
    for one in path:
        step = find(body, one)
        if one in [earlier.id for earlier in steps]:
            raise ResponseError("repeated", id=one)
        made = [earlier.id for earlier in steps]
        if step.result is not None and step.search["id"] not in made:
            raise ResponseError("not_found_yet", id=one)
        steps.append(step)
    return tuple(steps)


def find(body: Json, one: str) -> Step:
    """Return the search or the result of this id. Raise ResponseError."""
    for search in body["searches"]:
        if search["id"] == one:
            return Step(one, search, None)
        for result in search["results"]:
            if result["id"] == one:
                return Step(one, search, result)
    raise ResponseError("unknown_move", id=one[:SHOWN])
