"""Sentences between the verdict on a spotter and the reason."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.formats.spotter.scoring import SpotterDetails


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
    if details.wrong_names:
        sentences.append(
            ngettext(
                "%(n)d of them is of another kind than you chose.",
                "%(n)d of them are of another kind than you chose.",
                details.wrong_names,
            )
            % {"n": details.wrong_names}
        )
    if details.false:
        sentences.append(without_reason)
    return sentences
