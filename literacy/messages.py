"""One plain page for a refusal: what happened, and what to do now."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from .parts import is_part, render_page_or_part


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
    if is_part(request):
        link = link or {"url": reverse("front_door"), "label": _("Front page")}
        context = {"title": title, "text": text, "mood": "doubt", "level": 2, **link}
    return render_page_or_part(
        request,
        page="literacy/message_page.html",
        part="literacy/includes/message.html",
        context=context,
        status=status,
    )
