"""Brings the stamps of all practice pictures up to date.

Pages above show some too: the hook `literacy_stamps_in_use` draws these, and returns
the names of their files.
"""

from dataclasses import dataclass
from typing import Any

from wagtail import hooks

from literacy.page_store import purge_pages
from literacy.stamps import FOLDER, forget_unused
from quizzes.models import Activity, ActivityVersion

from .versions import freeze_version


@dataclass(frozen=True)
class Stamping:
    """How many activities were frozen again, and how many files went."""

    frozen: int
    deleted: int


def stamp_pictures() -> Stamping:
    """Freeze all published activities again, and delete stamps that none shows.

    Without a change of words or address nothing changes.
    """
    live = Activity.objects.filter(live=True).select_related("locale", "skill")
    for activity in live:
        freeze_version(activity=activity)
    contents = ActivityVersion.objects.values_list("content", flat=True)
    used = {name for content in contents.iterator() for name in stamps_in(content)}
    for stamps_in_use in hooks.get_hooks("literacy_stamps_in_use"):
        used |= stamps_in_use()
    deleted = forget_unused(used)
    purge_pages()
    return Stamping(frozen=len(live), deleted=len(deleted))


def stamps_in(value: Any) -> list[str]:
    """Return the names of the stamped files in frozen content."""
    if isinstance(value, dict):
        name = value.get("file")
        own = [name] if isinstance(name, str) and name.startswith(f"{FOLDER}/") else []
        return own + [one for part in value.values() for one in stamps_in(part)]
    if isinstance(value, list):
        return [one for part in value for one in stamps_in(part)]
    return []
