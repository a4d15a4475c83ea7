"""The first screen of the CMS."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import now
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from .reports import NAME as CONTENT_CHECK
from .reports import error_count
from .translation.menus import outdated_url
from .translation.queries import outdated

# So many drafts of each kind: the newest are the ones that somebody waits for.
DRAFTS = 5


@dataclass(frozen=True)
class Entry:
    """A large button; upper apps bring theirs by `literacy_dashboard_entries`."""

    label: str
    text: str
    url: str
    icon: str
    order: int


@dataclass(frozen=True)
class Waiting:
    """A draft to finish; upper apps bring theirs by `literacy_dashboard_waiting`."""

    title: str
    kind: str
    language: str
    url: str
    since: datetime | None


@dataclass(frozen=True)
class Note:
    """A sentence on what to do soon; brought by `literacy_dashboard_notes`."""

    text: str
    url: str


class WelcomePanel(Component):
    """Where to go, and what waits."""

    name = "welcome"
    template_name = "literacy/admin/welcome.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        entries = collect("literacy_dashboard_entries", request)
        waiting = collect("literacy_dashboard_waiting", request)
        return {
            "entries": sorted(entries, key=lambda entry: entry.order),
            "waiting": sorted(
                waiting, key=lambda draft: draft.since or now(), reverse=True
            )[:DRAFTS],
            "notes": collect("literacy_dashboard_notes", request),
            "stale_count": outdated().count(),
            "stale_url": outdated_url(),
            "error_count": error_count(),
            "error_url": reverse(CONTENT_CHECK),
            "site_url": "/",
        }


def collect(hook: str, request: HttpRequest) -> list[Any]:
    """Return what all apps bring."""
    return [one for register in hooks.get_hooks(hook) for one in register(request)]


def admin_styles() -> str:
    """Arabic beside English, and the first screen."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


def admin_scripts() -> str:
    return format_html('<script src="{}"></script>', static("js/admin/widgets.js"))


def add_welcome(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(WelcomePanel())


def leave_out_adverts(request: HttpRequest, menu_items: list[Any]) -> None:
    """Keep what helps here: no news of the software, no guide in English only."""
    foreign = ("whats-new-in-wagtail", "editor-guide")
    menu_items[:] = [item for item in menu_items if not item.name.startswith(foreign)]


def waiting_pages(request: HttpRequest) -> list[Waiting]:
    """Return the pages that were changed last and are not published yet."""
    drafts = (
        page_permission_policy.instances_user_has_permission_for(request.user, "change")
        .filter(has_unpublished_changes=True)
        .select_related("locale", "content_type")
        .order_by(F("latest_revision_created_at").desc(nulls_last=True))
    )
    return [
        Waiting(
            title=page.draft_title or page.title,
            kind=page.page_type_display_name,
            language=page.locale.get_display_name(),
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            since=page.latest_revision_created_at,
        )
        for page in drafts[:DRAFTS]
    ]
