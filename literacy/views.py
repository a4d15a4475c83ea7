"""Views that need no page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """Send `/` to the visitor's language: the cookie's, else Arabic.

    `Accept-Language` is left aside: many phones in Iraq are set to English.
    """
    wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    known = dict(settings.LANGUAGES)
    language = wanted if wanted in known else settings.LANGUAGE_CODE
    return HttpResponseRedirect(f"/{language}/")


@never_cache
def sign_in_door(request: HttpRequest) -> HttpResponse:
    """Lead every other door to the one sign-in."""
    return redirect("account_login")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say in the page's language that there is nothing here."""
    return render(request, "404.html", status=404)
