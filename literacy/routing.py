"""Keeps addresses and languages together."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from wagtail.models import Page


def lead_to_own_language(
    page: Page, request: HttpRequest, serve_args: Any, serve_kwargs: Any
) -> HttpResponse | None:
    """Send a page that was found under another language's prefix to its own."""
    if page.locale.language_code != get_language():
        return redirect(page.get_full_url(request))
    return None
