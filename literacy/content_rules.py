"""Findings that hold for any page or activity: its words."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from .addresses import is_own, taken_text
from .fields import StreamField
from .findings import Finding, error
from .models import DraftMixin, HelpPage, HelpResource, HomePage, InfoPage
from .models.pages import PAGE_TEXTS
from .raw import Path, faults, place_of, texts
from .sign_off_rules import missing_sign_off
from .text.marks import isolated
from .text_rules import addresses, denied, deny_list, hashtags

# Content of this layer; upper layers ask for the fields of theirs.
OWN = (HomePage, InfoPage, HelpPage, HelpResource)


def common_findings(instance: Any) -> Iterator[Finding]:
    """Return what is wrong with any page or snippet; registered as a check."""
    yield from denied_words(instance)
    yield from missing_sign_off(instance)
    yield from taken_address(instance)
    if isinstance(instance, OWN):
        yield from field_faults(instance)


# Words


def texts_of(instance: Any) -> Iterator[tuple[str, str, str]]:
    """Yield each text of a page or activity: where it is, its place, its words."""
    for field in own_fields(instance):
        if isinstance(field, StreamField):
            value = getattr(instance, field.name)
            for path, text in texts(value.stream_block, list(value.raw_data)):
                yield where(field.name, path), place_of(value, path), text
        elif field.get_internal_type() in ("CharField", "TextField"):
            text = getattr(instance, field.name)
            if text and not field.choices:
                yield field.name, str(field.verbose_name), text


def own_fields(instance: Any) -> Iterable[Any]:
    """Return the fields that hold words: of a page, its own and its titles."""
    if not isinstance(instance, Page):
        return [field for field in instance._meta.concrete_fields if field.editable]
    titles = [instance._meta.get_field(name) for name in PAGE_TEXTS]
    return [*titles, *instance._meta.local_concrete_fields]


def where(name: str, path: Path) -> str:
    return ".".join([name, *map(str, path)])


def denied_words(instance: Any) -> Iterator[Finding]:
    if not deny_list():
        return
    for spot, place, text in texts_of(instance):
        for word in denied(text):
            yield error(
                "denied_word",
                _("%(place)s: “%(word)s” is on the list of words to avoid.")
                % {"place": place, "word": word},
                _("Say it in other words."),
                spot,
            )


def outside_names(instance: Any) -> Iterator[Finding]:
    """Return the addresses, names of accounts and hashtags that may be real."""
    remedy = _("Invent one that ends in .example, or leave it out.")
    for spot, place, text in texts_of(instance):
        for found in addresses(text):
            yield error(
                "real_address",
                _("%(place)s: “%(address)s” may be a real address or account.")
                % {"place": place, "address": isolated(found)},
                remedy.replace(".example", isolated(".example")),
                spot,
            )
        for tag in hashtags(text):
            yield error(
                "hashtag",
                _("%(place)s: “%(tag)s” may lead to real posts.")
                % {"place": place, "tag": isolated(tag)},
                _("Leave the hashtag out: only the site’s own is allowed here."),
                spot,
            )


# Forms


def field_faults(instance: Any, leave_out: Iterable[str] = ()) -> Iterator[Finding]:
    """Return the empty or wrong fields, and the wrong places in streams."""
    streams = [
        field
        for field in instance._meta.concrete_fields
        if isinstance(field, StreamField)
    ]
    exclude = {"id", "page_ptr", "path", "depth", "url_path", "slug", *leave_out}
    relations = {
        field.name
        for field in instance._meta.concrete_fields
        if field.is_relation and (field.blank or getattr(instance, field.attname))
    }
    try:
        instance.clean_fields(exclude=exclude | relations | {f.name for f in streams})
    except ValidationError as failed:
        for name, errors in failed.error_dict.items():
            label = str(instance._meta.get_field(name).verbose_name)
            yield from field_fault(name, label, errors)
    for field in streams:
        yield from stream_faults(instance, field)
    if isinstance(instance, DraftMixin):
        for name, text in instance.faults().items():
            yield error(name, str(text), "", name)


def field_fault(name: str, label: str, errors: Iterable[Any]) -> Iterator[Finding]:
    for failed in errors:
        text = f"{label}: {' '.join(map(str, failed.messages))}"
        yield error("field", text, _("Fix this field."), name)


def stream_faults(instance: Any, field: StreamField) -> Iterator[Finding]:
    """Return what could not be read in a stream, and what its blocks refuse."""
    value = getattr(instance, field.name)
    label = str(field.verbose_name)
    if getattr(value, "lost", None):
        yield error(
            "unreadable",
            _("%(place)s: a part could not be read, and is left out.")
            % {"place": label},
            _("Fill in what is empty, and save."),
            field.name,
        )
    try:
        field.stream_block.clean(value)
    except ValidationError as failed:
        for path, text in faults(failed):
            place = place_of(value, path) or label
            spot = where(field.name, path)
            yield error("field", f"{place}: {text}", _("Fix this field."), spot)


def taken_address(instance: Any) -> Iterator[Finding]:
    """Return a finding where the site itself answers at the page's address."""
    if isinstance(instance, Page) and is_own(
        instance.slug, instance.depth or 0, instance.allowed_parent_page_models()
    ):
        yield error("taken_address", taken_text(instance.slug), "", "slug")


# Subjects


def published_content() -> Iterator[Any]:
    """Return what of this app is published; registered as subjects."""
    for model in (HomePage, InfoPage, HelpPage):
        pages = model.objects.live().filter(alias_of=None)
        yield from pages.select_related("locale").order_by("path")
    resources = HelpResource.objects.filter(live=True).select_related("locale")
    yield from resources.order_by("locale", "name")
