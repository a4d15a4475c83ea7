"""The doors through which something is published, each of them past the gate.

Forms ask it before anything is saved (literacy.gate_forms); what comes another way
is asked here: bulk publishing, workflows, the clock, commands. Translations have a
gate of their own (literacy.translation.gate).
"""

import logging
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision

from .errors import RefusedError
from .gate import refuse_faulty
from .middleware.refusals import tell, way_back
from .panels import Note

logger = logging.getLogger(__name__)
SCHEDULED = "wagtail.publish.scheduled"
REFUSED = "literacy.publish.refused"


def guard_publishing() -> None:
    """Let nothing with errors be published, whoever asks and wherever from."""
    if getattr(PublishRevisionAction, "is_guarded", False):
        return
    execute = PublishRevisionAction.execute

    def guarded_execute(self: Any, skip_permission_checks: bool = False) -> Any:
        self.check(skip_permission_checks=skip_permission_checks)
        try:
            refuse_faulty(self.object)
        except RefusedError as refused:
            if self.log_action != SCHEDULED:
                raise
            # The clock goes on with what else is due.
            logger.error("Not published on schedule: %s", refused)
            put_back(self.object, self.revision)
            return None
        return execute(self, skip_permission_checks=skip_permission_checks)

    PublishRevisionAction.execute = guarded_execute
    PublishRevisionAction.is_guarded = True


# The clock.


def put_back(instance: Any, revision: Revision) -> None:
    """Make a draft again of what was refused on its day; its history says so."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(instance=instance, action=REFUSED, revision=revision)


def name_log_actions(actions: Any) -> None:
    """Say it in the history; registered with Wagtail's log."""
    text = gettext_lazy("Not published on its day: something had to be fixed first")
    actions.register_action(REFUSED, gettext_lazy("Not published on its day"), text)


def refused_notes(request: HttpRequest) -> list[Note]:
    """Say on the first screen what was put back, until somebody works on it."""
    finder = AdminURLFinder(request.user)
    text = _("“%(title)s” was not published on its day: fix it, and publish it again")
    return [
        Note(text % {"title": revision.object_str}, url)
        for revision in put_back_drafts()
        if revision.content_object.has_unpublished_changes
        and (url := finder.get_edit_url(revision.content_object))
    ]


def put_back_drafts() -> QuerySet[Revision]:
    """Return what was put back and has not been changed since."""
    pages, others = (
        Q(pk__in=model.objects.filter(action=REFUSED).values("revision"))
        for model in (PageLogEntry, ModelLogEntry)
    )
    newer = Revision.objects.filter(
        base_content_type=OuterRef("base_content_type"),
        object_id=OuterRef("object_id"),
        pk__gt=OuterRef("pk"),
    )
    found = Revision.objects.filter(pages | others)
    return found.exclude(Exists(newer)).order_by("-pk")


# Several pages at once.


def refuse_faulty_pages(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Publish none of several pages when one of them has errors."""
    if action_type != "publish":
        return None
    form = getattr(action, "cleaned_form", None)
    below = bool(form and form.cleaned_data.get("include_descendants"))
    for page in pages_of(objects, below):
        try:
            refuse_faulty(page.get_latest_revision_as_object())
        except RefusedError as refused:
            tell(request, refused)
            return redirect(way_back(request) or refused.url)
    return None


def pages_of(objects: Iterable[Any], below: bool) -> Iterable[Any]:
    for page in objects:
        if isinstance(page, Page):
            yield page
            if below:
                yield from page.get_descendants().not_live().specific()
