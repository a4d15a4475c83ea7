"""Reads the form of a confidence."""

from typing import Any

from django.http import QueryDict

from quizzes.formats.fields import texts, whole
from quizzes.scoring.reading import Json

Entered = dict[str, Any]


def entered(data: QueryDict) -> Entered:
    return texts(data, "step")


def read(snapshot: Json, data: QueryDict) -> Entered:
    return {"step": whole(data.get("step"))}
