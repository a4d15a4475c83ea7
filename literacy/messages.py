"""One plain page for a refusal: what happened, and what to do now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _


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
    context = {"title": title, "text": text, "link": link}
    template = "literacy/message_page.html"
    if request.headers.get("X-Part"):
        link = link or {"url": reverse("front_door"), "label": _("Front page")}
        context = {"title": title, "text": text, "mood": "doubt", "level": 2, **link}
        template = "literacy/includes/message.html"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["X-Part"])
    return response
