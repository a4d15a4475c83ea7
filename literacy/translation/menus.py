"""Buttons that lists show for translations."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

# The library's own buttons, which ask the database for each row of a list.
SLOW_HOOKS = "wagtail_localize.wagtail_hooks"


def outdated_url() -> str:
    """Return the address of the report, with what is older than its original."""
    return reverse("wagtail_localize:translations_report") + "?is_outdated=true"


def translate_button(snippet: Any) -> Button:
    """Return the way to translate a snippet."""
    label, name = snippet._meta.app_label, snippet._meta.model_name
    address = reverse(
        "wagtail_localize:submit_snippet_translation",
        args=[label, name, quote(snippet.pk)],
    )
    icon = "wagtail-localize-language"
    return Button(_("Translate"), address, icon_name=icon, priority=100)


def update_url(source: int, back: str) -> str:
    """Return where the translations of a source are brought up to date."""
    address = reverse("wagtail_localize:update_translations", args=[source])
    return f"{address}?{urlencode({'next': back})}"


def update_button(source: int, back: str) -> Button:
    """Return the way to bring the translations of a source up to date, and back."""
    label = _("Bring translations up to date")
    return Button(label, update_url(source, back), icon_name="resubmit", priority=106)
