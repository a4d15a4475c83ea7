"""What is right in the content that comes with the site, by the ids that forms send."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from courses.services.loading.raw import make_id
from courses.services.loading.reading import load
from literacy.formats import plain_digits

CONTENT = settings.BASE_DIR / "courses" / "content"
# A module that only tests load.
TRIAL = Path(__file__).parent / "content" / "trial"


@cache
def activities() -> dict[str, dict[str, Any]]:
    """Return every activity of all lessons by its key."""
    found = {}
    for path in sorted([*CONTENT.glob("*/*.yaml"), *TRIAL.glob("*.yaml")]):
        file = load(path.read_text(encoding="utf-8"))
        for activity in file.get("activities", []):
            found[activity["key"]] = activity
    return found


@cache
def right_options() -> frozenset[str]:
    """Return the ids of all right options."""
    return frozenset(
        make_id(f"{key}/options/{option['key']}")
        for key, activity in activities().items()
        for option in activity["body"].get("options", [])
        if option["correct"]
    )


@cache
def places() -> dict[str, int]:
    """Return for each step of an order where it belongs."""
    return {
        make_id(f"{key}/steps/{step['key']}"): place
        for key, activity in activities().items()
        if activity["format"] == "order"
        for place, step in enumerate(activity["body"]["steps"], 1)
    }


@cache
def posts() -> dict[str, dict[str, Any]]:
    """Return the posts of all feeds by id."""
    return {
        make_id(f"{key}/posts/{post['key']}"): post
        for key, activity in activities().items()
        for post in activity["body"].get("posts", [])
    }


@cache
def evidence() -> dict[str, str]:
    """Return what each claim is, by what the twins of a pair differ in."""
    return {
        letters(text): activity["veracity"]
        for activity in activities().values()
        if activity["format"] == "confidence"
        for text in claims(activity["body"])
    }


def claims(body: dict[str, Any]) -> list[str]:
    """Return claim, source and what it is about, in each language."""
    about = body.get("stimulus", {}).get("text", {})
    texts = [body["statement"], body.get("source", {}), about]
    return ["".join(text.get(key, "") for text in texts) for key in body["statement"]]


@cache
def kind_replies() -> frozenset[str]:
    """Return the ids of the replies that lead a chat to a good end."""
    return frozenset(
        make_id(f"{key}/nodes/{node['key']}/choices/{reply['key']}")
        for key, activity in activities().items()
        for node in activity["body"].get("nodes", [])
        for reply in node["choices"]
        if reply["quality"] == "safe"
    )


def letters(text: str) -> str:
    """Return only letters and plain digits, to compare what is shown with a file."""
    plain = plain_digits(text)
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LN")
