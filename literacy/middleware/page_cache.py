"""Serves public pages from the page store before anything else runs."""

import threading
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language_from_path, override
from wagtail.models import Site

from literacy.encodings import accepted_encodings
from literacy.page_store import StoredPage, Version, page_store, remember

# Added to links by social apps; they say nothing about the page.
TRACKING = ("fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ref", "si")
SECONDS_TO_KEEP = 86_400
Handler = Callable[[HttpRequest], HttpResponse]


class PageCacheMiddleware:
    """Keeps the pages that a page class calls public, one rendering of each.

    A request with a session cookie (an editor, a teacher) or with a query of
    its own passes by. A stored page sets no cookie and is the same bytes for
    everybody. One worker renders a page at a time; the others show the copy
    from before where it may stand in, or wait.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        # Where old copies may stand in, a process renders one page at a time.
        self.is_renewing = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not may_be_stored(request):
            return self.get_response(request)
        address = f"{request.scheme}:{request.path}"
        version, page = page_store().read(address)
        if version is None:
            return self.get_response(request)
        if page and page.is_fresh(version):
            return reply(request, page)
        if request.method != "GET":
            return self.get_response(request)
        if not page or not page.may_stand_in(version):
            return self.render_in_turn(request, address)
        if not self.is_renewing.acquire(blocking=False):
            return reply(request, page)
        try:
            return self.render_in_turn(request, address, page)
        finally:
            self.is_renewing.release()

    def render_in_turn(
        self, request: HttpRequest, address: str, old: StoredPage | None = None
    ) -> HttpResponse:
        """Render, unless another worker does: then show what stands in, or wait."""
        end_turn = page_store().take_turn(address)
        if not end_turn:
            if old:
                return reply(request, old)
            page_store().wait_for_turn(address)
            return self.render_unless_fresh(request, address)
        try:
            return self.render_unless_fresh(request, address)
        finally:
            end_turn()

    def render_unless_fresh(self, request: HttpRequest, address: str) -> HttpResponse:
        """Look again, since another worker may have been quicker; else render."""
        version, page = page_store().read(address)
        if version and page and page.is_fresh(version):
            return reply(request, page)
        response = self.get_response(request)
        if not version or not is_public(request, response):
            return response
        page = stored(response, version)
        page_store().write(address, page)
        return reply(request, page)


def may_be_stored(request: HttpRequest) -> bool:
    """Return whether the request could be anybody's, and needs no redirect."""
    if not settings.PAGE_CACHE or request.method not in ("GET", "HEAD"):
        return False
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    if settings.SECURE_SSL_REDIRECT and not request.is_secure():
        return False
    names = (name for name, _ in parse_qsl(request.META.get("QUERY_STRING", "")))
    if not all(name.startswith("utm_") or name in TRACKING for name in names):
        return False
    if not leads_to_page(request.path):
        return False
    try:
        # What it is matters not: a page is the same under each of the site's names.
        request.get_host()
    except DisallowedHost:
        return False
    return True


@lru_cache(maxsize=1024)
def leads_to_page(path: str) -> bool:
    """Return whether Wagtail answers this path, which only it does with pages."""
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            return resolve(path).url_name == "wagtail_serve"
        except Resolver404:
            return False


def is_public(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether the answer is a live page that everybody may see.

    A page that only some may see answers a visitor without a session with a
    redirect, never with 200. Where a host runs several sites, addresses do not
    tell them apart: nothing is stored.
    """
    page = (getattr(response, "context_data", None) or {}).get("page")
    return (
        response.status_code == 200
        and getattr(page, "is_public", False)
        and not getattr(request, "is_preview", False)
        and not response.cookies
        and remember("number of sites", Site.objects.count) == 1
    )


def stored(response: HttpResponse, version: Version) -> StoredPage:
    """Return the rendering as it is kept."""
    seconds = response.context_data["page"].seconds_to_keep()  # type: ignore[attr-defined]
    if seconds is None:
        seconds = SECONDS_TO_KEEP
    return StoredPage.from_response(response, version, seconds)


def reply(request: HttpRequest, page: StoredPage) -> HttpResponse:
    """Return the page as this browser takes it, or 304 where it has it."""
    encodings = accepted_encodings(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    response = page.to_reply(encodings[0])
    policy = response.headers["Content-Security-Policy"]
    response = get_conditional_response(
        request, response.headers["ETag"], None, response
    )
    if response.status_code == 304:
        response.headers["Content-Security-Policy"] = policy
    return response
