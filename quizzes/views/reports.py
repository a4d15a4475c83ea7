"""Item analysis in the CMS: lists and pages; all numbers come from counters."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from quizzes.access import require_bank
from quizzes.formats.blocks import format_choices
from quizzes.forms import ReportForm
from quizzes.queries.analysis import (
    Wanted,
    activity_analysis,
    item_rows,
    parts_in,
    skills_in,
    subject_analysis,
    subject_rows,
)

ROWS = 50


@require_safe
def items(request: HttpRequest) -> HttpResponse:
    """List activities, what needs care first."""
    require_bank(request.user)
    rows, language = item_rows(), get_language() or ""
    form = ReportForm(
        request.GET,
        modules=parts_in(rows, language),
        skills=skills_in(rows, language),
        formats=format_choices(),
    )
    wanted = Wanted(**form.chosen())
    found = [row for row in rows if wanted.takes(row)]
    page = Paginator(found, ROWS).get_page(request.GET.get("p"))
    context = {
        "form": form,
        "page": page,
        "flagged": sum(row.stats.is_flagged for row in found),
        "query": form.query(),
    }
    return report(request, "items", _("Item analysis"), [], context)


@require_safe
def item(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """Show one activity in one language, version by version."""
    require_bank(request.user)
    found = activity_analysis(key, language)
    if found is None:
        raise Http404
    crumbs = [(reverse("quizzes_report:items"), _("Item analysis"))]
    return report(request, "item", found.title, crumbs, {"found": found})


@require_safe
def subjects(request: HttpRequest) -> HttpResponse:
    """List the quizzes and checks that anybody began."""
    require_bank(request.user)
    crumbs = [(reverse("quizzes_report:items"), _("Item analysis"))]
    context = {"rows": subject_rows()}
    return report(request, "subjects", _("Quizzes and checks"), crumbs, context)


@require_safe
def subject(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """Show what was measured on one page in one language."""
    require_bank(request.user)
    found = subject_analysis(key, language)
    if found is None:
        raise Http404
    crumbs = [
        (reverse("quizzes_report:items"), _("Item analysis")),
        (reverse("quizzes_report:subjects"), _("Quizzes and checks")),
    ]
    return report(request, "subject", found.title, crumbs, {"found": found})


def report(
    request: HttpRequest,
    name: str,
    title: str,
    crumbs: list[tuple[str, str]],
    context: dict[str, Any],
) -> HttpResponse:
    """Render a report in the frame of the CMS, with the way that leads to it."""
    steps = [(reverse("wagtailadmin_home"), _("Home")), *crumbs, ("", title)]
    frame = {
        "header_title": title,
        "header_icon": "list-ul",
        "breadcrumbs_items": [{"url": url, "label": label} for url, label in steps],
    }
    return TemplateResponse(
        request, f"quizzes/reports/{name}.html", {**frame, **context}
    )
