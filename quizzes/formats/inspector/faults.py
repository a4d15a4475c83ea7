"""What to mend in an inspector."""

from django.utils.translation import gettext as _

from quizzes.scoring.errors import ResponseError


def fault(error: ResponseError) -> str | None:
    return {
        "verdict_missing": _("Say whether picture and words fit together."),
        "spots_missing": _("Mark at least one place that gave you the idea."),
    }.get(error.code)
