"""Reads a move of a search."""

from typing import Any

from django.http import QueryDict

from quizzes.formats.fields import known_words, texts
from quizzes.formats.search.response import VERDICTS
from quizzes.scoring.reading import Json

Entered = dict[str, Any]


# What a form sends when the evidence is “nothing I saw”.
NOTHING_SEEN = "none"
# Ids are shorter.
MAX_ID = 40


def entered(data: QueryDict) -> Entered:
    return texts(data, "verdict", "evidence")


def read(snapshot: Json, data: QueryDict) -> Entered:
    """Return what was pressed: a search, a result to open, or the verdict."""
    for name in ("search", "open"):
        if data.get(name):
            return {"do": name, "id": data[name]}
    move: Entered = {"do": "decide", "verdict": data.get("verdict") or None}
    if data.get("evidence"):
        nothing = data["evidence"] == NOTHING_SEEN
        move["evidence"] = None if nothing else data["evidence"]
    return move


def said(data: QueryDict) -> dict[str, str]:
    """Return what was chosen of the verdict before another page is read.

    A redirect carries it in the address, so only known words count, or an id.
    """
    chosen = known_words(data, verdict=VERDICTS)
    evidence = data.get("evidence", "")[:MAX_ID]
    return {**chosen, "evidence": evidence} if evidence else chosen
