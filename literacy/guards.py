"""Who may send a form from a page that is the same for everybody."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from .messages import render_message

View = Callable[..., HttpResponse]
# An answer is a few hundred bytes; the longest is an order of six cards.
MAX_BODY = 16_384


def is_same_origin(request: HttpRequest) -> bool:
    """Tell whether the form was sent from one of our own pages.

    A cached page cannot carry a token. `Sec-Fetch-Site` says it in every
    browser since 2023; older ones send `Origin` with each POST.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return bool(origin) and urlsplit(origin).netloc == request.get_host()


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
        if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BODY:
            return render_message(
                request,
                title=_("Too much at once"),
                text=_(
                    "This form is longer than any answer can be. "
                    "Go back and answer again."
                ),
                status=413,
            )
        return view(request, *args, **kwargs)

    return guarded
