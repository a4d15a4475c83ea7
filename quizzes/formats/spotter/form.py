"""Reads the form of a spotter."""

from typing import Any

from django.http import QueryDict

from quizzes.formats.fields import by_id, chosen
from quizzes.formats.spotter import scoring
from quizzes.scoring.reading import Json

Entered = dict[str, Any]


def entered(data: QueryDict) -> Entered:
    return {
        "marks": chosen(data, "marks"),
        "names": by_id(data, "name-"),
        "nothing": "nothing" in data,
    }


def read(snapshot: Json, data: QueryDict) -> Entered:
    """Raise ResponseError when a piece is unknown or marked twice."""
    given = entered(data)
    return scoring.arrange(snapshot, given["marks"], given["names"], given["nothing"])
