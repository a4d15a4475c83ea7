"""Sentences between the verdict on an inspector and the reason."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.formats.inspector.scoring import InspectorDetails


def inspector_sentences(details: InspectorDetails) -> list[str]:
    """Return how many clues were found, and whether picture and caption fit."""
    found = _("Nothing in this picture speaks against its words.")
    if details.clues:
        found = ngettext(
            "You found %(n)d of %(all)d clue.",
            "You found %(n)d of %(all)d clues.",
            details.clues,
        ) % {"n": details.found, "all": details.clues}
    if details.verdict is None:
        return [found]
    truths = {
        "fits": _("The picture and its words fit together."),
        "not": _("The picture and its words do not fit together."),
        "unsure": _("Nobody can know yet whether picture and words fit together."),
    }
    return [truths[details.truth], found]
