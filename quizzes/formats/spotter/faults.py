"""What to mend in a spotter."""

from django.utils.translation import gettext as _

from quizzes.scoring.errors import ResponseError


def fault(error: ResponseError) -> str | None:
    return {
        "nothing_marked": _(
            "Mark the pieces that manipulate, or choose “No manipulation here”."
        ),
        "marked_and_nothing": _(
            "Pieces are marked, and “No manipulation here” is chosen too. "
            "Keep one of the two."
        ),
        "technique_missing": _("Choose a kind of trick for each piece you marked."),
        "unknown_technique": _("Choose one of the kinds of trick that are shown."),
    }.get(error.code)
