"""What to mend in a move of a chat."""

from django.utils.translation import gettext as _

from quizzes.scoring.errors import ResponseError


def fault(error: ResponseError) -> str | None:
    return {
        "choice_not_in_node": _("Choose one of the replies that are shown."),
    }.get(error.code)
