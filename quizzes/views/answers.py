from contextlib import nullcontext
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from literacy.access import get_learner, remember_learner
from literacy.guards import same_origin_form
from literacy.methods import form_only
from literacy.models import Learner
from literacy.parts import is_part
from quizzes import access, forms, services
from quizzes.errors import OtherAnswerError
from quizzes.faults import fault_text
from quizzes.formats.registry import format_of, question_of
from quizzes.formats.rules import is_stepwise
from quizzes.models import Answer, Attempt
from quizzes.offering import OfferingPage
from quizzes.queries import Question
from quizzes.scoring.errors import ResponseError

from .checks import show as show_attempt
from .parts import not_here, note_care, render_part, subject_url, unreadable

# Asking for the kind of problem or of trick is the next step, not a mistake: the
# field of this name says that it was asked.
NEXT_STEPS = {"category_missing": "category", "technique_missing": "naming"}


@never_cache
@form_only()
@same_origin_form
def answer(request: HttpRequest) -> HttpResponse:
    """Take an answer, or one move of a feed, a chat or a search.

    A learner begins here, with the first answer that can be read.
    """
    form = forms.AnswerForm(request.POST)
    if not form.is_valid():
        return unreadable(request)
    learner = get_learner(request)
    try:
        question, page = find_question(form.cleaned_data, learner)
    except Http404:
        return not_here(request)
    try:
        with nullcontext() if learner else transaction.atomic():
            mine = learner or services.begin_learner(
                uuid=form.cleaned_data["uuid"], language=get_language() or ""
            )
            given = record(question, page, mine, request, form.cleaned_data)
    except ResponseError as error:
        return faulty(request, question, error)
    except OtherAnswerError as error:
        response = other_answer(request, error)
        if learner is None:
            remember_learner(response, error.answer.learner)
        return response
    said = (
        {} if given.is_finished else format_of(given.version.format).said(request.POST)
    )
    if not given.attempt.shows_answers:
        response = go_on(request, given.attempt)
    elif is_part(request):
        response = show(request, answered(given, said=said))
    else:
        response = redirect(answer_url(given, said))
    if learner is None:
        remember_learner(response, mine)
    return response


@never_cache
@require_safe
def show_answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show an answer with its feedback, or where its moves have led so far."""
    given = access.get_answer(uuid=uuid, learner=get_learner(request))
    if not given.attempt.shows_answers:
        return go_on(request, given.attempt)
    said = (
        {} if given.is_finished else format_of(given.version.format).said(request.GET)
    )
    shows_next = "next" in request.GET
    return show(request, answered(given, shows_next=shows_next, said=said))


def find_question(
    fields: dict[str, Any], learner: Learner | None
) -> tuple[Question, OfferingPage]:
    """Return the question that a form answers and its page; 404 if it may not."""
    attempt = None
    subject_key = fields["subject"]
    if fields["attempt"]:
        attempt = access.get_attempt(code=fields["attempt"], learner=learner)
        subject_key = attempt.subject_key
    page = access.get_offering_page(
        subject_key=subject_key, language=fields["language"]
    )
    offered = attempt.activities if attempt else map(str, page.practice_keys())
    if str(fields["activity"]) not in offered:
        raise Http404
    version = access.get_version(
        activity_key=fields["activity"],
        language=fields["language"],
        number=fields["version"],
    )
    question = question_of(
        version,
        subject_key=str(subject_key),
        attempt=attempt,
        uuid=str(fields["uuid"] or ""),
        back_url=subject_url(subject_key),
    )
    return question, page


def record(
    question: Question,
    page: OfferingPage,
    learner: Learner,
    request: HttpRequest,
    fields: dict[str, Any],
) -> Answer:
    """Keep the answer or the move."""
    version = question.version
    read = format_of(version.format).read
    attempt = question.attempt or Attempt(
        learner=learner,
        subject_key=UUID(question.subject_key),
        kind=Attempt.PRACTICE,
        language=version.language,
    )
    if is_stepwise(version.format):
        return services.record_move(
            attempt=attempt,
            version=version,
            uuid=fields["uuid"],
            at=fields["at"] or 0,
            move=read(version.snapshot, request.POST),
            page=page,
        )
    return services.record_answer(
        attempt=attempt,
        version=version,
        uuid=fields["uuid"],
        data=read(version.snapshot, request.POST),
        page=page,
    )


def faulty(
    request: HttpRequest, question: Question, error: ResponseError
) -> HttpResponse:
    """Show the question again with what to mend; nothing entered is lost."""
    if is_stepwise(question.format) and question.uuid:
        learner = get_learner(request)
        try:
            standing = access.get_answer(uuid=UUID(question.uuid), learner=learner)
        except Http404:
            standing = None
        question = answered(standing, shows_next=True) if standing else question
    asked_in = NEXT_STEPS.get(error.code)
    is_step = asked_in is not None and asked_in not in request.POST
    with override(question.version.language):
        fault = "" if is_step else fault_text(error, question.format)
    question = question.with_fault(
        fault, format_of(question.format).entered(request.POST)
    )
    return show(request, question, status=200 if is_step else 400)


def other_answer(request: HttpRequest, error: OtherAnswerError) -> HttpResponse:
    """Say that the first answer counts, and show it."""
    if not error.answer.attempt.shows_answers:
        return go_on(request, error.answer.attempt)
    with override(error.answer.version.language):
        fault = _("You answered this before. Your first answer counts; here it is.")
    question = answered(error.answer).with_fault(fault, {})
    return show(request, question, status=409)


def go_on(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Lead to the next question of a set that shows no answers."""
    if is_part(request):
        return show_attempt(request, attempt)
    place = reverse("attempt", kwargs={"code": attempt.code})
    return redirect(f"{place}#result")


def answer_url(given: Answer, said: dict[str, str]) -> str:
    """Return the address of an answer, at the place where the reading goes on."""
    query = f"?{urlencode(said)}" if said else ""
    return reverse("answer", kwargs={"uuid": given.uuid}) + query + "#result"


def said_so_far(given: Answer, data: QueryDict) -> dict[str, str]:
    """Return what was chosen beside a move, for the screen that the move leads to."""
    return {} if given.is_finished else format_of(given.version.format).said(data)


def answered(
    given: Answer, *, shows_next: bool = False, said: dict[str, str] | None = None
) -> Question:
    """Return the question of an answer, with where it stands."""
    attempt = given.attempt
    return question_of(
        given.version,
        subject_key=str(attempt.subject_key),
        attempt=attempt if attempt.kind != Attempt.PRACTICE else None,
        uuid=str(given.uuid),
        answer=given,
        given=said or {},
        shows_next=shows_next,
        back_url=subject_url(attempt.subject_key),
    )


def show(request: HttpRequest, question: Question, status: int = 200) -> HttpResponse:
    """Return one question as a part of a page, or as a page of its own."""
    note_care(request, UUID(question.subject_key))
    return render_part(request, "answer", {"question": question}, status=status)
