"""What is wrong with a sort as it would be published."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from literacy.findings import Finding, error
from quizzes.formats.findings import JUDGED
from quizzes.models import Activity


def findings(activity: Activity) -> Iterator[Finding]:
    if activity.purpose == "check" and activity.veracity not in JUDGED:
        yield error(
            "veracity",
            _("This is for a check, but neither accurate nor misleading."),
            _("Choose “Accurate” or “Misleading”: a check takes two of each."),
            "veracity",
        )
