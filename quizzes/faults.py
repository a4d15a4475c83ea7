"""Says in the learner's language what to mend in an answer."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .scoring.errors import ResponseError


def fault_text(error: ResponseError) -> str:
    """Return one sentence that says what to do."""
    if error.code == "not_a_permutation" and error.params.get("numbers"):
        number = error.params["numbers"][0]  # type: ignore[index]
        return _("The number %(number)d is used twice. Give each step its own.") % {
            "number": number
        }
    if error.code == "out_of_range" and error.params["at"] == "place":
        return _("The numbers go from 1 to %(n)d: one for each step.") % {
            "n": error.params["high"]
        }
    if error.code == "incomplete_sort":
        return without_group(len(error.params["missing"]))  # type: ignore[arg-type]
    texts = answer_faults() | move_faults()
    return texts.get(
        error.code, _("Something in this answer cannot be read. Answer once more.")
    )


def answer_faults() -> dict[str, str]:
    """Return what to mend in an answer that is given at once, by code."""
    return {
        "nothing_chosen": _("Choose an answer first."),
        "one_only": _("Choose one answer only."),
        "unknown_option": _(
            "This choice is not in the list. Choose one that is shown."
        ),
        "not_a_permutation": _("Give each step a different number."),
        "nothing_marked": _(
            "Mark the pieces that manipulate, or choose “No manipulation here”."
        ),
        "marked_and_nothing": _(
            "Pieces are marked, and “No manipulation here” is chosen too. "
            "Keep one of the two."
        ),
        "technique_missing": _("Choose a kind of trick for each piece you marked."),
        "unknown_technique": _("Choose one of the kinds of trick that are shown."),
        "verdict_missing": _("Say whether picture and words fit together."),
        "spots_missing": _("Mark at least one place that gave you the idea."),
    }


def move_faults() -> dict[str, str]:
    """Return what to mend in one move of a feed, a chat or a search, by code."""
    return {
        "unknown_decision": _("Choose what to do with this post."),
        "category_missing": _("What kind of problem is it? Choose one, then report."),
        "accuracy_missing": _("Choose how accurate you think it is, then decide."),
        "choice_not_in_node": _("Choose one of the replies that are shown."),
        "not_this_post": _("This post was already decided. Go on with the one shown."),
        "already_decided": _(
            "This post was already decided. Go on with the one shown."
        ),
        "no_moves_left": _("No moves are left. Decide now: can we rely on this page?"),
        "not_found_yet": _("Search first: then open what was found."),
        "evidence_missing": _("Choose what decided it for you, or “Nothing I saw”."),
        "evidence_not_seen": _("Choose something that you have read."),
        "finished": _("This activity is already finished."),
        "after_the_end": _("This activity is already finished."),
    }


def without_group(cards: int) -> str:
    """Return how many cards of a sort wait for a group."""
    return ngettext(
        "%(n)d card has no group yet. Choose one for it.",
        "%(n)d cards have no group yet. Choose one for each.",
        cards,
    ) % {"n": cards}
