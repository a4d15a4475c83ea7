"""Findings that several formats share."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from literacy.findings import Finding, error
from quizzes.models import Activity

JUDGED = ("accurate", "misleading")


def not_judged(activity: Activity) -> Iterator[Finding]:
    """Yield a finding where learners judge as true or false what is neither."""
    if activity.veracity not in JUDGED:
        yield error(
            "veracity",
            _("Learners judge this as true or false, but its veracity is neither."),
            _("Choose “Accurate” or “Misleading”."),
            "veracity",
        )


def contradiction(
    veracity: str, has_tricks: bool, with_them: str, without: str, remedy: str
) -> Iterator[Finding]:
    """Yield a finding unless tricks and “misleading” go together."""
    is_misleading = veracity == "misleading"
    if has_tricks != is_misleading:
        text = with_them if has_tricks else without
        yield error("veracity", text, remedy, "veracity")
