"""Reads a move of a chat."""

from typing import Any

from django.http import QueryDict

from quizzes.formats.fields import chosen
from quizzes.scoring.reading import Json

Entered = dict[str, Any]


def entered(data: QueryDict) -> Entered:
    return {"choice": data.get("choice", ""), "flags": chosen(data, "flags")}


def read(snapshot: Json, data: QueryDict) -> Entered:
    """Return the reply that was chosen and the signs that were noticed before it."""
    return {"choice": data.get("choice"), "flags": chosen(data, "flags")}
