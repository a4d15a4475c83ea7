"""The gate for translations: wagtail-localize answers for their edit views.

There is no form of ours there, and no workflow: what a second editor has to sign is
submitted from the refusal.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from literacy.asking import has_seen
from literacy.findings import Finding, errors_in
from literacy.gate import ContentRefusedError, content_findings
from literacy.middleware.refusals import tell
from literacy.sign_off_rules import NOT_SIGNED

from .services import submit_translation, translated_draft
from .services.saving import mark_too_long


def draft_to_ask(translation: Translation, user: Any) -> Any:
    """Return what publishing the translation would publish.

    None where the library refuses it: it marks the fields at fault when it is asked
    itself.
    """
    try:
        return translated_draft(translation, user)
    except ValidationError:
        return None


def ask_before_translation(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Show what is wrong when somebody publishes or submits a translation."""
    pressed = request.POST.get("action")
    if request.method != "POST" or pressed not in ("publish", "submit"):
        return None
    translation = Translation.objects.filter(
        source__object_id=instance.translation_key,
        target_locale_id=instance.locale_id,
        enabled=True,
    ).first()
    too_long = mark_too_long(translation, instance) if translation else []
    if too_long:
        messages.error(request, " ".join(too_long))
        return redirect(request.path)
    draft = translation and draft_to_ask(translation, request.user)
    if not draft:
        return None
    findings = content_findings(draft)
    errors = errors_in(findings)
    if waits_for_sign_off(errors, instance):
        if pressed == "submit":
            submit_translation(user=request.user, translation=translation)
            messages.success(
                request, _("Submitted: it is published once it is signed.")
            )
        else:
            offer_to_submit(request, errors)
        return redirect(request.path)
    if errors:
        tell(request, ContentRefusedError(draft, errors))
        return redirect(request.path)
    return ask_once(request, instance, findings)


def waits_for_sign_off(errors: list[Finding], instance: Any) -> bool:
    """Tell whether nothing but a second editor's word is missing."""
    codes = {one.code for one in errors}
    return codes == {NOT_SIGNED} and instance.get_workflow() is not None


def offer_to_submit(request: HttpRequest, errors: list[Finding]) -> None:
    """Show what is not signed with a button: the view itself has none for it."""
    context = {"text": " ".join(one.text for one in errors), "url": request.path}
    template = "literacy/admin/unsigned_translation.html"
    messages.error(request, render_to_string(template, context, request))


def ask_once(
    request: HttpRequest, instance: Any, findings: list[Finding]
) -> HttpResponse | None:
    """Show warnings at the first press; the second press has seen them."""
    if has_seen(request, f"{instance._meta.label_lower}:{instance.pk}", findings):
        return None
    text = _("Look at this. To publish all the same, press “Publish” again.")
    lines = [f"{one.text} {one.remedy}" for one in findings]
    context = {"text": text, "details": lines}
    messages.warning(request, render_to_string("literacy/admin/refusal.html", context))
    return redirect(request.path)
