"""Purges pages whose change nobody told: the process was killed in that moment."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import DraftStateMixin, ModelLogEntry, PageLogEntry
from wagtail.snippets.models import get_snippet_models

from literacy.page_store import page_store, purge_pages

from .debts import Debt

# What Wagtail's log calls a change that visitors see.
PUBLIC = Q(
    action__in=[
        f"wagtail.{action}"
        for action in (
            "create_alias",
            "delete",
            "move",
            "publish",
            "rename",
            "reorder",
            "unpublish",
            "view_restriction.create",
            "view_restriction.delete",
            "view_restriction.edit",
        )
    ]
)


def owed_pages() -> Debt:
    """Return stored pages that are older than a change, as something owed."""
    return Debt(name="Stored pages to purge", find=find_owed, pay=purge)


def find_owed(everything: bool) -> Iterator[datetime]:
    """Yield when content changed last, if that was after the store was last told."""
    version = page_store().version()
    if version is None:
        return
    told = datetime.fromtimestamp(max(version) / 10**9, UTC)
    changes = (
        PageLogEntry.objects.filter(PUBLIC, timestamp__gt=told),
        ModelLogEntry.objects.filter(PUBLIC | shown_as_saved(), timestamp__gt=told),
    )
    newest = [entries.order_by("-timestamp").first() for entries in changes]
    if moments := [entry.timestamp for entry in newest if entry]:
        yield max(moments)


def shown_as_saved() -> Q:
    """Return the edits of what has no drafts, such as pictures."""
    drafted = [
        model for model in get_snippet_models() if issubclass(model, DraftStateMixin)
    ]
    types = ContentType.objects.get_for_models(*drafted).values()
    return Q(action="wagtail.edit") & ~Q(content_type__in=types)


def purge(_changed: datetime) -> None:
    purge_pages()
