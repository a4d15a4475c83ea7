"""What happens around the edit forms of translations."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail_localize.models import Translation

# What the buttons of the library send.
RESTART = "localize-restart-translation"
TO_ALIAS = "localize-convert-to-alias"


def save_before_restart(request: HttpRequest, instance: Any) -> None:
    """Let the form save its draft first: whoever translates again loses nothing."""
    if request.method == "POST" and RESTART in request.POST:
        fields = request.POST.copy()
        del fields[RESTART]
        request.POST = fields
        request.asks_for_restart = True


def lead_to_restart(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Ask whether to translate again, once the draft is saved."""
    if not getattr(request, "asks_for_restart", False):
        return None
    translation = Translation.objects.filter(
        source__object_id=instance.translation_key,
        target_locale=instance.locale_id,
        enabled=False,
    ).first()
    return translation and redirect(
        reverse("restart_translation", args=[translation.pk])
    )


def offer_no_alias(menu_items: list[Any], request: HttpRequest, context: Any) -> None:
    """Leave out the button that puts another language's words in a page's place."""
    menu_items[:] = [item for item in menu_items if item.name != TO_ALIAS]
