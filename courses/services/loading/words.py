"""Makes the English of loaded content a real translation of the Arabic.

The CMS then shows it at 100 %, and a later change of the Arabic can be synced.
"""

from typing import Any

from wagtail.models import DraftStateMixin, Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue

from .refusals import note_as_loaded


def translate(source_object: Any, worded: Any, locale: Locale) -> Any:
    """Publish the translation of a page or snippet and return it.

    `worded` is an unsaved twin of the source with the words of the other
    language: the same blocks and ids, so each string is found by its path.
    """
    words = {
        segment.path: segment.string.data
        for segment in extract_segments(worded)
        if isinstance(segment, StringSegmentValue)
    }
    source, _made = TranslationSource.update_or_create_from_instance(source_object)
    translation, _made = Translation.objects.get_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    write_strings(source, words, locale)
    has_drafts = isinstance(source_object, DraftStateMixin)
    translation.save_target(publish=not has_drafts)
    translated = source_object.get_translation(locale)
    if has_drafts:
        # At once, and not after the commit: later pages are added below this one.
        revision = translated.get_latest_revision()
        note_as_loaded(revision.as_object())
        revision.publish()
        translated.refresh_from_db()
    return translated


def write_strings(
    source: TranslationSource, words: dict[str, str], locale: Locale
) -> None:
    """Write the words of each string, in three queries and one for each change."""
    segments = StringSegment.objects.filter(source=source).select_related(
        "context", "string"
    )
    rows = StringTranslation.objects.filter(
        locale=locale, context__in=[segment.context for segment in segments]
    )
    known = {(row.translation_of_id, row.context_id): row for row in rows}
    for segment in segments:
        data = words.get(segment.context.path)
        if not data:
            continue
        row = known.get((segment.string_id, segment.context_id))
        if row is None:
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                data=data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
        elif row.data != data:
            row.data = data
            row.save()
