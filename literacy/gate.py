"""The gate: asks all apps what is wrong with content, and refuses what has errors.

Apps answer through three hooks:
`literacy_content_checks`: takes a page or activity as it would be published, and
returns findings; `literacy_content_subjects`: returns all that is published;
`literacy_site_checks`: returns findings about no single page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Locale

from .errors import RefusedError
from .findings import Finding, Subject, errors_first, errors_in

CHECKS = "literacy_content_checks"
SUBJECTS = "literacy_content_subjects"
SITE_CHECKS = "literacy_site_checks"

# What checks may keep while the whole site is asked, instead of asking again.
Notes = dict[str, Any]
_notes: ContextVar[Notes | None] = ContextVar("gate_notes", default=None)


def content_findings(instance: Any) -> list[Finding]:
    """Return what is wrong with content as it would be published, errors first."""
    if instance.locale_id is None:
        instance.locale = Locale.get_default()
    found = [one for check in hooks.get_hooks(CHECKS) for one in check(instance)]
    if not found:
        return []
    subject = subject_of(instance)
    return errors_first(replace(one, subject=one.subject or subject) for one in found)


def site_findings() -> list[Finding]:
    """Return what is wrong with all that is published, errors first."""
    found: list[Finding] = []
    with whole_site():
        for subjects in hooks.get_hooks(SUBJECTS):
            for instance in subjects():
                found += content_findings(instance)
        for check in hooks.get_hooks(SITE_CHECKS):
            found += check()
    return errors_first(found)


@contextmanager
def whole_site() -> Iterator[None]:
    """Let checks keep notes: what one query can tell of all pages is asked once."""
    token = _notes.set({})
    try:
        yield
    finally:
        _notes.reset(token)


def site_notes() -> Notes | None:
    """Return the notes while the whole site is asked, else None."""
    return _notes.get()


def subject_of(instance: Any) -> Subject:
    return Subject(
        title=str(getattr(instance, "draft_title", "") or instance),
        kind=str(instance._meta.verbose_name),
        language=instance.locale.language_code,
        url=AdminURLFinder().get_edit_url(instance) or "" if instance.pk else "",
    )


def refuse_faulty(instance: Any) -> None:
    """Raise RefusedError when the content has errors."""
    errors = errors_in(content_findings(instance))
    if errors:
        raise ContentRefusedError(instance, errors)


class ContentRefusedError(RefusedError):
    """This content is not published, because of these findings."""

    def __init__(self, instance: Any, findings: list[Finding]) -> None:
        self.findings = findings
        subject = subject_of(instance)
        super().__init__(
            _("“%(title)s” was not published. Fix this first:")
            % {"title": subject.title},
            tuple(f"{one.text} {one.remedy}" for one in findings),
            subject.url,
        )


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let findings speak a language that the software has; else the default one."""
    known = dict(settings.LANGUAGES)
    with override(language if language in known else settings.LANGUAGE_CODE):
        yield
