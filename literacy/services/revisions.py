"""Old drafts: what autosave leaves behind goes, what somebody stands for stays."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from literacy.models import SignOff

from .signing import content_digest, key_of, newest_of_same_words

PUBLISHED = "wagtail.publish"


def prune_revisions(*, days: int) -> int:
    """Delete drafts that are older and that nobody needs; return how many.

    A revision stays that a row points at (the newest, the live one, one that was
    submitted, that a translation was made of, that a comment is about), that was or
    will be published, that was signed, and by which `writer_of` tells who wrote the
    newest words.
    """
    before = timezone.now() - timedelta(days=days)
    unneeded = unneeded_revisions().filter(created_at__lt=before)
    return sum(
        prune_one(revisions)
        for revisions in by_object(unneeded)
        if revisions[0].content_object is not None
    )


def unneeded_revisions() -> QuerySet[Revision]:
    """Return the revisions that no row points at, and that were never published."""
    revisions: QuerySet[Revision] = Revision.objects.filter(approved_go_live_at=None)
    for relation in Revision._meta.get_fields(include_hidden=True):
        is_log = relation.related_model in (PageLogEntry, ModelLogEntry)
        if relation.auto_created and relation.one_to_many and not is_log:
            key = relation.field.name
            rows = relation.related_model._base_manager.filter(**{key: OuterRef("pk")})
            revisions = revisions.exclude(Exists(rows))
    for log in (PageLogEntry, ModelLogEntry):
        published = log.objects.filter(
            revision=OuterRef("pk"), action__startswith=PUBLISHED
        )
        revisions = revisions.exclude(Exists(published))
    return revisions


def by_object(revisions: QuerySet[Revision]) -> Iterator[list[Revision]]:
    """Yield the revisions of each object, newest first."""
    keys = ("base_content_type_id", "object_id")
    for found in list(revisions.order_by().values_list(*keys).distinct()):
        own = revisions.filter(**dict(zip(keys, found, strict=True)))
        yield list(own.order_by("-created_at", "-pk"))


def prune_one(revisions: list[Revision]) -> int:
    """Delete revisions of one object but those that say who wrote or signed what."""
    instance = revisions[0].content_object
    kept = {revision.pk for revision in newest_of_same_words(instance)}
    signed = signed_digests(instance)
    gone = [
        revision.pk
        for revision in revisions
        if revision.pk not in kept
        and not (signed and content_digest(revision.as_object()) in signed)
    ]
    Revision.objects.filter(pk__in=gone).delete()
    return len(gone)


def signed_digests(instance: Any) -> set[str]:
    rows = SignOff.objects.filter(**key_of(instance))
    return set(rows.values_list("digest", flat=True))
