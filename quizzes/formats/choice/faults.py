"""What to mend in a choice."""

from django.utils.translation import gettext as _

from quizzes.scoring.errors import ResponseError


def fault(error: ResponseError) -> str | None:
    return {
        "one_only": _("Choose one answer only."),
        "unknown_option": _(
            "This choice is not in the list. Choose one that is shown."
        ),
    }.get(error.code)
