"""Serves public pages from memory before anything else runs."""

import hashlib
from collections.abc import Callable
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from literacy.encodings import accepted_encodings, compress
from literacy.page_store import generation, get_page, put_page

# Added to links by social apps; they say nothing about the page.
TRACKING = ("fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ref", "si")
SECONDS_IN_BROWSERS = 60
Handler = Callable[[HttpRequest], HttpResponse]


class PageCacheMiddleware:
    """Keeps the pages that a page class calls public, one copy per encoding.

    A request with a session cookie (an editor, a teacher) or with a query of
    its own passes by. A stored page sets no cookie and is the same bytes for
    everybody.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.PAGE_CACHE or not may_be_stored(request):
            return self.get_response(request)
        encoding = accepted_encodings(request.META.get("HTTP_ACCEPT_ENCODING", ""))[0]
        key = ":".join(
            (generation(), encoding, request.META.get("HTTP_HOST", ""), request.path)
        )
        response = get_page(key)
        if response is None:
            response = self.get_response(request)
            if not is_public(request, response):
                return response
            seconds = response.context_data["page"].seconds_to_keep()  # type: ignore[attr-defined]
            finish(response, encoding)
            put_page(key, response, seconds)
        return conditional(request, response)


def may_be_stored(request: HttpRequest) -> bool:
    """Tell whether the request could be anybody's."""
    if request.method not in ("GET", "HEAD"):
        return False
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    names = (name for name, _ in parse_qsl(request.META.get("QUERY_STRING", "")))
    return all(name.startswith("utm_") or name in TRACKING for name in names)


def is_public(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether the answer is a live page that everybody may see.

    A page that only some may see answers a visitor without a session with a
    redirect, never with 200.
    """
    page = (getattr(response, "context_data", None) or {}).get("page")
    return (
        response.status_code == 200
        and request.method == "GET"
        and getattr(page, "is_public", False)
        and not getattr(request, "is_preview", False)
        and not response.cookies
    )


def finish(response: HttpResponse, encoding: str) -> None:
    """Compress the page once, and say how long it may be kept."""
    content = response.content
    if encoding != "identity":
        response.content = compress(content, encoding)
        response.headers["Content-Encoding"] = encoding
    digest = hashlib.sha256(content).hexdigest()[:20]
    response.headers["ETag"] = f'"{digest}-{encoding}"'
    response.headers["Content-Length"] = str(len(response.content))
    response.headers["Cache-Control"] = f"public, max-age={SECONDS_IN_BROWSERS}"
    del response.headers["Vary"]
    patch_vary_headers(response, ["Accept-Encoding"])


def conditional(request: HttpRequest, stored: HttpResponse) -> HttpResponse:
    """Return the page, or an empty 304 where the browser has it."""
    response = get_conditional_response(request, stored.headers["ETag"], None, stored)
    if response.status_code == 304:
        policy = "Content-Security-Policy"
        response.headers[policy] = stored.headers[policy]
    return response
