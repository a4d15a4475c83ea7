"""Reads a move of a feed."""

from typing import Any

from django.http import QueryDict

from quizzes.formats.feed.response import FEELINGS, REASONS
from quizzes.formats.fields import known_words, texts, whole
from quizzes.scoring.reading import Json

Entered = dict[str, Any]


def entered(data: QueryDict) -> Entered:
    return texts(data, "move", "category", "feeling", "reason", "accuracy")


def read(snapshot: Json, data: QueryDict) -> Entered:
    """Return what was pressed, and what was said of the post beside it."""
    move: Entered = texts(data, "post", "move")
    for name in ("category", "feeling", "reason"):
        if data.get(name):
            move[name] = data[name]
    if data.get("accuracy"):
        move["accuracy"] = whole(data.get("accuracy"))
    return move


def said(data: QueryDict) -> dict[str, str]:
    """Return what was said of a post before it is checked.

    A redirect carries it in the address, so only known words count.
    """
    if data.get("move", "check") != "check":
        return {}
    return known_words(data, feeling=FEELINGS, reason=REASONS)
