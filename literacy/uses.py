"""What live content uses a thing, and what would be wrong there without it.

Apps name uses that are no references in the database, such as a quiz that draws from
a skill, through the hook `literacy_uses`: it takes a thing and returns `Use`s.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import DraftStateMixin, Page, ReferenceIndex

from .errors import RefusedError
from .findings import Finding, Subject, error, errors_in, warning
from .gate import SITE_CHECKS, content_findings, subject_of

HOOK = "literacy_uses"
MOST_LINES = 12


@dataclass(frozen=True)
class Use:
    """Live content that uses a thing, and how."""

    user: Any
    text: str


class InUseError(RefusedError):
    """Live content needs this as it is."""

    def __init__(self, text: str, findings: list[Finding]) -> None:
        remedy = _("Change that first, and publish it.")
        super().__init__(text, (*lines_of(findings), remedy))


def uses_of(thing: Any) -> list[Use]:
    """Return the live content that uses the thing, each page or snippet once."""
    thing = thing.specific if isinstance(thing, Page) else thing
    named = [use for hook in hooks.get_hooks(HOOK) for use in hook(thing)]
    found = [*named, *pages_below(thing), *references_to(thing)]
    return list({use.user: use for use in reversed(found)}.values())[::-1]


def pages_below(thing: Any) -> Iterator[Use]:
    if isinstance(thing, Page):
        for page in thing.get_children().live().filter(alias_of=None).specific():
            yield Use(page, _("It stands below this page."))


def references_to(thing: Any) -> Iterator[Use]:
    rows = ReferenceIndex.get_references_to(thing).order_by()
    kinds: dict[int, set[str]] = {}
    for kind, key in rows.values_list("base_content_type", "object_id"):
        kinds.setdefault(kind, set()).add(key)
    for kind, keys in kinds.items():
        for user in live_of(ContentType.objects.get_for_id(kind).model_class(), keys):
            yield Use(user, _("It is used there."))


def live_of(model: Any, keys: Iterable[Any]) -> Iterable[Any]:
    """Return the live rows with these keys; of pages, those that are no aliases."""
    if model is Page:
        pages = Page.objects.live().filter(alias_of=None, pk__in=keys)
        return list(pages.select_related("locale").specific())
    if not (model and issubclass(model, DraftStateMixin)):
        return ()
    rows: Iterable[Any] = model._base_manager.filter(live=True, pk__in=keys)
    return rows


# What would be wrong


def effects(thing: Any, **changes: Any) -> list[Finding]:
    """Return what would be newly wrong with live content if the row said this."""
    return new_findings(thing, lambda: write(thing, changes))


def write(thing: Any, changes: dict[str, Any]) -> None:
    type(thing)._base_manager.filter(pk=thing.pk).update(**changes)


def new_findings(thing: Any, change: Callable[[], None]) -> list[Finding]:
    """Return what a change would add to the findings; nothing is kept of it."""
    users = {use.user for use in uses_of(thing)}
    before = set(findings_of(users))
    with transaction.atomic():
        change()
        users |= {use.user for use in uses_of(thing)}
        after = findings_of(users)
        transaction.set_rollback(True)
    return [one for one in after if one not in before]


def findings_of(users: Iterable[Any]) -> list[Finding]:
    """Return what is wrong with live content as it is in the database now."""
    found = [one for check in hooks.get_hooks(SITE_CHECKS) for one in check()]
    for user in users:
        fresh = type(user)._base_manager.get(pk=user.pk)
        found += content_findings(fresh)
    return found


def effects_of_unpublishing(thing: Any) -> list[Finding]:
    """Return what breaks elsewhere as errors, and all other uses as warnings."""
    found = effects(thing, live=False)
    told = {one.subject for one in found}
    rest = [one for one in uses(thing, warning) if one.subject not in told]
    return [*found, *rest]


def effects_of_deleting(thing: Any) -> list[Finding]:
    """Return what breaks elsewhere as errors: whatever names a snippet or a file."""
    if isinstance(thing, Page):
        return effects_of_unpublishing(thing)
    found = effects(thing, live=False) if isinstance(thing, DraftStateMixin) else []
    told = {one.subject for one in errors_in(found)}
    rest = [one for one in uses(thing, error) if one.subject not in told]
    return [*found, *rest]


def effects_of_replacing(image: Any) -> list[Finding]:
    """Return where another file would need a new sign-off, and all other uses."""
    found = effects(image, file_hash="another")
    told = {one.subject for one in found}
    return [*found, *(one for one in uses(image) if one.subject not in told)]


def uses(
    thing: Any, make: Callable[[str, str, str], Finding] = warning
) -> list[Finding]:
    """Return each use as a finding about its user."""
    return [
        replace(make("used", use.text, ""), subject=subject_of(use.user))
        for use in uses_of(thing)
    ]


# In words


def lines_of(findings: list[Finding]) -> list[str]:
    """Return a line for each finding, with the page or snippet that it is about."""
    lines = list(dict.fromkeys(line_of(one) for one in findings))
    more = len(lines) - MOST_LINES
    if more <= 0:
        return lines
    text = ngettext("And %(n)d more.", "And %(n)d more.", more) % {"n": more}
    return [*lines[:MOST_LINES], text]


def line_of(finding: Finding) -> str:
    subject = finding.subject or Subject("", "", "", "")
    language = get_language_info(subject.language)["name_local"]
    return _("“%(title)s” (%(kind)s, %(language)s): %(text)s") % {
        "title": subject.title,
        "kind": subject.kind,
        "language": language,
        "text": finding.text,
    }
