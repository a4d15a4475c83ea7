"""Where activities are used: by which pages, in which part of the site."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from quizzes.models import Activity


@dataclass(frozen=True)
class Part:
    """A module, or whatever else stands above pages: the same in all languages."""

    key: UUID
    title: str


@dataclass(frozen=True)
class PageLink:
    """A page that offers activities."""

    pk: int
    key: UUID
    language: str
    title: str
    parent: Part | None


def pages_using() -> dict[int, list[PageLink]]:
    """Return the pages that name each activity, by its primary key."""
    rows = list(
        ReferenceIndex.objects.filter(
            to_content_type=ContentType.objects.get_for_model(Activity),
            base_content_type=ContentType.objects.get_for_model(Page),
        ).values_list("to_object_id", "object_id")
    )
    links = page_links(Page.objects.filter(pk__in={int(pk) for _, pk in rows}))
    by_pk = {link.pk: link for link in links}
    found: dict[int, list[PageLink]] = {}
    for activity, page in dict.fromkeys(rows):
        if int(page) in by_pk:
            found.setdefault(int(activity), []).append(by_pk[int(page)])
    return found


def page_links(pages: Any) -> list[PageLink]:
    """Return the pages with what stands above them, in two queries."""
    found = list(pages.select_related("locale").order_by("path"))
    above = parts_at({page.path[: -Page.steplen] for page in found})
    return [
        PageLink(
            pk=page.pk,
            key=page.translation_key,
            language=page.locale.language_code,
            title=page.title,
            parent=above.get(page.path[: -Page.steplen]),
        )
        for page in found
    ]


def parts_at(paths: Iterable[str]) -> dict[str, Part]:
    """Return what stands at these paths, below the home page."""
    rows = Page.objects.filter(path__in=list(paths), depth__gt=2)
    return {
        path: Part(key, title)
        for path, key, title in rows.values_list("path", "translation_key", "title")
    }
