"""Turns what a browser sent into typed values, and knows nothing else."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from literacy.formats import plain_digits

from .scoring import order, spotter
from .scoring.responses.feed import FEELINGS, REASONS
from .scoring.responses.search import VERDICTS

Json = dict[str, Any]
Choices = list[tuple[str, Any]]
MAX_ITEMS = 60
# Ids are shorter.
MAX_ID = 40
# What a form sends when the evidence is “nothing I saw”.
NOTHING_SEEN = "none"


class AnswerForm(forms.Form):
    """Which activity, in which version, on which page, under which name."""

    activity = forms.UUIDField()
    version = forms.IntegerField(min_value=1, max_value=1_000_000)
    language = forms.ChoiceField(choices=settings.LANGUAGES)
    subject = forms.UUIDField()
    attempt = forms.CharField(required=False, max_length=32)
    uuid = forms.UUIDField(required=False)
    at = forms.IntegerField(required=False, min_value=0, max_value=1_000)


class CheckForm(forms.Form):
    """On which page a check begins."""

    subject = forms.UUIDField()


class ReportForm(forms.Form):
    """What the report on activities is narrowed to; what is unknown is everything."""

    module = forms.ChoiceField(label=_("Module"), required=False)
    format = forms.ChoiceField(label=_("Format"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    skill = forms.ChoiceField(label=_("Skill"), required=False)

    def __init__(self, data: QueryDict, **choices: Choices) -> None:
        super().__init__(data, auto_id="report-%s")
        choices["languages"] = list(settings.LANGUAGES)
        for name, field in self.fields.items():
            field.choices = [("", _("All")), *choices[f"{name}s"]]

    def chosen(self) -> dict[str, str]:
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}

    def query(self) -> str:
        """Return what is chosen as the beginning of an address, to page on with."""
        kept = {name: value for name, value in self.chosen().items() if value}
        return f"{urlencode(kept)}&" if kept else ""


def response_data(snapshot: Json, data: QueryDict) -> Json:
    """Return the fields of one format as the response that scoring reads.

    Raises ResponseError when the numbers of an order are not 1, 2, 3 and so on (one
    that cannot be read is missing), and when a piece of a spotter is unknown or
    marked twice.
    """
    if snapshot["format"] == "choice":
        return {"options": data.getlist("options")[:MAX_ITEMS]}
    if snapshot["format"] == "confidence":
        return {"step": whole(data.get("step"))}
    if snapshot["format"] == "sort":
        return {"cards": by_id(data, "card-")}
    if snapshot["format"] == "spotter":
        marked, names = data.getlist("marks")[:MAX_ITEMS], by_id(data, "name-")
        return spotter.arrange(snapshot, marked, names, "nothing" in data)
    if snapshot["format"] == "inspector":
        spots = data.getlist("spots")[:MAX_ITEMS]
        return {"spots": spots, "verdict": data.get("verdict") or None}
    places = {step: whole(place) for step, place in by_id(data, "place-").items()}
    numbered = {step: place for step, place in places.items() if place is not None}
    return order.arrange(snapshot, numbered)


def move_data(format_: str, data: QueryDict) -> Json:
    """Return the fields of one move of a feed, a chat or a search."""
    if format_ == "chat":
        flags = data.getlist("flags")[:MAX_ITEMS]
        return {"choice": data.get("choice"), "flags": flags}
    if format_ == "search":
        return search_move(data)
    move: Json = {"post": data.get("post", ""), "move": data.get("move", "")}
    for name in ("category", "feeling", "reason"):
        if data.get(name):
            move[name] = data[name]
    if data.get("accuracy"):
        move["accuracy"] = whole(data["accuracy"])
    return move


def search_move(data: QueryDict) -> Json:
    """Return what was pressed: a search, a result to open, or the verdict."""
    for name in ("search", "open"):
        if data.get(name):
            return {"do": name, "id": data[name]}
    move: Json = {"do": "decide", "verdict": data.get("verdict") or None}
    if data.get("evidence"):
        nothing = data["evidence"] == NOTHING_SEEN
        move["evidence"] = None if nothing else data["evidence"]
    return move


def entered(data: QueryDict) -> Json:
    """Return what was entered, so that a faulty form shows it again."""
    return {
        "options": data.getlist("options")[:MAX_ITEMS],
        "step": data.get("step", ""),
        "places": by_id(data, "place-"),
        "cards": by_id(data, "card-"),
        "evidence": data.get("evidence", ""),
        "marks": data.getlist("marks")[:MAX_ITEMS],
        "names": by_id(data, "name-"),
        "nothing": "nothing" in data,
        "spots": data.getlist("spots")[:MAX_ITEMS],
        "verdict": data.get("verdict", ""),
        "category": data.get("category", ""),
        "feeling": data.get("feeling", ""),
        "reason": data.get("reason", ""),
        "accuracy": data.get("accuracy", ""),
        "choice": data.get("choice", ""),
        "flags": data.getlist("flags")[:MAX_ITEMS],
        "move": data.get("move", ""),
    }


def said_so_far(data: QueryDict) -> dict[str, str]:
    """Return what was chosen beside a move, for the screen that the move leads to.

    Of a post before it is checked, of a page before it is judged. A redirect carries
    the same fields in the address, so only known words count, or the id of evidence.
    """
    if data.get("move", "check") != "check":
        return {}
    known = {"feeling": FEELINGS, "reason": REASONS, "verdict": VERDICTS}
    said = {
        name: data[name] for name, words in known.items() if data.get(name) in words
    }
    evidence = data.get("evidence", "")[:MAX_ID]
    return {**said, "evidence": evidence} if evidence else said


def by_id(data: QueryDict, prefix: str) -> dict[str, str]:
    """Return what was chosen in the fields "<prefix><id>", by id."""
    return {
        name.removeprefix(prefix): value
        for name, value in list(data.items())[:MAX_ITEMS]
        if name.startswith(prefix) and value
    }


def whole(text: str | None) -> int | None:
    """Return a whole number written in any digits, or None."""
    plain = plain_digits(text or "").strip()
    return (
        int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 7 else None
    )
