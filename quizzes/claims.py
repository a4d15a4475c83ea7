"""Rumours do not stand in headings: these travel without what explains them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from literacy.findings import Finding, warning
from literacy.text.normal import spaced

from .models import Activity

# A claim of fewer words may stand in a title by chance.
CLAIM_WORDS = 3
SENTENCE_END = re.compile(r"[.!?؟…\n]+")
# What lists, links, tabs and search engines show of any page.
TITLES = ("title", "slug", "seo_title", "search_description")

Heading = tuple[str, str]


def titles_of(page: Any, *more: str) -> list[Heading]:
    """Return what is read without the page, each text with its field."""
    return [(name, getattr(page, name) or "") for name in (*TITLES, *more)]


def repeated_claims(
    headings: Iterable[Heading], activities: Iterable[Activity]
) -> Iterator[Finding]:
    """Return the headings that repeat a sentence which an activity shows as false."""
    claims = {
        f" {spaced(sentence)} ": activity
        for activity in activities
        for claim in claims_of(activity)
        for sentence in SENTENCE_END.split(claim)
        if len(sentence.split()) >= CLAIM_WORDS
    }
    for spot, heading in headings:
        shown = f" {spaced(heading)} "
        found = {one for claim, one in claims.items() if claim in shown}
        for activity in sorted(found, key=lambda one: one.key):
            yield warning(
                "claim_in_heading",
                _("A heading repeats the claim of “%(title)s” word for word.")
                % {"title": activity},
                _("Say it neutrally: headings travel without their lesson."),
                spot,
            )


def claims_of(activity: Activity) -> Iterator[str]:
    """Yield what the activity lets somebody claim, and what is not true."""
    for item in activity.body.raw_data:
        value = item["value"] if isinstance(item["value"], dict) else {}
        yield from (
            post.get("text") or ""
            for post in parts(value, "posts")
            if post.get("veracity") == "misleading"
        )
        if activity.veracity != "misleading":
            continue
        yield from (value.get(name) or "" for name in ("statement", "caption"))
        for stimulus in parts(value, "stimulus"):
            yield stimulus.get("text") or ""
        yield " ".join(piece.get("text") or "" for piece in parts(value, "segments"))


def parts(value: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the raw parts of a list, without their ids."""
    return [part.get("value", part) for part in value.get(name) or []]
