"""What is translated, and how much of it is missing or older than its source."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from literacy.gate import site_notes
from literacy.models import PublishedWords
from literacy.services.signing import content_digest

# A page or snippet by its translation key and the primary key of its locale.
Place = tuple[UUID, int]


def place_in_language(instance: Any) -> Place:
    return instance.translation_key, instance.locale_id


def untranslated(instances: Iterable[Any]) -> Mapping[Place, int]:
    """Return how many texts of translated pages or activities are not translated.

    By `place_in_language`; what is whole is not there. Asked for the whole site at
    once while all of it is looked through.
    """
    notes = site_notes()
    if notes is None:
        return gaps({instance.translation_key for instance in instances})
    if "gaps" not in notes:
        notes["gaps"] = gaps()
    found: Mapping[Place, int] = notes["gaps"]
    return found


def gaps(keys: Collection[UUID] | None = None) -> Counter[Place]:
    """Return how many texts are missing, by translation key and language.

    Four plain queries, whether for one object or for all of them. What is missing
    is found here: a database that has not yet seen how much there is (after the
    first load, say) may compare every text with every other.
    """
    languages = Translation.objects.filter(enabled=True)
    # An address may be the same in every language.
    contexts = TranslationContext.objects.exclude(path="slug")
    segments = StringSegment.objects.order_by()
    translations = StringTranslation.objects.filter(has_error=False)
    if keys is not None:
        languages = languages.filter(source__object_id__in=keys)
        contexts = contexts.filter(object_id__in=keys)
    wanted = defaultdict(list)
    for source, locale in languages.values_list("source_id", "target_locale_id"):
        wanted[source].append(locale)
    if not wanted:
        return Counter()
    places = dict(contexts.values_list("pk", "object_id"))
    if keys is not None:
        segments = segments.filter(context__in=places)
        translations = translations.filter(context__in=places)
    done = set(translations.values_list("locale_id", "context_id", "translation_of_id"))
    return Counter(
        (places[context], locale)
        for source, context, string in segments.values_list(
            "source_id", "context_id", "string_id"
        )
        for locale in wanted[source]
        if context in places and (locale, context, string) not in done
    )


def translation_sources(keys: Collection[UUID]) -> dict[Place, int]:
    """Return the source of each running translation, by its place."""
    rows = TranslationSource.objects.filter(
        object_id__in=keys, translations__enabled=True
    )
    return {
        (key, locale): pk
        for key, locale, pk in rows.values_list("object_id", "locale", "pk")
    }


def outdated() -> QuerySet[Translation]:
    """Return the translations whose original was published with other words since.

    Whether they run or were stopped, and however they were published.
    """
    rows = PublishedWords.objects.filter(object_key=OuterRef("source__object_id"))
    now = rows.filter(locale=OuterRef("source__locale")).values("digest")
    made_from = rows.filter(locale=OuterRef("target_locale")).values("made_from")
    known: QuerySet[Translation] = Translation.objects.annotate(
        now=Subquery(now), made_from=Subquery(made_from)
    ).filter(now__isnull=False, made_from__isnull=False)
    return known.exclude(now=F("made_from"))


def outdated_around(instance: Any) -> QuerySet[Translation]:
    """Return the outdated translations of a page or snippet, itself included."""
    places = Q(source__locale=instance.locale_id) | Q(target_locale=instance.locale_id)
    found = outdated().filter(places, source__object_id=instance.translation_key)
    return found.select_related("source__locale", "target_locale")


def is_outdated() -> Exists:
    """Match the pages and snippets that are older than their original."""
    return Exists(
        outdated().filter(
            source__object_id=OuterRef("translation_key"),
            target_locale=OuterRef("locale_id"),
        )
    )


def is_synced(translation: Translation) -> bool:
    """Return whether translators see the original as it is published."""
    source = translation.source
    published = PublishedWords.objects.filter(
        object_key=source.object_id, locale=source.locale_id
    )
    digest = content_digest(source.as_instance())
    return bool(published.filter(digest=digest).exists())
