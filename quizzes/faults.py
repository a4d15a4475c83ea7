"""Says in the learner's language what to mend in an answer."""

from django.utils.translation import gettext as _

from quizzes.formats.registry import format_of
from quizzes.scoring.errors import ResponseError


def fault_text(error: ResponseError, format_: str) -> str:
    """Return one sentence that says what to do."""
    shared = {
        "nothing_chosen": _("Choose an answer first."),
        "finished": _("This activity is already finished."),
        "after_the_end": _("This activity is already finished."),
    }
    return (
        format_of(format_).fault(error)
        or shared.get(error.code)
        or _("Something in this answer cannot be read. Answer once more.")
    )
