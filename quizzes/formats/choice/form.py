"""Reads the form of a choice."""

from typing import Any

from django.http import QueryDict

from quizzes.formats.fields import chosen
from quizzes.scoring.reading import Json

Entered = dict[str, Any]


def entered(data: QueryDict) -> Entered:
    return {"options": chosen(data, "options")}


def read(snapshot: Json, data: QueryDict) -> Entered:
    return entered(data)
