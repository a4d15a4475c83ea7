"""What is wrong with an inspector as it would be published."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from literacy.findings import Finding
from quizzes.formats.findings import contradiction
from quizzes.models import Activity


def findings(activity: Activity) -> Iterator[Finding]:
    yield from contradiction(
        activity.veracity,
        any(spot["is_clue"] for spot in activity.body[0].value["spots"]),
        _("There are clues in the picture, but the veracity is not “Misleading”."),
        _("There is no clue in the picture, but the veracity is “Misleading”."),
        _("Change the veracity, or what is a clue."),
    )
