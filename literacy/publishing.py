"""The doors through which something is published, each of them past the gate.

Forms ask it before anything is saved (literacy.gate_forms); what comes another way
is asked here: bulk publishing, translations, workflows, the clock, commands.
"""

import logging
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.models import Translation

from .errors import RefusedError
from .findings import Finding, errors_in, seal
from .gate import content_findings, refusal_of, refuse_faulty
from .middleware.refusals import tell, way_back

logger = logging.getLogger(__name__)
SCHEDULED = "wagtail.publish.scheduled"
# Which warnings about a translation somebody has seen, until it is published.
SEEN = "seen_warnings"


def guard_publishing() -> None:
    """Let nothing with errors be published, whoever asks and wherever from."""
    if getattr(PublishRevisionAction, "is_guarded", False):
        return
    execute = PublishRevisionAction.execute
    save_target = Translation.save_target

    def guarded_execute(self: Any, skip_permission_checks: bool = False) -> Any:
        self.check(skip_permission_checks=skip_permission_checks)
        try:
            refuse_faulty(self.object)
        except RefusedError as refused:
            if self.log_action != SCHEDULED:
                raise
            # The clock goes on with what else is due; this one waits.
            logger.error("Not published on schedule: %s", refused)
            return None
        return execute(self, skip_permission_checks=skip_permission_checks)

    def guarded_save(self: Any, user: Any = None, publish: bool = True) -> Any:
        if publish:
            draft = translated_draft(self, user)
            if draft is not None:
                refuse_faulty(draft)
        return save_target(self, user=user, publish=publish)

    PublishRevisionAction.execute = guarded_execute
    PublishRevisionAction.is_guarded = True
    Translation.save_target = guarded_save
    Translation.save_draft = save_target


def translated_draft(translation: Translation, user: Any) -> Any:
    """Return what publishing the translation would publish; nothing is saved."""
    model = translation.source.specific_content_type.model_class()
    if not issubclass(model, DraftStateMixin):
        return None
    with transaction.atomic():
        translation.save_draft(user=user, publish=False)
        draft = translation.get_target_instance().get_latest_revision_as_object()
        transaction.set_rollback(True)
    return draft


# Translations: wagtail-localize answers for the edit views of translated content.


def ask_before_translation(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Show what is wrong when somebody publishes a translation."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = Translation.objects.filter(
        source__object_id=instance.translation_key,
        target_locale_id=instance.locale_id,
        enabled=True,
    ).first()
    draft = translation and translated_draft(translation, request.user)
    if not draft:
        return None
    findings = content_findings(draft)
    errors = errors_in(findings)
    if errors:
        tell(request, refusal_of(draft, errors))
        return redirect(request.path)
    return ask_once(request, instance, findings)


def ask_once(
    request: HttpRequest, instance: Any, findings: list[Finding]
) -> HttpResponse | None:
    """Show warnings at the first press; the second press has seen them."""
    seen = dict(request.session.get(SEEN, {}))
    key = f"{instance._meta.label_lower}:{instance.pk}"
    if not findings or seen.pop(key, "") == seal(findings):
        request.session[SEEN] = seen
        return None
    request.session[SEEN] = {**seen, key: seal(findings)}
    text = _("Look at this. To publish all the same, press “Publish” again.")
    lines = [f"{one.text} {one.remedy}" for one in findings]
    context = {"text": text, "details": lines}
    messages.warning(request, render_to_string("literacy/admin/refusal.html", context))
    return redirect(request.path)


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
