"""What to mend in a move of a search."""

from django.utils.translation import gettext as _

from quizzes.scoring.errors import ResponseError


def fault(error: ResponseError) -> str | None:
    return {
        "no_moves_left": _("No moves are left. Decide now: can we rely on this page?"),
        "not_found_yet": _("Search first: then open what was found."),
        "evidence_missing": _("Choose what decided it for you, or “Nothing I saw”."),
        "evidence_not_seen": _("Choose something that you have read."),
    }.get(error.code)
