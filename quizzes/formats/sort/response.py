"""Read the response to a sort."""

from dataclasses import dataclass

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import SHOWN, Json, read_object


@dataclass(frozen=True)
class SortResponse:
    """(card, category) for every card, in the snapshot's order."""

    cards: tuple[tuple[str, str], ...]


def parse_sort(body: Json, data: object) -> SortResponse:
    given = read_object(data, at="response", required=["cards"])["cards"]
    cards = [card["id"] for card in body["cards"]]
    categories = [category["id"] for category in body["categories"]]
    if not isinstance(given, dict):
        raise ResponseError("wrong_shape", at="cards")
    for card, category in given.items():
        if card not in cards:
            raise ResponseError("unknown_card", id=str(card)[:SHOWN])
        if not isinstance(category, str):
            raise ResponseError("wrong_shape", at="cards")
        if category not in categories:
            raise ResponseError("unknown_category", id=category[:SHOWN])
    missing = tuple(card for card in cards if card not in given)
    if missing:
        raise ResponseError("incomplete_sort", missing=missing)
    return SortResponse(tuple((card, given[card]) for card in cards))
