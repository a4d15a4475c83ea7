"""What stands around every page: languages, menus, the foot."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info, override
from wagtail import hooks

from .models import BasePage, HomePage, InfoPage
from .page_store import remember

# Language names as their own readers write them.
NAMES = {"ar": "العربية", "en": "English", "ckb": "کوردیی ناوەندی"}


@dataclass(frozen=True)
class LanguageLink:
    language: str
    label: str
    url: str


@dataclass(frozen=True)
class MenuLink:
    """An entry of the menu; upper apps bring theirs by `literacy_menu_links`."""

    label: str
    url: str
    icon: str
    order: int
    is_current: bool = False


def frame_of(request: HttpRequest, page: BasePage | None) -> dict[str, Any]:
    """Return the variables that `literacy/base.html` lists."""
    language = page.content_locale.language_code if page else get_language()
    language = language or settings.LANGUAGE_CODE
    links = page_links(page) if page else view_links(request, language)
    return {
        "site_name": settings.SITE_NAME,
        "language": language,
        "direction": "rtl" if get_language_info(language)["bidi"] else "ltr",
        "home_url": f"/{language}/",
        "me_url": reverse("me"),
        "alternates": links,
        "language_links": switches(links, language),
        "navigation": menu_links(request, language),
        **remember(f"foot:{language}", lambda: foot(language)),
    }


def page_links(page: BasePage) -> list[LanguageLink]:
    """Return links to the page in every language it is published in."""
    pages = [page, *page.get_translations().live().filter(alias_of=None)]
    return sorted(
        (
            LanguageLink(
                other.locale.language_code,
                NAMES[other.locale.language_code],
                other.full_url or "",
            )
            for other in pages
            if other.locale.language_code in NAMES
        ),
        key=lambda link: list(NAMES).index(link.language),
    )


def view_links(request: HttpRequest, language: str) -> list[LanguageLink]:
    """Return links to the same view in the other languages."""
    here = request.build_absolute_uri(request.path)
    return [
        LanguageLink(code, NAMES[code], translate_url(here, code))
        for code, _name in settings.LANGUAGES
    ]


def switches(links: list[LanguageLink], language: str) -> list[LanguageLink]:
    """Return the other languages' links, which stay on the host of this visit."""
    return [
        replace(link, url=urlsplit(link.url).path)
        for link in links
        if link.language != language
    ]


def menu_links(request: HttpRequest, language: str) -> list[MenuLink]:
    """Return the menu, with the place that the visitor is in marked."""

    def collect() -> list[MenuLink]:
        with override(language):
            found = [
                link
                for register in hooks.get_hooks("literacy_menu_links")
                for link in register(language)
            ]
        return sorted(found, key=lambda link: link.order)

    links = remember(f"menu:{language}", collect)
    inside = [link.url for link in links if request.path.startswith(link.url)]
    current = max(inside, key=len, default="")
    return [
        MenuLink(link.label, link.url, link.icon, link.order, link.url == current)
        for link in links
    ]


def foot(language: str) -> dict[str, Any]:
    """Return the sentence and the links at the foot of every page."""
    home = HomePage.objects.live().filter(locale__language_code=language).first()
    pages = InfoPage.objects.live().filter(
        locale__language_code=language, is_in_footer=True
    )
    return {
        "footer_text": home.footer_text if home else "",
        "footer_links": [
            {"label": page.title, "url": page.url} for page in pages.order_by("path")
        ],
    }


def is_framed(request: HttpRequest) -> bool:
    """Tell whether the answer is one of our own pages, not the CMS."""
    return not request.path.startswith(reverse("wagtailadmin_home"))


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor."""
    if not is_framed(request):
        return {}
    return frame_of(request, getattr(request, "framed_page", None))
