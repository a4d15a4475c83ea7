"""How a learner marks pieces of a text, and places in a picture."""

from functools import cache
from typing import Any

from playwright.sync_api import Locator, Page

from courses.services.loading.raw import make_id

from . import truth
from .hands import Keys, Touch

Hands = Touch | Keys


@cache
def parts(format_: str, name: str) -> dict[str, dict[str, Any]]:
    """Return the items of a list in every activity of a format, by id.

    Each with its activity's veracity.
    """
    return {
        make_id(f"{key}/{name}/{part['key']}"): {
            **part,
            "veracity": activity["veracity"],
        }
        for key, activity in truth.activities().items()
        if activity["format"] == format_
        for part in activity["body"][name]
    }


def values(place: Locator, name: str) -> list[str]:
    fields = place.locator(f"input[name={name}]").all()
    return [field.get_attribute("value") or "" for field in fields]


def tricks_in(place: Locator) -> dict[str, str]:
    """Return the technique of each piece that has to be marked."""
    pieces = parts("spotter", "segments")
    return {
        one: pieces[one]["technique"]
        for one in values(place, "marks")
        if "technique" in pieces[one] and pieces[one].get("required", True)
    }


def fill_spotter(hands: Hands, place: Locator, *, right: bool) -> None:
    """Mark all tricks, or one piece that is none; name them where names are asked."""
    wanted = tricks_in(place)
    if not right:
        pieces = parts("spotter", "segments")
        plain = [
            one for one in values(place, "marks") if "technique" not in pieces[one]
        ]
        wanted = dict.fromkeys(plain[:1], "")
    if not wanted:
        hands.mark(place.locator("[name=nothing]"))
    for piece in wanted:
        hands.mark(place.locator(f"[name=marks][value='{piece}']"))
    if place.locator("[data-names]").count():
        name_tricks(hands, place, wanted)


def name_tricks(hands: Hands, place: Locator, wanted: dict[str, str]) -> None:
    """Choose the kind of each: by chips or, on the next page, from a list."""
    for piece, technique in wanted.items():
        chips = place.locator(f"input[name='name-{piece}']")
        if chips.count():
            one = f"[value='{technique}']" if technique else ""
            hands.mark(place.locator(f"input[name='name-{piece}']{one}").first)


def send_marks(hands: Hands, page: Page, place: Locator, *, right: bool) -> Locator:
    """Send a form without scripts: the kinds of trick are asked in a second step."""
    wanted = tricks_in(place) if right else {}
    hands.press(place.locator("button[type=submit]").last)
    place = page.locator("main live-fragment")
    selects = place.locator("[data-names] select")
    if not selects.count():
        return place
    for select in selects.all():
        piece = (select.get_attribute("name") or "").removeprefix("name-")
        other = select.locator("option").nth(1).get_attribute("value") or ""
        hands.pick(select, wanted.get(piece, other))
    hands.press(place.locator("button[type=submit]").last)
    return place


def fill_inspector(hands: Hands, place: Locator, *, right: bool) -> None:
    """Pick the clues and judge rightly, or take it for what it is not."""
    spots = parts("inspector", "spots")
    shown = values(place, "spots")
    fits = spots[shown[0]]["veracity"] == "accurate"
    asks = place.locator("[name=verdict]").count()
    wanted = [one for one in shown if spots[one]["is_clue"] == right]
    if fits:
        wanted = [] if right else shown[:1]
    elif asks and not right:
        wanted = []
    for one in wanted:
        hands.mark(place.locator(f"[name=spots][value='{one}']"))
    if asks:
        verdict = "fits" if fits == right else "not"
        hands.mark(place.locator(f"[name=verdict][value={verdict}]"))
