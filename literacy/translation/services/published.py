"""Notes what is published in each language, and what it was made from."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from wagtail.models import Page, Revision
from wagtail_localize.models import Translation, TranslationSource

from literacy.models import PublishedWords
from literacy.services.debts import Debt
from literacy.services.signing import content_digest


def note_published(*, instance: Any, revision: Revision | None = None) -> None:
    """Keep the digests of what learners see now; safe to repeat."""
    PublishedWords.objects.update_or_create(
        object_key=instance.translation_key,
        locale_id=instance.locale_id,
        defaults={
            "digest": content_digest(instance),
            "made_from": basis_of(instance, revision),
        },
    )


def basis_of(instance: Any, revision: Revision | None) -> str:
    """Return the digest of the original that an instance was translated from."""
    translation = (
        Translation.objects.filter(
            source__object_id=instance.translation_key,
            target_locale=instance.locale_id,
        )
        .select_related("source")
        .order_by("-enabled")
        .first()
    )
    if translation is None:
        return ""
    source = translation.source
    if not translation.enabled:
        # Its form says what is newer: who publishes it by hand has seen that.
        return published_digest(source)
    if revision and revision.created_at < source.last_updated_at:
        return ""
    return content_digest(source.as_instance())


def published_digest(source: TranslationSource) -> str:
    rows = PublishedWords.objects.filter(
        object_key=source.object_id, locale=source.locale_id
    )
    return rows.values_list("digest", flat=True).first() or ""


def forget_published(*, instance: Any) -> None:
    PublishedWords.objects.filter(
        object_key=instance.translation_key, locale=instance.locale_id
    ).delete()


def owed_digests() -> Debt:
    """Return what is published and not noted: what came before notes were kept."""
    return Debt("Published words", find=not_noted, pay=note_as_it_is)


def not_noted(everything: bool) -> Iterator[Any]:
    """Yield what is published of all that is translated, and has no digests."""
    known = set(PublishedWords.objects.values_list("object_key", "locale"))
    missing = defaultdict(set)
    for translation in Translation.objects.select_related("source"):
        source = translation.source
        for locale in (source.locale_id, translation.target_locale_id):
            if (source.object_id, locale) not in known:
                missing[source.specific_content_type].add((source.object_id, locale))
    for kind, places in missing.items():
        model = kind.model_class()
        keys = {key for key, _locale in places}
        found = model.objects.filter(translation_key__in=keys, live=True)
        if issubclass(model, Page):
            found = found.filter(alias_of=None)
        for instance in found:
            if (instance.translation_key, instance.locale_id) in places:
                yield instance


def note_as_it_is(instance: Any) -> None:
    note_published(instance=instance, revision=instance.live_revision)
