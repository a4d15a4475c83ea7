"""Example answers to a feed, and the states on the way."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from quizzes.formats.feed import scoring as feed
from quizzes.formats.feed.posts import WORTH, kind_of

Json = dict[str, Any]


def feed_moves(content: Json, is_right: bool) -> list[Json]:
    """Check every post and decide best, or share them all."""
    moves: list[Json] = []
    for post in content["body"]["posts"]:
        decision = "share"
        if is_right:
            moves = feed.advance(content, moves, {"post": post["id"], "move": "check"})
            worth = WORTH[kind_of(post)]
            decision = max(("share", "skip", "report"), key=lambda one: worth[one])
        move = {"post": post["id"], "move": decision}
        if decision == "report":
            move["category"] = post["report_category"] or "false"
        moves = feed.advance(content, moves, move)
    return moves


def example(content: Json, is_right: bool) -> Json:
    return {"moves": feed_moves(content, is_right)}


def moves_before(content: Json, state: str) -> list[Json]:
    """Return the first move on the first post."""
    first = content["body"]["posts"][0]["id"]
    move = {"checked": "check", "decided": "share"}[state]
    return feed.advance(content, [], {"post": first, "move": move})


STATES = (("checked", _("After a check")), ("decided", _("After a decision")))
