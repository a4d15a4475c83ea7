"""What the list of activities shows beside their fields, in few queries for a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import Locale, Revision, WorkflowState

from literacy.models import SignOff
from literacy.models.pages import SENSITIVE
from literacy.translation.queries import translation_sources
from quizzes.figures import Figure
from quizzes.models import Activity, Tally

from .analysis.items import UNMARKED, Difficulty, difficulty
from .analysis.tallies import Edition


@dataclass(frozen=True)
class RowDetails:
    """`source` is the primary key of what its translations are made from, if any."""

    difficulty: Figure[Difficulty] | None
    is_scheduled: bool
    is_in_workflow: bool
    can_be_translated: bool
    source: int | None


def row_details(activities: Sequence[Activity]) -> dict[int, RowDetails]:
    """Return the details by primary key, whatever their number in six queries."""
    keys = {one.translation_key for one in activities}
    counts = first_answers(keys)
    scheduled, in_workflow = at_work([one.pk for one in activities])
    languages, sources = translated(keys), translation_sources(keys)
    everywhere = set(Locale.objects.values_list("pk", flat=True))
    return {
        one.pk: RowDetails(
            difficulty=(
                None
                if one.format in UNMARKED
                else difficulty(counts.get((one.translation_key, one.language), {}))
            ),
            is_scheduled=str(one.pk) in scheduled,
            is_in_workflow=str(one.pk) in in_workflow,
            can_be_translated=bool(everywhere - languages[one.translation_key]),
            source=sources.get((one.translation_key, one.locale_id)),
        )
        for one in activities
    }


def first_answers(keys: set[UUID]) -> dict[Edition, dict[str, int]]:
    """Return how many answered the current versions, and how many rightly."""
    rows = Tally.objects.filter(
        version__activity_key__in=keys,
        version__is_current=True,
        name__in=["answers", "right"],
    )
    found: dict[Edition, dict[str, int]] = {}
    for key, language, name, count in rows.values_list(
        "version__activity_key", "version__language", "name", "count"
    ):
        found.setdefault((key, language), {})[name] = count
    return found


def at_work(ids: Sequence[int]) -> tuple[set[str], set[str]]:
    """Return which activities are to be published at a time, and which wait for it."""
    kind = ContentType.objects.get_for_model(Activity)
    own = {"base_content_type": kind, "object_id__in": [str(pk) for pk in ids]}
    revisions = Revision.objects.filter(approved_go_live_at__isnull=False, **own)
    states = WorkflowState.objects.active().filter(**own)
    return (
        set(revisions.values_list("object_id", flat=True)),
        set(states.values_list("object_id", flat=True)),
    )


def translated(keys: set[UUID]) -> dict[UUID, set[int]]:
    """Return the locales in which each activity exists."""
    found: dict[UUID, set[int]] = {key: set() for key in keys}
    rows = Activity.objects.filter(translation_key__in=keys)
    for key, locale in rows.values_list("translation_key", "locale"):
        found[key].add(locale)
    return found


def lacks_review() -> Q:
    """Match the review date that has passed, or is missing where the gate asks for it.

    The gate asks by the digest of the words, this by any sign-off here: without one
    for its words sensitive content is not published.
    """
    signed = SignOff.objects.filter(
        content_type=ContentType.objects.get_for_model(Activity),
        object_key=OuterRef("translation_key"),
        language=OuterRef("locale__language_code"),
        came_with_site=False,
    )
    missing = Q(Exists(signed), review_due__isnull=True, sensitivity__gte=SENSITIVE)
    return missing | Q(review_due__lt=timezone.localdate())
