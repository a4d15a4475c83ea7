"""Buttons that lists show for translations."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

# The library's own buttons, which ask the database for each row of a list.
SLOW_HOOKS = "wagtail_localize.wagtail_hooks"


def translations_url() -> str:
    """Return the address of the report on all translations."""
    return reverse("wagtail_localize:translations_report")


def translate_button(snippet: Any) -> Button:
    """Return the way to translate a snippet."""
    label, name = snippet._meta.app_label, snippet._meta.model_name
    address = reverse(
        "wagtail_localize:submit_snippet_translation",
        args=[label, name, quote(snippet.pk)],
    )
    icon = "wagtail-localize-language"
    return Button(_("Translate"), address, icon_name=icon, priority=100)


def update_button(source: int, back: str) -> Button:
    """Return the way to bring the translations of a source up to date, and back."""
    address = reverse("wagtail_localize:update_translations", args=[source])
    return Button(
        _("Bring translations up to date"),
        f"{address}?{urlencode({'next': back})}",
        icon_name="resubmit",
        priority=106,
    )
