"""Returns the object that a request may have, or stops."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from literacy.models import Learner

from .models import Activity, ActivityVersion, Answer, Attempt
from .offering import OfferingPage


def get_offering_page(*, subject_key: UUID, language: str) -> OfferingPage:
    """Return the live, public page that offers activities; 404 for any other."""
    found = (
        Page.objects.live()
        .public()
        .filter(translation_key=subject_key, locale__language_code=language)
        .first()
    )
    page = found.specific if found else None
    if not isinstance(page, OfferingPage):
        raise Http404
    return page


def is_sensitive(*, subject_key: UUID) -> bool:
    """Tell whether the page of an attempt or answer needs a quick way out.

    In whatever language it does: attempts also open where it is not translated.
    """
    pages = Page.objects.filter(translation_key=subject_key).specific()
    return any(getattr(page, "is_sensitive", False) for page in pages)


def get_version(*, activity_key: UUID, language: str, number: int) -> ActivityVersion:
    """Return the version that was answered; 404 for one that never was."""
    version = ActivityVersion.objects.filter(
        activity_key=activity_key, language=language, number=number
    ).first()
    if version is None:
        raise Http404
    return version


def get_attempt(*, code: str, learner: Learner | None) -> Attempt:
    """Return the learner's own attempt; 404 for anybody else's."""
    attempt = Attempt.objects.filter(code=code, learner=learner).first()
    if attempt is None or learner is None:
        raise Http404
    attempt.learner = learner
    return attempt


def get_answer(*, uuid: UUID, learner: Learner | None) -> Answer:
    """Return the learner's own answer; 404 for anybody else's."""
    answer = (
        Answer.objects.filter(uuid=uuid, learner=learner)
        .select_related("version", "attempt")
        .first()
    )
    if answer is None or learner is None:
        raise Http404
    return answer


def may_see(user: Any, model: type[Model] = Activity) -> bool:
    """Tell whether the user may do anything with this part of the bank."""
    policy = ModelPermissionPolicy(model)
    return bool(policy.user_has_any_permission(user, {"add", "change", "view"}))


def require_bank(user: Any) -> None:
    """Stop whoever may not see the activities."""
    if not may_see(user):
        raise PermissionDenied
