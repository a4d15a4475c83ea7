"""Who may send a form from a page that is the same for everybody."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from .errors import LearnerGoneError
from .messages import render_message

View = Callable[..., HttpResponse]
# An answer is a few hundred bytes; the longest is an order of six cards.
MAX_BODY = 16_384


def is_same_origin(request: HttpRequest) -> bool:
    """Return whether the form was sent from one of our own pages.

    A cached page cannot carry a token. Every browser since 2023 sends
    `Sec-Fetch-Site`, older ones `Origin`; Opera Mini, KaiOS and Firefox below 70
    send neither, or `null`, but `Referer`, which our referrer policy lets them
    send to us alone.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    origin = request.headers.get("Origin", "null")
    if origin == "null":
        origin = request.headers.get("Referer", "")
    return is_ours(request, origin)


def is_ours(request: HttpRequest, address: str) -> bool:
    """Return whether an absolute address has the host and port of this request.

    Not `url_has_allowed_host_and_scheme`: it takes `null` for a relative address.
    """
    try:
        return urlsplit(address).netloc == request.get_host()
    except ValueError:
        return False


def body_size(request: HttpRequest) -> int:
    """Return the announced length; 0 where it is no number, as Django reads it."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def same_origin_form(view: View) -> View:
    """Refuse a form from another site (403) and an over-long one (413)."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not is_same_origin(request):
            return render_message(
                request,
                title=_("This came from another site"),
                text=_("Open the lesson on this site and answer there."),
                status=403,
            )
        if body_size(request) > MAX_BODY:
            return render_message(
                request,
                title=_("Too much at once"),
                text=_(
                    "This form is longer than any answer can be. "
                    "Go back and answer again."
                ),
                status=413,
            )
        try:
            return view(request, *args, **kwargs)
        except LearnerGoneError:
            return render_message(
                request,
                title=_("Please send this once more"),
                text=_(
                    "Your progress was brought together with another phone’s, or "
                    "deleted, while this was on its way. Nothing else is wrong."
                ),
                status=409,
            )

    return guarded
