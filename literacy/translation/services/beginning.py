"""Begins translations as drafts, and leaves alone what is there already."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator

from literacy.errors import RefusedError
from literacy.gate import subject_of

from .saving import faults_of


@dataclass
class Begun:
    """What was begun by source, and what could not be: it is incomplete."""

    translations: dict[TranslationSource, list[Translation]]
    left_out: list["LeftOut"] = field(default_factory=list)


@dataclass(frozen=True)
class LeftOut:
    """A page or snippet that is too incomplete to be translated, and why."""

    instance: Any
    reasons: tuple[str, ...]

    @property
    def title(self) -> str:
        return subject_of(self.instance).title


@transaction.atomic
def begin_translations(
    *, instance: Any, locales: Iterable[Locale], user: Any, with_subtree: bool = False
) -> Begun:
    """Begin translations of a page or snippet, and of what it needs and lacks.

    That is the pages above it and the snippets that it uses. Raises RefusedError
    when the page or snippet itself, or a page above it, is too incomplete.
    """
    # One after the other: two pages may need the same activity, or somebody pressed
    # the button twice.
    chosen = Locale.objects.filter(pk__in=[locale.pk for locale in locales])
    locales = list(chosen.select_for_update(no_key=True).order_by("pk"))
    creator = DraftCreator(user, locales)
    creator.create_translations(instance)
    if creator.left_out and not all(is_there(instance, one) for one in locales):
        raise refusal_of(instance, creator.left_out)
    if with_subtree:
        for page in instance.get_descendants():
            creator.create_translations(page)
    return Begun(creator.mappings, creator.left_out)


def refusal_of(instance: Any, left_out: list[LeftOut]) -> RefusedError:
    text = _("“%(title)s” cannot be translated yet. Fix this first:")
    details = [f"{one.title}: {line}" for one in left_out for line in one.reasons]
    return RefusedError(
        text % {"title": subject_of(instance).title},
        tuple(details),
        subject_of(left_out[0].instance).url,
    )


class DraftCreator(TranslationCreator):  # type: ignore[misc]  # it has no types
    """Begins what is missing as drafts; never saves what is there.

    The library saves again whatever a page uses: live activities go offline, stopped
    translations are written over (wagtail/wagtail-localize#463); pages above become
    live aliases, whatever the settings say (#743).
    """

    def __init__(self, user: Any, target_locales: list[Locale]) -> None:
        super().__init__(user, target_locales)
        self.left_out: list[LeftOut] = []

    def create_translations(
        self, instance: Any, include_related_objects: bool = True
    ) -> None:
        if isinstance(instance, Page):
            instance = instance.specific
        if instance.translation_key in self.seen_objects:
            return
        self.seen_objects.add(instance.translation_key)
        locales = [one for one in self.target_locales if not is_there(instance, one)]
        if not locales:
            return
        parent = parent_of(instance)
        if parent:
            self.create_translations(parent)
        newest = translatable(instance)
        source, _made = TranslationSource.update_or_create_from_instance(newest)
        for segment in source.relatedobjectsegment_set.select_related("object"):
            related = segment.get_source_instance()
            if related:
                self.create_translations(related)
        for locale in locales:
            if parent is None or is_there(parent, locale):
                self.begin(instance, source, locale)

    def begin(self, instance: Any, source: TranslationSource, locale: Locale) -> None:
        try:
            with transaction.atomic():
                translation, _made = Translation.objects.update_or_create(
                    source=source, target_locale=locale, defaults={"enabled": True}
                )
                translation.save_target(user=self.user, publish=False)
        except ValidationError as error:
            self.left_out.append(LeftOut(instance, faults_of(instance, error)))
        else:
            self.mappings[source].append(translation)


def is_there(instance: Any, locale: Locale) -> bool:
    """Return whether it exists in a language, and not as an alias of another."""
    found = instance.get_translations(inclusive=True).filter(locale=locale)
    if isinstance(instance, Page):
        found = found.filter(alias_of=None)
    return bool(found.exists())


def parent_of(instance: Any) -> Any:
    """Return the page above a page, if there is one that has a language."""
    parent = instance.get_parent() if isinstance(instance, Page) else None
    return parent and not parent.is_root() and parent.specific or None


def translatable(instance: Any) -> Any:
    """Return what is published, or the newest draft of what is not."""
    return instance if instance.live else instance.get_latest_revision_as_object()
