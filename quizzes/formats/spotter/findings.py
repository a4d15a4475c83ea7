"""What is wrong with a spotter as it would be published."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from literacy.findings import Finding
from quizzes.formats.findings import contradiction
from quizzes.models import Activity


def findings(activity: Activity) -> Iterator[Finding]:
    segments = activity.body[0].value["segments"]
    yield from contradiction(
        activity.veracity,
        any(segment["technique"] and segment["required"] for segment in segments),
        _("A piece is marked as a trick, but the veracity is not “Misleading”."),
        _("No piece has to be marked, but the veracity is “Misleading”."),
        _("Change the veracity, or the techniques of the pieces."),
    )
