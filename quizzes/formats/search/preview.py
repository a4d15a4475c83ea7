"""Example answers to a search, and the states on the way."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from quizzes.formats.search import scoring as search

Json = dict[str, Any]


def search_moves(content: Json, is_right: bool) -> list[Json]:
    """Find the best evidence and decide by it, or look around and trust the page."""
    body = content["body"]
    verdict, wrong = "not", "trust"
    if content["veracity"] == "accurate":
        verdict, wrong = wrong, verdict
    decide: Json = {"do": "decide", "verdict": wrong, "evidence": None}
    if not is_right:
        stay = [way for way in body["searches"] if not way["results"]]
        moves = [{"do": "search", "id": way["id"]} for way in stay[:1]]
    else:
        pairs = [(way, one) for way in body["searches"] for one in way["results"]]
        way, best = sorted(pairs, key=lambda pair: pair[1]["worth"])[-1]
        moves = [{"do": "search", "id": way["id"]}, {"do": "open", "id": best["id"]}]
        decide |= {"verdict": verdict, "evidence": best["id"]}
    made: list[Json] = []
    for move in [*moves, decide]:
        made = search.advance(content, made, move)
    return made


def example(content: Json, is_right: bool) -> Json:
    return {"moves": search_moves(content, is_right)}


def moves_before(content: Json, state: str) -> list[Json]:
    """Return all moves but the verdict."""
    return search_moves(content, True)[:-1]


STATES = (("verdict", _("Before the verdict")),)
