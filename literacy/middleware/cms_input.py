"""Answers a malformed form or address of the CMS with 400 instead of 500."""

import logging
from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.paginator import InvalidPage
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from literacy.messages import message_page
from literacy.routing import chosen_language

logger = logging.getLogger(__name__)
SENDING, READING = ("POST", "PUT"), ("GET", "HEAD")
# What Wagtail lets through when an editor's form holds broken rich text, broken
# StreamField data, a truncated picture, a page that is gone, or a way back that is
# no address.
FAULTS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    DataError,
    NoReverseMatch,
    ObjectDoesNotExist,
    ValidationError,
)


class CmsInputMiddleware:
    """Only for what an editor sends: a page that breaks by itself stays a 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if request.method in SENDING and is_damage(exception):
            logger.warning("CMS form refused: %s", request.path, exc_info=exception)
            with override(language_of(request)):
                return form_refused(request)
        if request.method in READING and is_asked_for(request, exception):
            logger.warning("CMS address refused: %s", request.path, exc_info=exception)
            with override(language_of(request)):
                return address_refused(request)
        return None


def is_damage(exception: Exception) -> bool:
    """Return whether a form that was sent may cause it."""
    # An error with a number comes from the machine, such as a full disk.
    is_broken_file = isinstance(exception, OSError) and exception.errno is None
    return is_broken_file or isinstance(exception, FAULTS)


def is_asked_for(request: HttpRequest, exception: Exception) -> bool:
    """Return whether the address itself causes it: what it quotes stands there."""
    # No such page of a list; a number or a text that no column takes.
    if isinstance(exception, InvalidPage | OverflowError | DataError):
        return True
    match = request.resolver_match
    if not isinstance(exception, ValueError) or match is None:
        return False
    given = [*match.args, *match.kwargs.values()]
    given += [value for _name, values in request.GET.lists() for value in values]
    return any(repr(value) in str(exception) for value in given)


def language_of(request: HttpRequest) -> str:
    """Return the language that the editor sees the CMS in."""
    profile = getattr(request.user, "wagtail_userprofile", None)
    return getattr(profile, "preferred_language", "") or chosen_language(request)


def form_refused(request: HttpRequest) -> HttpResponse:
    return refusal(
        request,
        _("This form could not be read"),
        _(
            "Part of what was sent is damaged. Go back, check the last thing "
            "you changed, and save again. What cannot be read is not published."
        ),
    )


def address_refused(request: HttpRequest) -> HttpResponse:
    return refusal(
        request,
        _("This address could not be read"),
        _("Part of it is missing or damaged. Go back, and choose from the list again."),
    )


def refusal(request: HttpRequest, title: str, text: str) -> HttpResponse:
    """Say what happened and what to do now."""
    return message_page(
        request,
        title=title,
        text=text,
        status=400,
        link={"url": reverse("wagtailadmin_home"), "label": _("To the CMS")},
    )
