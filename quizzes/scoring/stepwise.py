"""The formats that are answered move by move, whichever it is."""

from typing import Any

from quizzes.scoring import chat, feed, search
from quizzes.scoring.reading import Json

Moves = list[dict[str, Any]]

STEPWISE = ("feed", "chat", "search")


def advance(
    snapshot: Json, moves: Moves, move: dict[str, Any], arm: feed.Arm = "none"
) -> Moves:
    """Return the moves with one more. Raise ResponseError if it may not follow."""
    match snapshot["format"]:
        case "feed":
            return feed.advance(snapshot, moves, move, arm=arm)
        case "search":
            return search.advance(snapshot, moves, move)
    return chat.advance(snapshot, moves, move)


def is_finished(snapshot: Json, moves: Moves) -> bool:
    """Tell whether nothing is left to do."""
    match snapshot["format"]:
        case "feed":
            return feed.state(snapshot, moves).is_finished
        case "search":
            return search.state(snapshot, moves).is_finished
    return chat.state(snapshot, moves).is_finished


def fold(snapshot: Json, moves: Moves) -> dict[str, Any]:
    """Return all moves as the one response that is graded."""
    match snapshot["format"]:
        case "feed":
            return feed.response(moves)
        case "search":
            return search.response(moves)
    return chat.response(moves)
