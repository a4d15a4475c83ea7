"""“My progress”, the return phrase, and what scripts ask about the learner."""

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from literacy.access import (
    forget_cookie,
    get_learner,
    has_unknown_cookie,
    remember_learner,
    show_again,
    shown_phrase,
)
from literacy.browsers import address_elsewhere, is_in_app
from literacy.errors import UnknownPhraseError
from literacy.guards import same_origin_form
from literacy.methods import form_only
from literacy.models import Learner
from literacy.parts import mark_as_ours
from literacy.services import (
    forget_learner,
    phrase_mark,
    renew_phrase,
    return_by_phrase,
)

from .forms import ForgetForm, PhraseForm
from .queries import my_lessons, progress_screen


@never_cache
@require_safe
def me(request: HttpRequest) -> JsonResponse:
    """Tell a page's scripts which lessons are begun and done."""
    learner = get_learner(request)
    known = learner is not None
    response = JsonResponse({"known": known, "lessons": my_lessons(learner)})
    mark_as_ours(response)
    return response


@never_cache
@require_safe
def my_progress(request: HttpRequest) -> HttpResponse:
    """Show modules, lessons done, what is next, and the way to another phone."""
    learner = get_learner(request)
    response = show(request, learner)
    if has_unknown_cookie(request, learner):
        forget_cookie(response)
    return response


@never_cache
@form_only(back="my_progress")
@same_origin_form
def phrase_new(request: HttpRequest) -> HttpResponse:
    """Make a return phrase if there is none, or the one that is there is renewed."""
    learner = get_learner(request)
    if learner is None:
        return redirect("my_progress")
    words = renew_phrase(
        learner=learner,
        language=get_language() or "",
        mark=request.POST.get("replaces", ""),
    )
    response = redirect("my_phrase")
    if words:
        show_again(response, words)
    return response


@never_cache
@require_safe
def my_phrase(request: HttpRequest) -> HttpResponse:
    """Show the return phrase while this browser may, and the way to a new one."""
    learner = get_learner(request)
    if learner is None or not learner.phrase_hash:
        return redirect("my_progress")
    context = {
        "words": shown_phrase(request, learner),
        "mark": phrase_mark(learner),
        "in_app": is_in_app(request),
        "elsewhere": address_elsewhere(request, reverse("my_progress")),
    }
    return render(request, "courses/phrase_page.html", context)


@never_cache
@form_only(back="my_progress")
@same_origin_form
def phrase_use(request: HttpRequest) -> HttpResponse:
    """Bring the progress of a phrase to this phone."""
    form = PhraseForm(request.POST)
    here = get_learner(request)
    if not form.is_valid():
        return show(request, here, status=400, phrase_form=form)
    if not ratelimit.consume(request, action="phrase", key="all"):
        form.add_error("phrase", _("Too many tries. Wait a minute, then try again."))
        return show(request, here, status=429, phrase_form=form)
    ends_another = here is not None and bool(here.phrase_hash)
    try:
        learner = return_by_phrase(phrase=form.cleaned_data["phrase"], here=here)
    except UnknownPhraseError:
        form.add_error(
            "phrase",
            _("We do not know this phrase. Check the spelling and the word order."),
        )
        return show(request, here, status=400, phrase_form=form)
    messages.success(request, _("Your progress is on this phone now."))
    if ends_another and here != learner:
        messages.info(
            request,
            _(
                "This phone had a phrase of its own, which has ended. The one that "
                "was just typed brings everything back."
            ),
        )
    response = redirect("my_progress")
    remember_learner(response, learner)
    return response


@never_cache
@form_only(back="my_progress")
@same_origin_form
def forget_me(request: HttpRequest) -> HttpResponse:
    """Delete the learner and everything under it."""
    learner = get_learner(request)
    form = ForgetForm(request.POST)
    if not form.is_valid():
        return show(request, learner, status=400, forget_form=form)
    if learner:
        forget_learner(learner=learner)
    messages.success(request, _("Everything about you on this site is deleted."))
    response = redirect("my_progress")
    forget_cookie(response)
    return response


def show(
    request: HttpRequest, learner: Learner | None, status: int = 200, **more: Any
) -> HttpResponse:
    """Return the page with what the forms have to say."""
    screen = progress_screen(learner, get_language() or "")
    notice = ""
    if has_unknown_cookie(request, learner):
        notice = _(
            "This phone’s progress is not known here any more. Use your phrase to "
            "bring it back, or simply start again."
        )
    context = {
        "progress": {**screen, "notice": notice},
        **more,
    }
    return render(request, "courses/progress_page.html", context, status=status)
