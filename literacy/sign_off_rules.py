"""Findings about sign-offs: what a second editor has to sign, or to sign again."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .findings import Finding, error, warning
from .gate import Notes, site_notes
from .models import CareMixin, SignOff
from .models.pages import SENSITIVE
from .services import content_digest, key_of

NOT_SIGNED = "not_signed"
WORST_FIRST = ("-came_with_site", "expires_on")


def missing_sign_off(instance: Any) -> Iterator[Finding]:
    """Yield a finding where a second editor has to sign content, or sign it again."""
    if not isinstance(instance, CareMixin):
        return
    if (instance.sensitivity or 0) >= SENSITIVE:
        yield from sign_off_faults(instance)
    elif has_less_care(instance):
        yield from lifted_care(instance)


def has_less_care(instance: CareMixin) -> bool:
    """Tell whether learners would see it with less care than when they saw it last."""
    if site_notes() is not None:
        # What they see now has been asked for.
        return False
    was_sensitive = instance.shown_sensitivity >= SENSITIVE
    return was_sensitive or (instance.shown_in_review and not instance.waits_for_review)


def sign_off_faults(instance: Any) -> Iterator[Finding]:
    signed = sign_off_of(instance)
    if signed is None:
        yield error(
            NOT_SIGNED,
            _("This is sensitive, and no second editor has signed this version."),
            _("Submit it for a second editor’s sign-off: then it is published."),
        )
    elif signed.came_with_site:
        yield warning(
            "signed_outside",
            _("This came with the site and was not signed here yet."),
            _("Submit it for a second editor’s sign-off."),
        )
    elif signed.expires_on and signed.expires_on < timezone.localdate():
        yield warning(
            "sign_off_expired",
            _("The sign-off ended on %(day)s.")
            % {"day": date_format(signed.expires_on)},
            _("Read it again, and submit it for a second editor’s sign-off."),
        )


def lifted_care(instance: Any) -> Iterator[Finding]:
    """Yield a finding where one editor alone would show it with less care than now."""
    if sign_off_of(instance) is None:
        yield error(
            NOT_SIGNED,
            _("Learners saw this with more care: one editor alone cannot end that."),
            _("Submit it for a second editor’s sign-off: then it is published."),
        )


def sign_off_of(instance: Any) -> SignOff | None:
    """Return the best sign-off of exactly this content, expired ones too."""
    notes = site_notes()
    if notes is None:
        digest = content_digest(instance)
        rows = SignOff.objects.filter(**key_of(instance), digest=digest)
        return rows.order_by(*WORST_FIRST).last()
    found = notes.setdefault("signed", {})
    if instance not in found:
        found[instance] = noted_sign_offs(notes).get(signature_of(instance))
    best: SignOff | None = found[instance]
    return best


def noted_sign_offs(notes: Notes) -> dict[tuple[Any, ...], SignOff]:
    """Return the best sign-off of each content, all of them in one query."""
    if "sign_offs" not in notes:
        notes["sign_offs"] = {
            (row.content_type_id, row.object_key, row.language, row.digest): row
            for row in SignOff.objects.order_by(*WORST_FIRST)
        }
    rows: dict[tuple[Any, ...], SignOff] = notes["sign_offs"]
    return rows


def signature_of(instance: Any) -> tuple[Any, ...]:
    key = key_of(instance)
    kind, place, language = key["content_type"], key["object_key"], key["language"]
    return kind.pk, place, language, content_digest(instance)
