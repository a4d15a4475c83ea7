"""What there is to translate in a source, written in bulk.

The library asks for and saves each string, each place and each segment by itself:
thousands of statements for a lesson (`TranslationSource.refresh_segments`).
"""

import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    TemplateSegment,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)

# Of these a page has few: the library's own way will do.
OTHERS = {
    TemplateSegmentValue: TemplateSegment,
    RelatedObjectSegmentValue: RelatedObjectSegment,
    OverridableSegmentValue: OverridableSegment,
}


@transaction.atomic
def refresh_segments(source: TranslationSource) -> None:
    """Make the segments of a source say what the source says now.

    Strings cost the same few queries for one as for a hundred.
    """
    instance = source.as_instance()
    values = list(extract_segments(instance))
    texts = [value for value in values if isinstance(value, StringSegmentValue)]
    contexts = contexts_for(source, [value.path for value in values], instance)
    refresh_strings(source, texts, contexts)
    for kind, model in OTHERS.items():
        kept = [
            model.from_value(source, value).pk
            for value in values
            if isinstance(value, kind)
        ]
        model.objects.filter(source=source).exclude(pk__in=kept).delete()


def refresh_strings(
    source: TranslationSource,
    values: list[StringSegmentValue],
    contexts: dict[str, TranslationContext],
) -> None:
    """Add the segments of strings that are new, and delete those that are gone."""
    strings = strings_for(source, [value.string.data for value in values])
    wanted = {
        (
            contexts[value.path].pk,
            strings[value.string.data].pk,
            value.order,
            json.dumps(value.attrs, cls=DjangoJSONEncoder),
        )
        for value in values
    }
    rows = StringSegment.objects.filter(source=source)
    found = {
        tuple(place): pk
        for pk, *place in rows.values_list(
            "pk", "context_id", "string_id", "order", "attrs"
        )
    }
    rows.filter(
        pk__in=[pk for place, pk in found.items() if place not in wanted]
    ).delete()
    StringSegment.objects.bulk_create(
        StringSegment(
            source=source,
            context_id=context,
            string_id=string,
            order=order,
            attrs=attrs,
        )
        for context, string, order, attrs in sorted(
            wanted - set(found), key=lambda place: place[2]
        )
    )


def strings_for(source: TranslationSource, texts: Iterable[str]) -> dict[str, String]:
    """Return the rows of texts, by text; what is missing is added."""
    hashes = {String._get_data_hash(text): text for text in texts}
    rows = String.objects.filter(locale_id=source.locale_id, data_hash__in=hashes)
    found = {row.data_hash: row for row in rows}
    made = String.objects.bulk_create(
        String(locale_id=source.locale_id, data=text, data_hash=data_hash)
        for data_hash, text in hashes.items()
        if data_hash not in found
    )
    found |= {row.data_hash: row for row in made}
    return {text: found[data_hash] for data_hash, text in hashes.items()}


def contexts_for(
    source: TranslationSource, paths: Iterable[str], instance: Any
) -> dict[str, TranslationContext]:
    """Return the rows of places, by path; what is missing is added."""
    rows = TranslationContext.objects.filter(object_id=source.object_id)
    found = {row.path: row for row in rows}
    made = [
        new_context(source, path, instance)
        for path in dict.fromkeys(paths)
        if path not in found
    ]
    TranslationContext.objects.bulk_create(made)
    return found | {row.path: row for row in made}


def new_context(
    source: TranslationSource, path: str, instance: Any
) -> TranslationContext:
    """Return an unsaved place that knows the path of its field."""
    context = TranslationContext(
        object_id=source.object_id,
        path=path,
        path_id=TranslationContext._get_path_id(path),
    )
    # It would save itself to keep that path.
    context.save = lambda *args, **kwargs: None
    context.get_field_path(instance)
    del context.save
    return context
