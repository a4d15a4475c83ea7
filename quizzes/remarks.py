"""What stands between the verdict on an answer and the reason, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.scoring.inspector import InspectorDetails
from quizzes.scoring.spotter import SpotterDetails


def spotter_sentences(details: SpotterDetails) -> list[str]:
    """Return how many tricks were found, and what was marked without a reason."""
    without_reason = ngettext(
        "%(n)d piece was marked without a reason.",
        "%(n)d pieces were marked without a reason.",
        details.false,
    ) % {"n": details.false}
    if details.is_neutral:
        fair = _("There is no trick here: noticing that is a skill too.")
        return [fair, without_reason] if details.false else [fair]
    tricks = details.found + details.missed
    sentences = [
        ngettext(
            "You found %(n)d of %(all)d trick.",
            "You found %(n)d of %(all)d tricks.",
            tricks,
        )
        % {"n": details.found, "all": tricks}
    ]
    if details.false:
        sentences.append(without_reason)
    if details.wrong_names:
        sentences.append(
            ngettext(
                "%(n)d of them is of another kind than you chose.",
                "%(n)d of them are of another kind than you chose.",
                details.wrong_names,
            )
            % {"n": details.wrong_names}
        )
    return sentences


def inspector_sentences(details: InspectorDetails) -> list[str]:
    """Return how many clues were found, and whether picture and caption fit."""
    found = _("There is no clue against the caption in this picture.")
    if details.clues:
        found = ngettext(
            "You found %(n)d of %(all)d clue.",
            "You found %(n)d of %(all)d clues.",
            details.clues,
        ) % {"n": details.found, "all": details.clues}
    if details.verdict is None:
        return [found]
    truths = {
        "fits": _("The picture fits its caption."),
        "not": _("The picture does not fit its caption."),
        "unsure": _("Nobody can know yet whether the picture fits its caption."),
    }
    return [truths[details.truth], found]
