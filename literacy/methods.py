"""Addresses that only take forms still say something to whoever opens them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from .messages import render_message

View = Callable[..., HttpResponse]


def form_only(*, back: str = "") -> Callable[[View], View]:
    """Answer anything but POST with a page that says so, and leads on.

    People come here by a reload, a restored tab, or the address bar. `back` is the
    name of the address with the form; without it the front page is offered.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, *args, **kwargs)
            link = {"url": reverse(back), "label": _("To the form")} if back else None
            response = render_message(
                request,
                title=_("This address alone leads nowhere"),
                text=_(
                    "It only takes what a form sends. Let us go back to the form and "
                    "send it from there: nothing of ours is lost."
                ),
                status=405,
                link=link,
            )
            response.headers["Allow"] = "POST"
            return response

        return guarded

    return decorate
