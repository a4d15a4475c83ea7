from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from literacy.access import get_learner, remember_learner
from literacy.guards import same_origin_form
from literacy.messages import render_message
from literacy.methods import form_only
from literacy.models import Learner
from literacy.parts import is_part
from quizzes import access, forms, services
from quizzes.errors import NothingToDrawError
from quizzes.models import Attempt, QuizPage
from quizzes.offering import OfferingPage
from quizzes.queries import attempt_screen

from .parts import note_care, render_part, subject_url, unreadable


@never_cache
@form_only()
@same_origin_form
def start_check(request: HttpRequest) -> HttpResponse:
    """Begin a lesson's check or a quiz for this learner, and lead to it."""
    form = forms.CheckForm(request.POST)
    if not form.is_valid():
        return unreadable(request)
    language = get_language() or ""
    page = access.get_offering_page(
        subject_key=form.cleaned_data["subject"], language=language
    )
    learner = get_learner(request)
    try:
        with transaction.atomic():
            mine = learner or services.begin_learner(
                uuid=form.cleaned_data["uuid"], language=language
            )
            attempt = begin(page, mine, language)
    except NothingToDrawError:
        return not_ready(request, page.get_url())
    if is_part(request):
        response = show(request, attempt)
    else:
        place = reverse("attempt", kwargs={"code": attempt.code})
        response = redirect(f"{place}#result")
    if learner is None:
        remember_learner(response, mine)
    return response


@never_cache
@require_safe
def show_attempt(request: HttpRequest, code: str) -> HttpResponse:
    """Show the first unanswered question of a check, or how it went."""
    return show(request, access.get_attempt(code=code, learner=get_learner(request)))


@never_cache
@require_safe
def subject(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lead to the page that activities belong to, in the visitor's language."""
    page = access.get_offering_page(subject_key=key, language=get_language() or "")
    return redirect(page.get_url())


def begin(page: OfferingPage, learner: Learner, language: str) -> Attempt:
    """Return the open check or quiz of the page, or a new one."""
    if isinstance(page, QuizPage):
        return services.start_quiz(learner=learner, quiz=page, language=language)
    return services.start_check(
        learner=learner,
        subject_key=page.translation_key,
        bank=page.check_keys(),
        language=language,
    )


def not_ready(request: HttpRequest, url: str | None) -> HttpResponse:
    """Say that the page has no questions in this language yet."""
    return render_message(
        request,
        title=_("These questions are not ready yet"),
        text=_("This page has no questions in this language yet."),
        status=404,
        link={"url": url, "label": _("Back to the page")},
    )


def show(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Return the check or quiz as a part of a page, or as a page of its own."""
    note_care(request, attempt.subject_key)
    screen = attempt_screen(attempt, get_language() or "")
    back_url = subject_url(attempt.subject_key)
    return render_part(request, "attempt", {**screen, "back_url": back_url})
