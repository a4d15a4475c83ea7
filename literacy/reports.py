"""Reports of the CMS."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_passes_test
from wagtail.admin.menu import MenuItem

from .findings import Finding, Subject, errors_in
from .gate import site_findings
from .page_store import pages_version
from .services import is_editor

NAME = "content_check"
COUNT = "content-errors"


@dataclass(frozen=True)
class Group:
    """One sentence, and all that it is said of."""

    finding: Finding
    subjects: list[Subject]


@user_passes_test(lambda user: is_editor(user=user))
def show_content_check(request: HttpRequest) -> HttpResponse:
    """Show what is wrong with all that is published, errors first."""
    findings = check_site()
    errors = errors_in(findings)
    context = {
        "page_title": _("Content check"),
        "header_icon": "warning",
        "errors": grouped(errors),
        "error_count": len(errors),
        "warnings": grouped(findings[len(errors) :]),
        "warning_count": len(findings) - len(errors),
    }
    return render(request, "literacy/admin/content_check.html", context)


def check_site() -> list[Finding]:
    """Return what is wrong with all that is published, and keep the number of errors.

    Asking takes seconds where there is much content, so the first screen only reads
    what was kept: for all processes, until something is published.
    """
    asked_in = pages_version()
    findings = site_findings()
    caches["default"].set(COUNT, (asked_in, len(errors_in(findings))), None)
    return findings


def error_count() -> int | None:
    """Return how many errors published content has; None where nobody asked."""
    asked_in, count = caches["default"].get(COUNT, ("", None))
    return count if asked_in == pages_version() else None


def grouped(findings: list[Finding]) -> list[Group]:
    """Return what is said of several subjects once, in the order of the findings."""
    groups: dict[Finding, Group] = {}
    for finding in findings:
        said = replace(finding, subject=None)
        group = groups.setdefault(said, Group(said, []))
        if finding.subject:
            group.subjects.append(finding.subject)
    return list(groups.values())


def report_urls() -> list[Any]:
    return [path("reports/content-check/", show_content_check, name=NAME)]


def report_menu_item() -> MenuItem:
    return MenuItem(
        _("Content check"),
        reverse(NAME),
        name="content-check",
        icon_name="warning",
        order=50,
    )
