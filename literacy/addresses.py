"""Addresses that the site itself answers: no page may take them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import Resolver404, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

PAGES = "wagtail_serve"
# Of pages right below a home page, which has its language's address.
FIRST_LEVEL = 3


@lru_cache(maxsize=1)
def own_words() -> frozenset[str]:
    """Return the first words of all addresses below a language, such as “progress”."""
    return frozenset(
        word
        for one in get_resolver(settings.ROOT_URLCONF).url_patterns
        if isinstance(one, URLResolver) and isinstance(one.pattern, LocalePrefixPattern)
        for word in first_words(one.url_patterns)
    )


def first_words(patterns: Any, before: str = "") -> Iterator[str]:
    """Yield what stands before the first slash of each pattern but that of pages."""
    for one in patterns:
        route = before + str(one.pattern).removeprefix("^")
        word, slash, _rest = route.partition("/")
        if getattr(one, "name", "") == PAGES:
            continue
        if isinstance(one, URLResolver) and not slash:
            yield from first_words(one.url_patterns, route)
        else:
            yield word


def is_taken(slug: str, parent: Page | None) -> bool:
    """Tell whether the site itself answers at this address below a page."""
    if parent is None:
        return False
    return is_own(slug, parent.depth + 1, [parent.specific_class])


def is_own(slug: str, depth: int, parents: Iterable[type[Page] | None]) -> bool:
    """Tell whether an address is ours in this depth, below pages of these types."""
    if depth == FIRST_LEVEL:
        return slug in own_words()
    return any(has_part(model, slug) for model in parents)


def has_part(model: type[Page] | None, slug: str) -> bool:
    """Tell whether pages of a type have a part of their own at an address."""
    if model is None or not issubclass(model, RoutablePageMixin):
        return False
    try:
        return bool(model().resolve_subpage(f"/{slug}/"))
    except Resolver404:
        return False


def taken_text(slug: str) -> str:
    """Return what to say of it, and what to do."""
    return _(
        "The site itself answers at “%(slug)s”. Choose another address for the page."
    ) % {"slug": slug}
