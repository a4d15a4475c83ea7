"""Reads the form of an order."""

from typing import Any

from django.http import QueryDict

from quizzes.formats.fields import by_id, whole
from quizzes.formats.order import scoring
from quizzes.scoring.reading import Json

Entered = dict[str, Any]


def entered(data: QueryDict) -> Entered:
    return {"places": by_id(data, "place-")}


def read(snapshot: Json, data: QueryDict) -> Entered:
    """Raise ResponseError when the numbers are not 1, 2, 3 and so on.

    One that cannot be read is missing.
    """
    places = {step: whole(place) for step, place in by_id(data, "place-").items()}
    numbered = {step: place for step, place in places.items() if place is not None}
    return scoring.arrange(snapshot, numbered)
