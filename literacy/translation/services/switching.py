"""Brings translations up to date, and moves them to the edit form and back."""

import json
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import OverridableSegmentValue
from wagtail_localize.strings import StringValue

from literacy.errors import RefusedError
from literacy.services.signing import content_digest

from .beginning import translatable
from .saving import publish, target_of, translated_draft
from .words import strings_of, write_strings


@transaction.atomic
def update_translations(
    *, source: TranslationSource, user: Any, publishes: bool = False
) -> None:
    """Take over what the original says now: as published, or as last drafted.

    Raises RefusedError, and then nothing is taken over.
    """
    original = source.get_source_instance()
    newest = translatable(original)
    if newest is original:
        source.update_from_db()
    else:
        TranslationSource.update_or_create_from_instance(newest)
        source.refresh_from_db()
    running = source.translations.filter(enabled=True).select_related("target_locale")
    for translation in running:
        translation.source = source
        if publishes:
            publish(translation=translation, user=user)
        else:
            source.update_target_view_restrictions(translation.target_locale)


@transaction.atomic
def stop_translation(*, translation: Translation, user: Any) -> None:
    """Leave a translation to the edit form, with all that was translated so far."""
    target = target_of(translation)
    if target is not None:
        keep_words(translation, target, user)
    translation.enabled = False
    translation.save(update_fields=["enabled"])


def keep_words(translation: Translation, target: Any, user: Any) -> None:
    """Save a draft with the words that nobody published yet, if there are any.

    What is not translated stays as it is in the newest draft.
    """
    newest = target.get_latest_revision_as_object()
    try:
        with transaction.atomic():
            fill_gaps(translation, newest)
            draft = translated_draft(translation, user)
            transaction.set_rollback(True)
    except ValidationError:
        return
    if content_digest(draft) != content_digest(newest):
        draft.save_revision(user=user, clean=False)


def fill_gaps(translation: Translation, instance: Any) -> None:
    """Use the texts of an instance where there is no translation."""
    own, locale = strings_of(instance), translation.target_locale
    segments = StringSegment.objects.filter(source=translation.source)
    missing = segments.annotate_translation(locale).filter(translation=None)
    paths = missing.values_list("context__path", flat=True)
    texts = {path: own[path] for path in paths if path in own}
    write_strings(translation.source, texts, locale)


@transaction.atomic
def restart_translation(*, translation: Translation) -> None:
    """Translate again, beginning with the words that were written by hand.

    Raises RefusedError when there is no original any more.
    """
    try:
        translation.source.get_source_instance()
    except ObjectDoesNotExist as error:
        text = _("There is no original any more: go on writing here.")
        raise RefusedError(text) from error
    take_over(translation)
    translation.enabled = True
    translation.save(update_fields=["enabled"])


def lost_by_restart(translation: Translation) -> list[str]:
    """Return the texts written by hand that no text of the original stands for."""
    with transaction.atomic():
        take_over(translation)
        draft = translated_draft(translation)
        transaction.set_rollback(True)
    kept, own = strings_of(draft), strings_of(newest_target(translation))
    return [
        StringValue(text).render_text()
        for path, text in own.items()
        if text and kept.get(path) != text
    ]


def newest_target(translation: Translation) -> Any:
    return translation.get_target_instance().get_latest_revision_as_object()


def take_over(translation: Translation) -> None:
    """Make translations of the words and choices that were made by hand."""
    newest, source = newest_target(translation), translation.source
    originals = dict(
        source.stringsegment_set.values_list("context__path", "string__data")
    )
    texts = {
        path: text
        for path, text in strings_of(newest).items()
        if text != originals.get(path)
    }
    write_strings(source, texts, translation.target_locale)
    for segment in extract_segments(newest):
        if isinstance(segment, OverridableSegmentValue):
            take_over_choice(translation, segment)


def take_over_choice(translation: Translation, own: OverridableSegmentValue) -> None:
    """Override what the original says with another picture or number, if it is one."""
    segment = OverridableSegment.objects.filter(
        source=translation.source, context__path=own.path
    ).first()
    if segment is None:
        return
    place = {"context": segment.context, "locale": translation.target_locale}
    SegmentOverride.objects.filter(**place).delete()
    if segment.data != own.data:
        data = json.dumps(own.data, cls=DjangoJSONEncoder)
        SegmentOverride.objects.create(**place, data_json=data)
