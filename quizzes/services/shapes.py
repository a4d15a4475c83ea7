"""Brings the fields that editors fill in into the shape that scoring reads."""

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]


def shape_body(format_: str, body: Json) -> Json:
    """Return the body of a format, ready to be frozen."""
    if isinstance(body.get("stimulus"), list):
        body = {**body, "stimulus": next(iter(body["stimulus"]), None)}
    shape = SHAPES.get(format_)
    return shape(body) if shape else body


def shape_chat(body: Json) -> Json:
    """Scenes call signs by their short names, so these are their ids."""
    return {**body, "flags": [{**flag, "id": flag["key"]} for flag in body["flags"]]}


def shape_sort(body: Json) -> Json:
    """Cards name their categories by number; in a snapshot by id, the best first."""
    ids = dict(enumerate((one["id"] for one in body["categories"]), start=1))
    return {**body, "cards": [shape_card(card, ids) for card in body["cards"]]}


def shape_card(card: Json, ids: dict[int, str]) -> Json:
    # A draft may name a category that is not there yet.
    accepted = [ids[n] for n in (card["category"], card["also"]) if n in ids]
    kept = {name: card[name] for name in ("id", "text", "why")}
    return {**kept, "accepted": accepted}


SHAPES: dict[str, Callable[[Json], Json]] = {"chat": shape_chat, "sort": shape_sort}
