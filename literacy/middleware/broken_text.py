"""Keeps out of all views what no text can hold: NUL, and halves of characters.

PostgreSQL refuses both, SQLite keeps the first; nobody types either.
"""

import re
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.request import UnreadablePostError

_BROKEN = re.compile("[\x00\ud800-\udfff]")


class BrokenTextMiddleware:
    """Finds nothing at such an address (404); drops such signs from what is sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _BROKEN.search(request.path):
            raise Http404
        request.COOKIES = {
            name: value
            for name, value in request.COOKIES.items()
            if not _BROKEN.search(value)
        }
        request.GET = mended(request.GET)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> None:
        """Mend a form; one without a token is read by its view, field by field."""
        if request.method != "POST" or getattr(view, "csrf_exempt", False):
            return
        try:
            request.POST = mended(request.POST)
        except UnreadablePostError:
            """The sender is gone: as the check of the token, go on without a form."""


def mended(data: QueryDict) -> QueryDict:
    """Return the fields without broken signs."""
    if not any(_BROKEN.search(text) for text in texts_of(data)):
        return data
    kept = data.copy()
    kept.clear()
    for name, values in data.lists():
        for value in values:
            kept.appendlist(_BROKEN.sub("", name), _BROKEN.sub("", value))
    return kept


def texts_of(data: QueryDict) -> list[str]:
    return [text for name, values in data.lists() for text in (name, *values)]
