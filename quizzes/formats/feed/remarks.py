"""Sentences on a feed and on each of its posts."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.feedback import Feedback, verdict_of
from quizzes.formats.feed.habits import FeedHabits
from quizzes.formats.feed.posts import PostNote
from quizzes.words import CATEGORIES


def post_feedback(post: dict[str, Any], note: PostNote) -> Feedback:
    """Return the feedback on one post of a feed."""
    remarks = [post_remark(note)]
    if note.feeling_fits is False and post["feeling"] != "none":
        remarks.append(_("It presses on a different feeling from the one you chose."))
    if note.category_fits is False:
        category = dict(CATEGORIES)[post["report_category"]]
        text = _("“%(category)s” would name the problem better.")
        remarks.append(text % {"category": category})
    return Feedback(
        *verdict_of(note.outcome),
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
