"""What visitors see where something is refused, missing or broken.

Each is small, whole in itself, and in the language that the address begins with.
"""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from literacy.messages import message_page, render_message
from literacy.routing import address_language


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing at this address."""
    with override(address_language(request)):
        return render_message(
            request,
            title=_("This page is not here"),
            text=_(
                "The address may be old, or a letter may be missing. Nothing of yours "
                "is lost."
            ),
            status=404,
        )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this visitor may not see it."""
    with override(address_language(request)):
        return render_message(
            request,
            title=_("This page belongs to somebody else"),
            text=_(
                "Perhaps it was opened on another phone, or needs another sign-in. "
                "Nothing of yours is lost."
            ),
            status=403,
        )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say what to do with a form that may have been sent from elsewhere."""
    with override(address_language(request)):
        return message_page(
            request,
            title=_("This form has run out"),
            text=_(
                "It was open for long, or this browser keeps no cookies. Go back, load "
                "the page again and send the form once more. If that does not help, "
                "allow cookies for this site."
            ),
            status=403,
        )


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Say that somebody tried too often: for allauth, which counts."""
    with override(address_language(request)):
        return message_page(
            request,
            title=_("Too many tries"),
            text=_("Wait five minutes, then try again."),
            status=429,
        )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the address or the form is damaged; the host's name may be, too."""
    with override(address_language(request)):
        return message_page(
            request,
            title=_("This could not be read"),
            text=_(
                "The address or the form that arrived is damaged. Go back and try "
                "again, or begin on the front page."
            ),
            status=400,
        )


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault, without asking whatever may have broken."""
    with override(address_language(request)):
        return message_page(
            request,
            title=_("Something broke on our side"),
            text=_(
                "It is not your fault. Wait a moment, go back and try again: your "
                "earlier answers are kept."
            ),
            status=500,
            mood="down",
        )
