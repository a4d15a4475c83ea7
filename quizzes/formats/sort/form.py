"""Reads the form of a sort."""

from typing import Any

from django.http import QueryDict

from quizzes.formats.fields import by_id
from quizzes.scoring.reading import Json

Entered = dict[str, Any]


def entered(data: QueryDict) -> Entered:
    return {"cards": by_id(data, "card-")}


def read(snapshot: Json, data: QueryDict) -> Entered:
    return entered(data)
