"""What a browser may run, load and use on our pages."""

from typing import Any

from csp.constants import UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from literacy.stylesheet import stylesheet_hash

# Kinds of file that nobody opens: only a page, which has a policy, uses them.
BARE = ("text/javascript", "font/")
# Wagtail writes style attributes; it runs no script but its own files.
CMS_ADDS = {"style-src": [UNSAFE_INLINE], "img-src": ["blob:"]}


class PolicyMiddleware(CSPMiddleware):
    """Allows the one inlined stylesheet by its hash, and the CMS its styles.

    A page keeps its policy in the page cache; a preview inside the CMS is a public
    page's answer and has that page's policy already. A view that needs a feature of
    the device sets `Permissions-Policy` itself.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if is_bare(response):
            return response
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return super().process_response(request, response)

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if parts.update is None and is_document(response):
            parts.update = additions(request, response)
        return parts


def is_document(response: HttpResponseBase) -> bool:
    """Tell whether a browser applies a policy to the answer."""
    return response.headers.get("Content-Type", "").startswith("text/html")


def is_bare(response: HttpResponseBase) -> bool:
    """Return whether a browser can neither show the answer nor run anything in it.

    A policy on scripts and fonts binds nobody, and weighs as much as a small script.
    """
    return response.headers.get("Content-Type", "").startswith(BARE)


def additions(request: HttpRequest, response: HttpResponseBase) -> dict[str, Any]:
    """Return what this reply may have beside the settings' policy."""
    if request.path.startswith(reverse("wagtailadmin_home")):
        return CMS_ADDS
    sheet = getattr(response, "stylesheet", "site")
    return {"style-src": [f"'{stylesheet_hash(sheet)}'"]}
