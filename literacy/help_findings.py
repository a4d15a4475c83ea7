"""What the gate says of help: whether somebody in need would find any."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder

from .findings import Finding, Subject, warning
from .gate import site_notes
from .help import checked_since
from .models import HelpPage, HelpResource


def help_findings() -> list[Finding]:
    """Return what is wrong with help in each language that has a help page."""
    pages = HelpPage.objects.live().select_related("locale")
    finder = AdminURLFinder()
    return [finding for page in pages for finding in of_page(page, finder)]


def resource_findings(instance: Any) -> Iterator[Finding]:
    """Return what to look at before a resource is published; registered as a check.

    Of all that is published `help_findings` says it, where there is a help page.
    """
    if not isinstance(instance, HelpResource) or site_notes() is not None:
        return
    if instance.is_example:
        yield still_an_example()
    elif not is_checked(instance):
        yield not_checked()


def of_page(page: HelpPage, finder: AdminURLFinder) -> Iterator[Finding]:
    resources = list(HelpResource.objects.filter(locale=page.locale, live=True))
    shown = [one for one in resources if is_checked(one) and not one.is_example]
    subject = subject_of(page, page.title, page, finder)
    if all(one.kind == "state" for one in shown):
        yield replace(no_other_way(), subject=subject)
    if not any(one.under18_ok for one in shown):
        yield replace(nothing_for_children(), subject=subject)
    for one in resources:
        subject = subject_of(one, one.name, page, finder)
        if one.is_example:
            yield replace(still_an_example(), subject=subject)
        elif not is_checked(one):
            yield replace(not_checked(), subject=subject)


def is_checked(resource: HelpResource) -> bool:
    verified = resource.verified_on
    return bool(verified and verified > checked_since(timezone.localdate()))


def subject_of(
    thing: HelpPage | HelpResource, title: str, page: HelpPage, finder: AdminURLFinder
) -> Subject:
    return Subject(
        title=title,
        kind=str(thing._meta.verbose_name),
        language=str(page.locale.language_code),
        url=finder.get_edit_url(thing) or "",
    )


def no_other_way() -> Finding:
    return warning(
        "help_only_state",
        _("The help page shows nobody but state bodies."),
        _("Verify and publish at least one that is not of the state."),
    )


def nothing_for_children() -> Finding:
    return warning(
        "help_no_child",
        _("The help page shows nobody who is suited to people under 18."),
        _("Verify and publish at least one that says it helps them."),
    )


def not_checked() -> Finding:
    return warning(
        "help_expired",
        _("The public does not see this any more: nobody verified it lately."),
        _("Call, ask, and write today’s date; or unpublish it."),
        "verified_on",
    )


def still_an_example() -> Finding:
    return warning(
        "help_example",
        _("This is an invented example, and the public sees it."),
        _("Put a verified resource in its place, and unpublish it."),
        "is_example",
    )
