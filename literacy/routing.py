"""Keeps addresses and languages together."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, get_language_from_path
from wagtail.models import Page


def chosen_language(request: HttpRequest) -> str:
    """Return the visitor's language where no address says it: cookie, else Arabic.

    `Accept-Language` is left aside: many phones in Iraq are set to English.
    """
    wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def address_language(request: HttpRequest) -> str:
    """Return the language that the address begins with, else the chosen one."""
    return get_language_from_path(request.path_info) or chosen_language(request)


def lead_to_own_language(
    page: Page, request: HttpRequest, serve_args: Any, serve_kwargs: Any
) -> HttpResponse | None:
    """Send a page that was found under another language's prefix to its own."""
    if page.locale.language_code != get_language():
        return redirect(page.get_full_url(request))
    return None
