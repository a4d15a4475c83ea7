"""One plain page for a refusal: what happened, and what to do now."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from .frame import MenuLink, care_of, menu_links
from .parts import HEADER, is_part, render_part


def render_message(
    request: HttpRequest,
    *,
    title: str,
    text: str,
    status: int,
    link: dict[str, str] | None = None,
) -> HttpResponse:
    """Return the message as a page; `link` holds `url` and `label`.

    For `X-Part`, only the include that scripts put in the place of a form.
    """
    if not is_part(request):
        links = menu_links(request, get_language() or settings.LANGUAGE_CODE)
        return message_page(
            request, title=title, text=text, status=status, link=link, links=links
        )
    link = link or {"url": reverse("front_door"), "label": _("Front page")}
    context = {"title": title, "text": text, "mood": "doubt", "level": 2, **link}
    return render_part(request, "literacy/includes/message.html", context, status)


def message_page(
    request: HttpRequest,
    *,
    title: str,
    text: str,
    status: int,
    link: dict[str, str] | None = None,
    links: Sequence[MenuLink] = (),
    mood: str = "doubt",
) -> HttpResponse:
    """Return a small page in the current language that nothing can break.

    It asks no database, and looks at nothing that a visitor may have sent damaged.
    """
    language = get_language() or settings.LANGUAGE_CODE
    context = {
        "language": language,
        "direction": "rtl" if get_language_info(language)["bidi"] else "ltr",
        "site_name": settings.SITE_NAME,
        "home_url": f"/{language}/",
        "title": title,
        "text": text,
        "link": link,
        "links": links,
        "mood": mood,
        "exit_url": care_of(request, None)["exit_url"],
    }
    content = render_to_string("literacy/message_page.html", context)
    response = HttpResponse(
        content, status=status, headers={"Content-Language": language}
    )
    response.stylesheet = "message"  # type: ignore[attr-defined]
    patch_vary_headers(response, [HEADER])
    return response
