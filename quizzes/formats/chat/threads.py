"""Follow a path of choices through the nodes of a chat."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import SHOWN, Json


@dataclass(frozen=True)
class Turn:
    """A node that was reached, as the snapshot has it, and the choice taken there."""

    node: Json
    choice: Json | None


@dataclass(frozen=True)
class Walk:
    """The turns so far; the last one has no choice while there is no end yet."""

    turns: tuple[Turn, ...]
    end: Json | None


def walk(body: Json, path: Sequence[str]) -> Walk:
    """Follow the choice ids from the first node.

    Raise ResponseError: choice_not_in_node, after_the_end.
    """
    nodes = {node["key"]: node for node in body["nodes"]}
    ends = {end["key"]: end for end in body["ends"]}
    turns: list[Turn] = []
    node, end = body["nodes"][0], None
    for choice_id in path:
        if end is not None:
            raise ResponseError("after_the_end")
        choice = _choice_in(node, choice_id)
        turns.append(Turn(node, choice))
        end = ends.get(choice["next"])
        if end is None:
            node = nodes[choice["next"]]
    if end is None:
        turns.append(Turn(node, None))
    return Walk(tuple(turns), end)


def _choice_in(node: Json, choice_id: str) -> Json:
    choices: list[Json] = node["choices"]
    for choice in choices:
        if choice["id"] == choice_id:
            return choice
    raise ResponseError("choice_not_in_node", id=choice_id[:SHOWN], node=node["key"])
