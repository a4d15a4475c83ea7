"""Keeps what live content needs: it is not unpublished, deleted or replaced unasked.

What would break is refused, whoever asks: forms, several at once, commands, the clock.
What only changes elsewhere is shown to an editor, who then presses once more.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.db.models.signals import pre_delete
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.actions.unpublish import UnpublishAction
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import (
    DraftStateMixin,
    ModelLogEntry,
    Page,
    PageLogEntry,
    Revision,
)

from .asking import has_seen
from .findings import Finding, errors_in
from .models import SiteImage
from .panels import Note
from .signals import image_changing
from .uses import (
    InUseError,
    effects_of_deleting,
    effects_of_replacing,
    effects_of_unpublishing,
    lines_of,
)

logger = logging.getLogger(__name__)
EXPIRED = "wagtail.unpublish.scheduled"
REFUSED = "literacy.unpublish.refused"
Effects = Callable[[Any], list[Finding]]


def refuse_breaking(thing: Any, effects: Effects, text: str) -> None:
    """Raise InUseError when this would break live content."""
    broken = errors_in(effects(thing))
    if broken:
        raise InUseError(text % {"title": thing}, broken)


def refuse_unpublishing(thing: Any) -> None:
    text = _("“%(title)s” was not unpublished: live content needs it.")
    refuse_breaking(thing, effects_of_unpublishing, text)


def refuse_deleting(instance: Any, **kwargs: Any) -> None:
    text = _("“%(title)s” was not deleted: live content needs it.")
    refuse_breaking(instance, effects_of_deleting, text)


def refuse_replacing(instance: SiteImage, **kwargs: Any) -> None:
    """Refuse what would change a picture in content that somebody signed."""
    if instance.pk is None:
        return
    was = SiteImage.objects.filter(pk=instance.pk).values("file", "is_practice").first()
    if was is None:
        return
    is_other = not instance.file._committed or instance.file.name != was["file"]
    if is_other or (was["is_practice"] and not instance.is_practice):
        text = _("“%(title)s” was not changed: it was signed as it is.")
        refuse_breaking(instance, effects_of_replacing, text)


def guard_what_is_used() -> None:
    """Let nothing go that live content needs, whoever asks and wherever from."""
    image_changing.connect(refuse_replacing, dispatch_uid="in use: changed image")
    for model in guarded_models():
        pre_delete.connect(
            refuse_deleting, sender=model, dispatch_uid=f"in use {model._meta.label}"
        )
    if getattr(UnpublishAction, "is_guarded", False):
        return
    unpublish = UnpublishAction._unpublish_object

    def guarded(self: Any, object: Any, *args: Any, **kwargs: Any) -> None:
        if object.live:
            try:
                refuse_unpublishing(object)
            except InUseError as refused:
                if self.log_action != EXPIRED:
                    raise
                # The clock goes on with what else is due.
                logger.error("Not unpublished on schedule: %s", refused)
                stay_published(object)
                return
        unpublish(self, object, *args, **kwargs)

    UnpublishAction._unpublish_object = guarded
    UnpublishAction.is_guarded = True


def guarded_models() -> Iterable[type[Any]]:
    """Return what may be deleted while pages show it: files, and all snippets."""
    drafts = [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    return [SiteImage, get_document_model(), *drafts]


def stay_published(thing: Any) -> None:
    """Take away the day on which it was to go; its history says so."""
    type(thing)._base_manager.filter(pk=thing.pk).update(expire_at=None)
    log(instance=thing, action=REFUSED)


def name_refusals(actions: Any) -> None:
    """Say it in the history; registered with Wagtail's log."""
    text = gettext_lazy("Not unpublished on its day: live content needs it")
    actions.register_action(REFUSED, gettext_lazy("Not unpublished on its day"), text)


def staying_notes(request: HttpRequest) -> list[Note]:
    """Say on the first screen what stayed, until somebody works on it."""
    finder = AdminURLFinder(request.user)
    text = _("“%(title)s” was not unpublished on its day: live content needs it")
    return [
        Note(text % {"title": entry.label}, url)
        for model in (PageLogEntry, ModelLogEntry)
        for entry, thing in model.objects.filter(action=REFUSED).with_instances()
        if thing
        and is_untouched(thing, entry.timestamp)
        and (url := finder.get_edit_url(thing))
    ]


def is_untouched(thing: Any, since: datetime) -> bool:
    """Tell whether nobody unpublished or changed it since."""
    newer = Revision.objects.for_instance(thing).filter(created_at__gt=since)
    return bool(thing.live and not newer.exists())


# The CMS asks before what it may do.


def ask_before_unpublishing(request: HttpRequest, thing: Any) -> HttpResponse | None:
    return ask(request, "unpublish", [thing], effects_of_unpublishing)


def ask_before_deleting_page(request: HttpRequest, page: Any) -> HttpResponse | None:
    return ask(request, "delete", [page], effects_of_deleting)


def ask_before_deleting(
    request: HttpRequest, things: Iterable[Any]
) -> HttpResponse | None:
    return ask(request, "delete", things, effects_of_deleting)


def ask_before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    known: dict[str, Effects] = {
        "unpublish": effects_of_unpublishing,
        "delete": effects_of_deleting,
    }
    if action_type not in known:
        return None
    return ask(request, action_type, objects, known[action_type])


def ask(
    request: HttpRequest, verb: str, things: Iterable[Any], effects: Effects
) -> HttpResponse | None:
    """Show what changes elsewhere at the first press. What breaks is refused later."""
    things = [one for one in things if getattr(one, "live", True)]
    if request.method != "POST" or not things:
        return None
    found = [one for thing in things for one in effects(thing)]
    about = " ".join([verb, *sorted(f"{t._meta.label_lower}:{t.pk}" for t in things)])
    if errors_in(found) or has_seen(request, about, found):
        return None
    text = _("Look at this. To go on all the same, press the button again.")
    context = {"text": text, "details": lines_of(found)}
    messages.warning(request, render_to_string("literacy/admin/refusal.html", context))
    return redirect(request.get_full_path())
