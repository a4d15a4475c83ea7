"""Sign-offs: who may read and sign what somebody else wrote, and how it is kept."""

import hashlib
import json
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Page,
    Revision,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.permission_policies import ModelPermissionPolicy

from literacy.errors import RefusedError
from literacy.fields import StreamField
from literacy.gate import site_notes
from literacy.models.care import CareMixin
from literacy.models.images import SiteImage
from literacy.models.pages import PAGE_TEXTS
from literacy.models.signoffs import SignOff
from literacy.raw import pictures

MONTHS = 12
FRAMES = (
    CareMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
)
# Two people rarely go back and forth more often than this over one wording.
LOOK_BACK = 20


def content_digest(instance: Any) -> str:
    """Return a digest of what learners read and see; the same for the same words.

    Ids, line ends, and empty fields that were never filled do not count.
    """
    fields = {
        field.attname: plain(field, instance)
        for field in instance._meta.concrete_fields
        if field.name not in frame_fields(type(instance))
    }
    fields["pictures"] = picture_hashes(instance)
    text = json.dumps(settled(fields), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def plain(field: Any, instance: Any) -> Any:
    return field.get_prep_value(field.value_from_object(instance))


def picture_hashes(instance: Any) -> list[str]:
    """Return what the chosen pictures show: a file can be replaced behind its key."""
    streams = [
        getattr(instance, field.name)
        for field in instance._meta.concrete_fields
        if isinstance(field, StreamField)
    ]
    pks = {
        pk
        for value in streams
        for pk in pictures(value.stream_block, list(value.raw_data))
    }
    hashes = file_hashes(pks) if pks else {}
    return [hashes.get(pk, "") for pk in sorted(pks)]


def file_hashes(pks: set[int]) -> dict[int, str]:
    """Return the hash of each picture's file; of all while the site is asked."""
    rows = SiteImage.objects.values_list("pk", "file_hash")
    notes = site_notes()
    if notes is None:
        return dict(rows.filter(pk__in=pks))
    if "file_hashes" not in notes:
        notes["file_hashes"] = dict(rows)
    known: dict[int, str] = notes["file_hashes"]
    return known


def frame_fields(model: type[Any]) -> set[str]:
    """Return the names of the fields that hold a model's states and not its words."""
    names = {"id", "page_ptr", *getattr(model, "unsigned_fields", ())}
    if issubclass(model, Page):
        names |= {field.name for field in Page._meta.concrete_fields} - set(PAGE_TEXTS)
    for frame in FRAMES:
        names |= {field.name for field in frame._meta.fields}
    return names


def settled(value: Any) -> Any:
    """Return JSON without ids and empty parts, and with one kind of line end."""
    if isinstance(value, dict):
        inner = {name: settled(one) for name, one in value.items() if name != "id"}
        return {name: one for name, one in inner.items() if one}
    if isinstance(value, list):
        return [settled(one) for one in value]
    if value in (None, False, 0):
        return ""
    return " ".join(str(value).split())


def key_of(instance: Any) -> dict[str, Any]:
    """Return what a sign-off knows the content by, beside its digest."""
    return {
        "content_type": ContentType.objects.get_for_model(instance),
        "object_key": instance.translation_key,
        "language": instance.locale.language_code,
    }


def note_shipped(*, instance: Any) -> None:
    """Keep that this content came with the site, and nothing that came before it."""
    key = {**key_of(instance), "came_with_site": True}
    digest = content_digest(instance)
    SignOff.objects.filter(**key).exclude(digest=digest).delete()
    SignOff.objects.get_or_create(**key, digest=digest)


def note_care(*, instance: CareMixin) -> None:
    """Keep with how much care learners see what was just published."""
    rows = type(instance)._base_manager.filter(pk=instance.pk)
    rows.update(
        shown_sensitivity=instance.sensitivity or 0,
        shown_in_review=instance.waits_for_review,
    )


def sign(*, user: Any, task_state: Any, digest: str) -> SignOff:
    """Sign the content of a workflow's step, if it is what was read.

    `digest` is that of the version which the reader was shown. Raises RefusedError.
    """
    latest = task_state.workflow_state.content_object.get_latest_revision()
    instance = latest.as_object()
    if not may_sign(user=user, instance=instance):
        raise RefusedError(
            _("You wrote this version, so somebody else has to sign it."),
            (_("Ask another editor to read and sign it."),),
        )
    if content_digest(instance) != digest:
        raise RefusedError(
            _("Not signed: somebody changed this after it was shown to you."),
            (_("Read the newest version, then sign that one."),),
        )
    return sign_content(user=user, instance=instance)


def sign_content(*, user: Any, instance: Any) -> SignOff:
    """Keep the user's word for this content for a year."""
    day = timezone.localdate()
    row, _made = SignOff.objects.update_or_create(
        **key_of(instance),
        digest=content_digest(instance),
        came_with_site=False,
        defaults={
            "signed_by": user,
            "signed_on": day,
            "expires_on": a_year_after(day),
        },
    )
    return row


def a_year_after(day: date) -> date:
    """Return the same day of the next year; the first of March for a leap day."""
    try:
        return day.replace(year=day.year + MONTHS // 12)
    except ValueError:
        return day.replace(year=day.year + MONTHS // 12, month=3, day=1)


def may_publish(*, user: Any, instance: Any) -> bool:
    """Tell whether the user may publish this page or activity at all."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_publish())
    policy = ModelPermissionPolicy(type(instance))
    return bool(policy.user_has_permission(user, "publish"))


def is_editor(*, user: Any) -> bool:
    return bool(user.is_active and user.has_perm("wagtailadmin.access_admin"))


def may_sign(*, user: Any, instance: Any) -> bool:
    """Tell whether the user may publish it, and somebody else wrote this version."""
    if not may_publish(user=user, instance=instance):
        return False
    return bool(writer_of(instance) != user.pk)


def writer_of(instance: Any) -> int | None:
    """Return the key of the user who gave the newest version its words.

    Saving again without a change makes nobody its writer.
    """
    found = newest_of_same_words(instance)
    writer: int | None = found[-1].user_id if found else None
    return writer


def newest_of_same_words(instance: Any) -> list[Revision]:
    """Return the newest revision, and those just before it with the same words."""
    newest = instance.get_latest_revision()
    if newest is None:
        return []
    revisions = Revision.objects.for_instance(instance).order_by("-created_at", "-id")
    digest = content_digest(newest.as_object())
    found = [newest]
    for revision in revisions.exclude(pk=newest.pk)[:LOOK_BACK]:
        if content_digest(revision.as_object()) != digest:
            break
        found.append(revision)
    return found
