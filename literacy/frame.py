"""What stands around every page: languages, menus, the foot."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from wagtail import hooks

from .models import BasePage, HelpPage, HomePage, InfoPage
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
        **preview_of(page),
        **care_of(request, page),
        **remember(f"foot:{language}", lambda: foot(language)),
    }


def preview_of(page: BasePage | None) -> dict[str, Any]:
    """Return what other sites may show of the page: nothing of its activities."""
    says_nothing = page is None or page.is_sensitive
    return {
        "preview_title": settings.SITE_NAME if says_nothing else page.title,
        "preview_image": settings.SITE_URL.rstrip("/") + static("img/preview.png"),
        "description": _(
            "Short lessons for young people: pause, check, then decide. "
            "Free, without an account."
        ),
    }


def care_of(request: HttpRequest, page: BasePage | None) -> dict[str, Any]:
    """Return the way out of sensitive pages, and of views that say they are."""
    asking = page or request
    is_sensitive = getattr(asking, "is_sensitive", False)
    return {
        "exit_url": settings.EXIT_URL if is_sensitive else "",
        "neutral_title": page.neutral_title if page and is_sensitive else "",
        "robots": "noindex" if is_sensitive else "",
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
    help_page = help_page_in(language)
    pages = InfoPage.objects.live().filter(
        locale__language_code=language, is_in_footer=True
    )
    linked = [*filter(None, [help_page]), *pages.order_by("path")]
    links = [{"label": page.title, "url": page.url} for page in linked]
    return {
        "footer_text": home.footer_text if home else "",
        "footer_links": links + source_links(language),
        "help_url": help_page.url if help_page else "",
    }


def source_links(language: str) -> list[dict[str, str]]:
    """Return the link to the source of the running version, where one is named."""
    if not settings.SOURCE_URL:
        return []
    with override(language):
        return [{"label": _("Source code of this site"), "url": settings.SOURCE_URL}]


def help_page_in(language: str) -> HelpPage | None:
    return HelpPage.objects.live().filter(locale__language_code=language).first()


def help_link(language: str) -> list[MenuLink]:
    """Return the menu's way to help."""
    page = help_page_in(language)
    return [MenuLink(page.title, page.url, "hand", 40)] if page else []


def is_framed(request: HttpRequest) -> bool:
    """Tell whether the answer is one of our own pages, not the CMS."""
    return not request.path.startswith(reverse("wagtailadmin_home"))


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor."""
    if not is_framed(request):
        return {}
    return frame_of(request, getattr(request, "framed_page", None))
