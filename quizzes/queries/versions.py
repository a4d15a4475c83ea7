"""Which version of an activity a page shows."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from quizzes.models import Activity, ActivityVersion


def current_versions(ids: Iterable[int]) -> dict[int, ActivityVersion]:
    """Return the current version of activities by their primary keys, in one query."""
    wanted = Activity.objects.filter(pk__in=list(ids)).order_by()
    same = wanted.filter(
        translation_key=OuterRef("activity_key"),
        locale__language_code=OuterRef("language"),
    )
    versions = ActivityVersion.objects.annotate(
        activity_id=Subquery(same.values("pk")[:1])
    ).filter(
        is_current=True,
        activity_key__in=wanted.values("translation_key"),
        activity_id__isnull=False,
    )
    return {version.activity_id: version for version in versions}


def activity_keys(ids: Iterable[int]) -> dict[int, UUID]:
    """Return the language-independent keys of activities, by primary key."""
    rows = Activity.objects.filter(pk__in=list(ids))
    return dict(rows.values_list("pk", "translation_key"))


def newest_versions(
    keys: Iterable[UUID | str], language: str
) -> dict[str, ActivityVersion]:
    """Return the version of each activity to show: this language's and current.

    Only these are read whole: there may be many others.
    """
    ranked = (
        ActivityVersion.objects.filter(activity_key__in=list(keys))
        .annotate(is_wanted=Q(language=language))
        .order_by("is_wanted", "is_current", "number")
    )
    shown = dict(ranked.values_list("activity_key", "pk"))
    versions = ActivityVersion.objects.in_bulk(shown.values())
    return {str(key): versions[pk] for key, pk in shown.items()}
