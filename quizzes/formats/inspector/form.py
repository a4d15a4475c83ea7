"""Reads the form of an inspector."""

from typing import Any

from django.http import QueryDict

from quizzes.formats.fields import chosen
from quizzes.scoring.reading import Json

Entered = dict[str, Any]


def entered(data: QueryDict) -> Entered:
    return {"spots": chosen(data, "spots"), "verdict": data.get("verdict", "")}


def read(snapshot: Json, data: QueryDict) -> Entered:
    given = entered(data)
    return {**given, "verdict": given["verdict"] or None}
