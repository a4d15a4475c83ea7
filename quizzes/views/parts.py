"""What views of answers and checks show: a question, a set, or a refusal."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from literacy.messages import render_message
from literacy.parts import HEADER, is_part, render_page_or_part
from quizzes import access


def render_part(
    request: HttpRequest, name: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Render the page `name`, or for `X-Part` only the include of that name.

    The header says which level the headings have where the part goes.
    """
    level = 3 if request.headers.get(HEADER) == "3" else 2
    return render_page_or_part(
        request,
        page=f"quizzes/{name}.html",
        part=f"quizzes/includes/{name}.html",
        context={**context, "level": level},
        status=status,
    )


def note_care(request: HttpRequest, subject_key: UUID) -> None:
    """Give a page of its own what its lesson has: a quick way out, if sensitive."""
    if not is_part(request) and access.is_sensitive(subject_key=subject_key):
        request.is_sensitive = True  # type: ignore[attr-defined]


def subject_url(subject_key: UUID) -> str:
    """Return the address that leads to the page of an attempt or answer."""
    return reverse("subject", kwargs={"key": subject_key})


def unreadable(request: HttpRequest) -> HttpResponse:
    """Refuse a form that does not say which activity it answers."""
    return render_message(
        request,
        title=_("This answer could not be read"),
        text=_(
            "Part of the form is missing or was changed. Open the lesson again and "
            "answer there; what you answered before is kept."
        ),
        status=400,
    )


def not_here(request: HttpRequest) -> HttpResponse:
    """Say that this activity cannot be answered (any more)."""
    return render_message(
        request,
        title=_("This activity is not here any more"),
        text=_(
            "It was changed or removed. Open the lesson again and answer what it "
            "shows now; what you answered before is kept."
        ),
        status=404,
    )
