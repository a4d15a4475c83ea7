"""Example answers to a sort."""

from typing import Any

Json = dict[str, Any]


def example(content: Json, is_right: bool) -> Json:
    """Put every card where it belongs, or elsewhere if there is such a place."""
    body = content["body"]
    names = [one["id"] for one in body["categories"]]
    cards = {
        # False comes before True.
        card["id"]: sorted(names, key=lambda n: (n in card["accepted"]) != is_right)[0]
        for card in body["cards"]
    }
    return {"cards": cards}
