"""Puts a mark into words: the same four parts for right and wrong answers."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Feedback:
    """A verdict in words with its mood, why, what to look for, fair, next time.

    `tone` is "ok", "miss" or "plain"; `mood` is one of Waqfa's. `remarks` are
    sentences between the verdict and the reason.
    """

    title: str
    tone: str
    mood: str
    why: str
    look_for: list[str] = field(default_factory=list)
    fair_version: str = ""
    next_time: str = ""
    remarks: list[str] = field(default_factory=list)


class Verdict(NamedTuple):
    title: str
    tone: str
    mood: str


TONES = {
    "right": ("ok", "happy"),
    "partly": ("plain", "calm"),
    "not_sure": ("plain", "doubt"),
    "not_quite": ("miss", "down"),
    "done": ("plain", "calm"),
}


def verdict_of(outcome: str) -> Verdict:
    """Return the outcome in words that shame nobody."""
    title = {
        "right": _("Good pause: that is right"),
        "partly": _("Almost there"),
        "not_sure": _("Not sure is a fair answer"),
        "not_quite": _("Not quite: this one fools many people"),
        "done": _("Done"),
    }[outcome]
    return Verdict(title, *TONES[outcome])


def activity_feedback(
    content: dict[str, Any], verdict: Verdict, remarks: list[str]
) -> Feedback:
    """Return the feedback on a whole activity."""
    return Feedback(
        *verdict,
        why=content["why"],
        look_for=content["look_for"],
        fair_version=content["fair_version"],
        next_time=content["next_time"],
        remarks=remarks,
    )
