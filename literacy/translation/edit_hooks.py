"""What happens around the edit forms of translations."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail_localize.models import Translation

from .menus import update_url
from .queries import is_synced, outdated_around

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


def tell_outdated(request: HttpRequest, instance: Any) -> None:
    """Say on both edit forms what was published with changes since."""
    if request.method != "GET" or not hasattr(instance, "translation_key"):
        return
    for translation in outdated_around(instance):
        is_original = translation.source.locale_id == instance.locale_id
        tell = tell_original if is_original else tell_translation
        tell(request, translation)


def tell_original(request: HttpRequest, translation: Translation) -> None:
    language = translation.target_locale.get_display_name()
    text = _("What is published in %(language)s is older than this.")
    url = AdminURLFinder(request.user).get_edit_url(translation.get_target_instance())
    buttons = [messages.button(url, _("Open the translation"))] if url else []
    messages.warning(request, text % {"language": language}, buttons=buttons)


def tell_translation(request: HttpRequest, translation: Translation) -> None:
    """Say it with the next step: sync, translate, or write by hand."""
    language = translation.source.locale.get_display_name()
    text = _("The original in %(language)s was published with changes since.")
    buttons = []
    if not translation.enabled:
        step = _("Change here what has changed there, and publish.")
    elif is_synced(translation):
        step = _("Translate what is still open, and publish.")
    else:
        step = _("Bring this up to date, translate what is new, and publish.")
        url = update_url(translation.source_id, request.path)
        buttons = [messages.button(url, _("Bring translations up to date"))]
    text = f"{text % {'language': language}} {step}"
    messages.warning(request, text, buttons=buttons)
