"""Puts a mark into words: the same four parts for right and wrong answers."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.remarks import (
    inspector_sentences,
    search_sentences,
    sort_sentences,
    spotter_sentences,
)
from quizzes.scoring.chat import ChatDetails
from quizzes.scoring.confidence import ConfidenceDetails
from quizzes.scoring.feed import FeedDetails
from quizzes.scoring.habits import FeedHabits
from quizzes.scoring.inspector import InspectorDetails
from quizzes.scoring.mark import Mark
from quizzes.scoring.posts import PostNote
from quizzes.scoring.search import SearchDetails
from quizzes.scoring.sort import SortDetails
from quizzes.scoring.spotter import SpotterDetails
from quizzes.words import CATEGORIES


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


TONES = {
    "right": ("ok", "happy"),
    "partly": ("plain", "calm"),
    "not_sure": ("plain", "doubt"),
    "not_quite": ("miss", "down"),
    "done": ("plain", "calm"),
}


def verdict(outcome: str) -> str:
    """Return the outcome in words that shame nobody."""
    return {
        "right": _("Good pause: that is right"),
        "partly": _("Almost there"),
        "not_sure": _("Not sure is a fair answer"),
        "not_quite": _("Not quite: this one fools many people"),
        "done": _("Done"),
    }[outcome]


def activity_feedback(content: dict[str, Any], mark: Mark[Any]) -> Feedback:
    """Return the feedback on a whole activity."""
    tone, mood = TONES[mark.outcome]
    title = verdict(mark.outcome)
    if isinstance(mark.details, FeedDetails):
        title = _("How it went")
    if isinstance(mark.details, ChatDetails):
        end = end_of(content, mark.details)
        title = end["title"]
        if end["type"] != "open":
            tone, mood = TONES["right"]
    return Feedback(
        title=title,
        tone=tone,
        mood=mood,
        why=content["why"],
        look_for=content["look_for"],
        fair_version=content["fair_version"],
        next_time=content["next_time"],
        remarks=remarks_on(content, mark),
    )


def remarks_on(content: dict[str, Any], mark: Mark[Any]) -> list[str]:
    """Return what stands between the verdict and the reason."""
    details = mark.details
    if isinstance(details, FeedDetails):
        return habit_sentences(details.habits)
    if isinstance(details, ChatDetails):
        return [end_of(content, details)["summary"], *sign_sentences(mark)]
    if isinstance(details, SpotterDetails):
        return spotter_sentences(details)
    if isinstance(details, InspectorDetails):
        return inspector_sentences(details)
    if isinstance(details, SortDetails):
        return sort_sentences(details)
    if isinstance(details, SearchDetails):
        return search_sentences(details)
    if isinstance(details, ConfidenceDetails):
        if details.certain_and_wrong:
            return [_("You were certain: that is worth a pause.")]
        if details.unsure_and_right:
            return [_("You were unsure and yet right: trust the method.")]
    return []


def end_of(content: dict[str, Any], details: ChatDetails) -> dict[str, Any]:
    """Return the end that a chat came to."""
    ends = {end["key"]: end for end in content["body"]["ends"]}
    return dict(ends[details.end])


def sign_sentences(mark: Mark[ChatDetails]) -> list[str]:
    """Return how many signs of a chat were noticed; nothing where there is none."""
    if not mark.out_of:
        return []
    return [
        ngettext(
            "You noticed %(n)d of %(all)d sign.",
            "You noticed %(n)d of %(all)d signs.",
            mark.out_of,
        )
        % {"n": mark.points, "all": mark.out_of}
    ]


def post_feedback(post: dict[str, Any], note: PostNote) -> Feedback:
    """Return the feedback on one post of a feed."""
    tone, mood = TONES[note.outcome]
    remarks = [post_remark(note)]
    if note.feeling_fits is False and post["feeling"] != "none":
        remarks.append(_("It presses on a different feeling from the one you chose."))
    if note.category_fits is False:
        category = dict(CATEGORIES)[post["report_category"]]
        text = _("“%(category)s” would name the problem better.")
        remarks.append(text % {"category": category})
    return Feedback(
        title=verdict(note.outcome),
        tone=tone,
        mood=mood,
        why=post["why"],
        fair_version=post["fair_version"],
        next_time=post["next_time"],
        remarks=remarks,
    )


def post_remark(note: PostNote) -> str:
    """Return what the decision meant for this post, in one sentence."""
    remarks = {
        ("accurate", "share"): _("Accurate and useful: sharing it helps."),
        ("accurate", "skip"): _("This one was accurate: it would have helped others."),
        ("accurate", "report"): _("This one was accurate: no report was needed."),
        ("harmless", "share"): _("It misleads, and sharing spreads it further."),
        ("harmless", "skip"): _("It misleads, and it stops here."),
        ("harmless", "report"): _("It misleads; leaving it unshared is enough."),
        ("harmful", "share"): _("It does harm, and sharing spreads it further."),
        ("harmful", "skip"): _("It stops here; a report protects others too."),
        ("harmful", "report"): _("It does harm, and a report protects others."),
        ("unverifiable", "share"): _("Nobody can know yet: waiting was safer."),
        ("unverifiable", "skip"): _("Nobody can know yet: waiting is right."),
        ("unverifiable", "report"): _("Nobody can know yet: waiting is enough."),
        ("opinion", "share"): _("An opinion or a joke: that is fine to share."),
        ("opinion", "skip"): _("An opinion or a joke: that is fine to leave."),
        ("opinion", "report"): _("An opinion or a joke: no report was needed."),
    }
    return remarks[(note.kind, note.decision)]


def habit_sentences(habits: FeedHabits) -> list[str]:
    """Return a few sentences on how somebody went through a feed."""
    checked = ngettext(
        "You checked %(n)d of %(all)d posts before deciding.",
        "You checked %(n)d of %(all)d posts before deciding.",
        habits.checked,
    ) % {"n": habits.checked, "all": habits.posts}
    if habits.misleading_shared:
        misleading = ngettext(
            "%(n)d misleading post was passed on.",
            "%(n)d misleading posts were passed on.",
            habits.misleading_shared,
        ) % {"n": habits.misleading_shared}
    else:
        misleading = _("No misleading post was passed on.")
    return [checked, misleading, *accurate_sentences(habits)]


def accurate_sentences(habits: FeedHabits) -> list[str]:
    """Return what became of the accurate posts, and which reports were not needed."""
    sentences = []
    if habits.accurate_left:
        left = ngettext(
            "%(n)d accurate post was not shared: look at it once more.",
            "%(n)d accurate posts were not shared: look at them once more.",
            habits.accurate_left,
        )
        sentences.append(left % {"n": habits.accurate_left})
    elif habits.accurate:
        sentences.append(_("Every accurate post that could help was passed on."))
    if habits.over_reports:
        reports = ngettext(
            "%(n)d report was not needed.",
            "%(n)d reports were not needed.",
            habits.over_reports,
        )
        sentences.append(reports % {"n": habits.over_reports})
    return sentences
