"""After a page was moved in the CMS: its translations follow, or it says so."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from wagtail.models import Page

from .services import move_translations


def follow_page(request: HttpRequest, page: Page) -> None:
    """Registered for a single move."""
    page.refresh_from_db()
    for text in move_translations(page=page, user=request.user):
        messages.warning(request, text)


def follow_pages(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> None:
    """Registered for whatever is done with several pages at once."""
    if action_type == "move":
        for page in objects:
            follow_page(request, page)
