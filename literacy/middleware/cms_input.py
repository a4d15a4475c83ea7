"""Answers a malformed CMS form with 400 instead of breaking off with 500."""

import logging
from collections.abc import Callable

from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from literacy.messages import message_page
from literacy.routing import chosen_language

logger = logging.getLogger(__name__)
SENDING = ("POST", "PUT")
# What Wagtail lets through when an editor's form holds broken rich text,
# broken StreamField data, or a truncated picture.
FAULTS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    DataError,
)


class CmsInputMiddleware:
    """Only for what an editor sends: a page that breaks on GET stays a 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if request.method not in SENDING or not request.path.startswith(
            reverse("wagtailadmin_home")
        ):
            return None
        # An error with a number comes from the machine, such as a full disk.
        is_broken_file = isinstance(exception, OSError) and exception.errno is None
        if not is_broken_file and not isinstance(exception, FAULTS):
            return None
        logger.warning("CMS form refused", exc_info=exception)
        with override(language_of(request)):
            return refusal(request)


def language_of(request: HttpRequest) -> str:
    """Return the language that the editor sees the CMS in."""
    profile = getattr(request.user, "wagtail_userprofile", None)
    return getattr(profile, "preferred_language", "") or chosen_language(request)


def refusal(request: HttpRequest) -> HttpResponse:
    """Say what happened and what to do now."""
    return message_page(
        request,
        title=_("This form could not be read"),
        text=_(
            "Part of what was sent is damaged. Go back, check the last thing "
            "you changed, and save again. What cannot be read is not published."
        ),
        status=400,
        link={"url": reverse("wagtailadmin_home"), "label": _("To the CMS")},
    )
