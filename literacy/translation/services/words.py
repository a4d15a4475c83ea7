"""The words of translations: read from content, kept as strings of the library."""

from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue


def strings_of(instance: Any) -> dict[str, str]:
    """Return the texts of a page or snippet that translators see, by their path."""
    return {
        segment.path: segment.string.data
        for segment in extract_segments(instance)
        if isinstance(segment, StringSegmentValue)
    }


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
    new = []
    for segment in segments:
        data = words.get(segment.context.path)
        if not data:
            continue
        row = known.get((segment.string_id, segment.context_id))
        if row is None:
            new.append(
                StringTranslation(
                    translation_of=segment.string,
                    context=segment.context,
                    locale=locale,
                    data=data,
                    translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                )
            )
        elif row.data != data or row.has_error:
            row.data, row.has_error = data, False
            row.save()
    # Saved one by one, a title would be written into its page's draft as well: saving
    # the target does that.
    StringTranslation.objects.bulk_create(new)


def save_words(source_object: Any, worded: Any, locale: Locale) -> Any:
    """Save a draft of a translation with the words of its source's twin.

    Returns the page or snippet in that language.
    """
    source, _made = TranslationSource.update_or_create_from_instance(source_object)
    translation, _made = Translation.objects.get_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    write_strings(source, strings_of(worded), locale)
    translation.save_target(publish=False)
    return source_object.get_translation(locale)
