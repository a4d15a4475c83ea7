"""How a learner puts cards into groups, and finds out about a page."""

from functools import cache
from typing import Any

from playwright.sync_api import Locator

from courses.services.loading.raw import make_id

from . import truth
from .hands import Keys, Touch

Hands = Touch | Keys


@cache
def accepted() -> dict[str, frozenset[str]]:
    """Return for each card of all sorts the groups that are accepted, all by id."""
    found = {}
    for key, activity in truth.activities().items():
        body = activity["body"]
        if activity["format"] != "sort":
            continue
        groups = [
            make_id(f"{key}/categories/{one['key']}") for one in body["categories"]
        ]
        for card in body["cards"]:
            numbers = {card["category"], card.get("also", card["category"])}
            found[make_id(f"{key}/cards/{card['key']}")] = frozenset(
                groups[number - 1] for number in numbers
            )
    return found


def fill_sort(hands: Hands, place: Locator, *, right: bool) -> None:
    """Put every card into a group that is accepted, or that is not."""
    for card in place.locator(".sort").all():
        fields = card.locator("input").all()
        name = (fields[0].get_attribute("name") or "").removeprefix("card-")
        hands.mark(
            next(
                field
                for field in fields
                if (field.get_attribute("value") in accepted()[name]) == right
            )
        )


@cache
def searches() -> dict[str, dict[str, Any]]:
    """Return the ways on of all searches by id, each with its results by id."""
    found = {}
    for key, activity in truth.activities().items():
        if activity["format"] != "search":
            continue
        for way in activity["body"]["searches"]:
            path = f"{key}/searches/{way['key']}"
            results = {
                make_id(f"{path}/results/{one['key']}"): one
                for one in way.get("results", [])
            }
            found[make_id(path)] = {
                **way,
                "results": results,
                "veracity": activity["veracity"],
            }
    return found


def best_move(place: Locator) -> tuple[str, str, str]:
    """Return the search to make, the result to open there, and the right verdict."""
    shown = [
        one.get_attribute("value") or ""
        for one in place.locator("button[name=search]").all()
    ]
    pairs = [
        (result["worth"], way["worth"], one, name, way["veracity"])
        for one, way in searches().items()
        if one in shown
        for name, result in way["results"].items()
    ]
    _worth, _way, search, result, veracity = max(pairs)
    return search, result, "trust" if veracity == "accurate" else "not"
