from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from literacy.access import get_learner, remember_learner
from literacy.guards import same_origin_form
from literacy.messages import render_message
from literacy.services import start_learner
from quizzes import access, forms, services
from quizzes.errors import NothingToDrawError
from quizzes.models import Attempt
from quizzes.queries import attempt_questions

from .parts import render_part, subject_url, unreadable


@never_cache
@require_POST
@same_origin_form
def start_check(request: HttpRequest) -> HttpResponse:
    """Draw four activities for this learner and lead to them."""
    form = forms.CheckForm(request.POST)
    if not form.is_valid():
        return unreadable(request)
    language = get_language() or ""
    page = access.get_offering_page(
        subject_key=form.cleaned_data["subject"], language=language
    )
    learner = get_learner(request)
    mine = learner or start_learner(language=language)
    try:
        attempt = services.start_check(
            learner=mine,
            subject_key=page.translation_key,
            bank=page.check_keys(),
            language=language,
        )
    except NothingToDrawError:
        return not_ready(request, page.url)
    if request.headers.get("X-Part"):
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
    return redirect(page.url)


def not_ready(request: HttpRequest, url: str) -> HttpResponse:
    """Say that the lesson has no check in this language yet."""
    return render_message(
        request,
        title=_("This check is not ready yet"),
        text=_("The lesson has no questions in this language yet."),
        status=404,
        link={"url": url, "label": _("Back to the lesson")},
    )


def show(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Return the check as a part of the lesson, or as a page of its own."""
    questions = attempt_questions(attempt, get_language() or "")
    question = next((one for one in questions if not one.is_answered), None)
    right = [one for one in questions if one.mark and one.mark.outcome == "right"]
    context = {
        "attempt": attempt,
        "questions": questions,
        "question": question,
        "number": questions.index(question) + 1 if question else len(questions),
        "total": len(questions),
        "right": len(right),
        "back_url": subject_url(attempt.subject_key),
    }
    return render_part(request, "attempt", context)
