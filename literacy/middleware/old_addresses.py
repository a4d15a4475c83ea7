"""Leads from the old address of a page that was moved or renamed to its new one."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware


class OldAddressMiddleware(RedirectMiddleware):
    """Follows redirects where they lead elsewhere, and lets no browser keep them.

    A browser that kept “moved for good” would go round in circles once the page is
    moved back; and so would everybody while a page that came back is not published.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        found: HttpResponse = super().process_response(request, response)
        if found is response:
            return response
        new = urlsplit(found["Location"])
        is_here = new.netloc in ("", request.get_host()) and new.path == request.path
        if is_here:
            return response
        found["Cache-Control"] = "no-cache"
        return found
