"""Columns that lists show for translations."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

OLDER = _("Older than its original")


class OutdatedColumn(Column):
    """Marks what is older than its original; rows are annotated with `is_outdated`."""

    def __init__(self) -> None:
        label = _("Translation")
        super().__init__("is_outdated", label=label, accessor=mark_of)


def mark_of(instance: Any) -> Any:
    return OLDER if getattr(instance, "is_outdated", False) else ""
