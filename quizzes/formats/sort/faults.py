"""What to mend in a sort."""

from django.utils.translation import ngettext

from quizzes.scoring.errors import ResponseError


def fault(error: ResponseError) -> str | None:
    if error.code != "incomplete_sort":
        return None
    cards = len(error.params["missing"])  # type: ignore[arg-type]
    return ngettext(
        "%(n)d card has no group yet. Choose one for it.",
        "%(n)d cards have no group yet. Choose one for each.",
        cards,
    ) % {"n": cards}
