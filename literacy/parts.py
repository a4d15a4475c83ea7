"""The same include as a page of its own, or as the part that scripts put in place."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

# Asks for a part, and says of a reply that it is ours: what a proxy or a network's
# sign-in page answers in our place does not carry it, and scripts leave it aside.
HEADER = "X-Part"


def is_part(request: HttpRequest) -> bool:
    """Return whether scripts ask for the part alone."""
    return bool(request.headers.get(HEADER))


def render_page_or_part(
    request: HttpRequest,
    *,
    page: str,
    part: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    """Render the template `page`, or for scripts the template `part`."""
    if is_part(request):
        return render_part(request, part, context, status)
    response = render(request, page, context, status=status)
    patch_vary_headers(response, [HEADER])
    return response


def render_part(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Render what scripts put in place, marked as ours."""
    response = render(request, template, context, status=status)
    patch_vary_headers(response, [HEADER])
    mark_as_ours(response)
    return response


def mark_as_ours(response: HttpResponse) -> None:
    """Set the header without which scripts take a reply for somebody else's."""
    response.headers[HEADER] = "ours"
