"""Who may submit content for translation."""

from typing import Any

from django.contrib.auth.models import Permission


def submit_permission() -> Permission:
    """Return the right to submit pages and snippets for translation."""
    return Permission.objects.get(
        content_type__app_label="wagtail_localize", codename="submit_translation"
    )


def may_submit(user: Any) -> bool:
    return bool(user.has_perm("wagtail_localize.submit_translation"))
