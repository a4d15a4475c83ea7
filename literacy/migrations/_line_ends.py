"""Gives texts that browsers saved one kind of line end; for migrations of all apps.

StreamFields are read as JSON, as they are stored: an old state knows no blocks.
"""

import json
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps.registry import Apps
from django.db.models import JSONField, TextField, Value
from django.db.models.functions import Cast
from wagtail_localize.strings import StringValue

from literacy.fields import StreamField
from literacy.text.lines import one_line_end

# How wagtail-localize 1.14 finds a text again.
STRINGS = uuid.UUID("59ed7d1c-7eb5-45fa-9c8b-7a7057ed56d7")
RETURN, IN_JSON = "\r", "\\r"


def mend_models(apps: Apps, label: str, names: Iterable[str]) -> None:
    """Mend all texts of several lines in these models' own columns."""
    for name in names:
        model = apps.get_model(label, name)
        for field in model._meta.local_fields:
            if isinstance(field, StreamField):
                mend_json(model, field.name)
            elif isinstance(field, TextField):
                mend_text(model, field.name)


def mend_text(model: Any, name: str) -> None:
    rows = model._base_manager.filter(**{f"{name}__contains": RETURN})
    for pk, text in rows.values_list("pk", name):
        model._base_manager.filter(pk=pk).update(**{name: one_line_end(text)})


def mend_json(model: Any, name: str) -> None:
    rows = model._base_manager.annotate(stored=Cast(name, TextField()))
    found = rows.filter(stored__contains=IN_JSON).values_list("pk", "stored")
    for pk, stored in found:
        value = Value(mended(json.loads(stored)), output_field=JSONField())
        model._base_manager.filter(pk=pk).update(**{name: value})


def mended(value: Any) -> Any:
    """Return JSON with one kind of line end, also in JSON that is kept as text."""
    if isinstance(value, dict):
        return {name: mended(one) for name, one in value.items()}
    if isinstance(value, list):
        return [mended(one) for one in value]
    if not isinstance(value, str):
        return value
    inner = unpacked(value)
    return one_line_end(value) if inner is None else json.dumps(mended(inner))


def unpacked(text: str) -> Any:
    """Return the JSON in a text, if it is JSON in which something is to be mended."""
    if text[:1] not in ("[", "{") or IN_JSON not in text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None


def mend_sources(apps: Apps) -> None:
    """Mend what translations are made from, and lead their words to the same text."""
    sources = apps.get_model("wagtail_localize", "TranslationSource").objects
    for source in sources.filter(content_json__contains=IN_JSON):
        content = json.loads(source.content_json)
        for text in set(spoiled(content)):
            lead_to_twin(apps, source, text)
        sources.filter(pk=source.pk).update(content_json=json.dumps(mended(content)))


def spoiled(value: Any) -> Iterator[str]:
    """Yield the texts with other line ends, also from JSON that is kept as text."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from spoiled(one)
    elif isinstance(value, str) and (inner := unpacked(value)) is not None:
        yield from spoiled(inner)
    elif isinstance(value, str) and RETURN in value:
        yield value


def lead_to_twin(apps: Apps, source: Any, text: str) -> None:
    """Give the text with one kind of line end all that the other one has."""
    names = ("String", "StringSegment", "StringTranslation")
    strings, segments, translations = (
        apps.get_model("wagtail_localize", name).objects for name in names
    )
    old, new = (string_of(one) for one in (text, one_line_end(text)))
    place = {"locale_id": source.locale_id}
    string = strings.filter(data_hash=hash_of(old), **place).first()
    if string is None or old == new:
        return
    twin, _made = strings.get_or_create(
        data_hash=hash_of(new), **place, defaults={"data": new}
    )
    segments.filter(string=string, source=source).update(string=twin)
    for own in translations.filter(
        translation_of=string, context__object_id=source.object_id
    ):
        others = translations.filter(
            translation_of=twin, locale_id=own.locale_id, context_id=own.context_id
        )
        # Whoever translated it anew did so because the older words were lost.
        others.filter(updated_at__lte=own.updated_at).delete()
        if not others.exists():
            translations.filter(pk=own.pk).update(translation_of=twin)


def string_of(text: str) -> str:
    """Return a text in the form in which wagtail-localize keeps it."""
    return str(StringValue.from_plaintext(text).data)


def hash_of(data: str) -> uuid.UUID:
    return uuid.uuid5(STRINGS, data)
