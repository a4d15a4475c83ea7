"""One plain page for a refusal: what happened, and what to do now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def render_message(
    request: HttpRequest,
    *,
    title: str,
    text: str,
    status: int,
    link: dict[str, str] | None = None,
) -> HttpResponse:
    """Return the message as a page; `link` holds `url` and `label`."""
    context = {"title": title, "text": text, "link": link}
    return render(request, "literacy/message_page.html", context, status=status)
