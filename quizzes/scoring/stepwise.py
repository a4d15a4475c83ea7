"""The formats that are answered move by move, whichever it is."""

from typing import Any

from quizzes.scoring import chat, feed
from quizzes.scoring.reading import Json

Moves = list[dict[str, Any]]

STEPWISE = ("feed", "chat")


def advance(
    snapshot: Json, moves: Moves, move: dict[str, Any], arm: feed.Arm = "none"
) -> Moves:
    """Return the moves with one more. Raise ResponseError if it may not follow."""
    if snapshot["format"] == "feed":
        return feed.advance(snapshot, moves, move, arm=arm)
    return chat.advance(snapshot, moves, move)


def is_finished(snapshot: Json, moves: Moves) -> bool:
    """Tell whether nothing is left to do."""
    if snapshot["format"] == "feed":
        return feed.state(snapshot, moves).is_finished
    return chat.state(snapshot, moves).is_finished


def fold(snapshot: Json, moves: Moves) -> dict[str, Any]:
    """Return all moves as the one response that is graded."""
    fold_format = feed.response if snapshot["format"] == "feed" else chat.response
    return fold_format(moves)
