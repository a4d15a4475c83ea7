"""The evidence passport of an activity: the study behind it, and our own numbers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from quizzes.gate import is_signed_here
from quizzes.models import Activity, ActivityVersion

from .items import ItemStats, item_stats
from .tallies import counts_of


@dataclass(frozen=True)
class Passport:
    """`study`, `study_persons` and `effect` are what research says of the method.

    `stats` are our own numbers of the current version in this language, None before
    it is published. `review`: "due", "missing" (a date is needed), "open" or "".
    """

    study: str
    study_persons: int | None
    effect: str
    stats: ItemStats | None
    reviewed_by: str
    review_due: date | None
    review: str


def passport(activity: Activity, stats: ItemStats | None = None) -> Passport:
    """Return the passport; `stats` where they are at hand, else in two queries."""
    version = None
    if stats is None and activity.pk:
        version = ActivityVersion.objects.filter(
            activity_key=activity.translation_key,
            language=activity.language,
            is_current=True,
        ).first()
    if version:
        counts = counts_of([version.pk]).get(version.pk, {})
        stats = item_stats(version.format, counts)
    return Passport(
        study=activity.evidence_note,
        study_persons=activity.evidence_persons,
        effect=activity.evidence_effect,
        stats=stats,
        reviewed_by=name_of(activity.reviewed_by),
        review_due=activity.review_due,
        review=review_state(activity),
    )


def review_state(activity: Activity) -> str:
    """Tell how the review stands: "due", "open", "missing" where the gate asks for a
    date, or "" where nothing does.
    """
    if activity.review_due:
        return "due" if activity.review_due < timezone.localdate() else "open"
    return "missing" if is_signed_here(activity) else ""


def name_of(user: Any) -> str:
    """Return a reviewer's name; never an e-mail address, teachers read this too."""
    return str(user.get_full_name() or _("an editor")) if user else ""
