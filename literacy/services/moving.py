"""Moving pages: what is refused, and what goes along."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from literacy.addresses import is_taken, taken_text
from literacy.errors import RefusedError
from literacy.models import CareMixin


def refuse_move(*, page: Page, target: Page) -> None:
    """Raise RefusedError where the page cannot stand below the target."""
    if is_taken(page.slug, target):
        why = taken_text(page.slug)
    elif leaves_review(page.specific, target.specific):
        why = _(
            "Learners are told that it waits for a safeguarding review, and one editor "
            "alone cannot end that. Let “%(target)s” wait for a review as well, then "
            "move the page."
        ) % {"target": target.title}
    else:
        return
    title = _("“%(title)s” was not moved.") % {"title": page.title}
    raise RefusedError(title, (why,))


def leaves_review(page: Page, target: Page) -> bool:
    """Tell whether a move would show a page without the note on its review."""
    is_noted = isinstance(page, CareMixin) and page.shown_in_review
    return is_noted and not getattr(target, "waits_for_review", False)


def move_translations(*, page: Page, user: Any) -> list[str]:
    """Let a page's translations follow a move; say of each that cannot why not.

    A translation belongs below the translation of the page's parent.
    """
    parent = page.get_parent()
    return [
        text
        for one in page.get_translations().select_related("locale")
        if (text := follow(one, parent, user))
    ]


def follow(page: Page, parent: Page, user: Any) -> str:
    """Move one translation below its parent's translation; else return why not."""
    above = page.get_parent()
    if above.translation_key == parent.translation_key:
        return ""
    names = {
        "title": page.title,
        "language": page.locale.get_display_name(),
        "parent": parent.title,
    }
    target = parent.get_translation_or_none(page.locale)
    if target is None:
        return (
            _(
                "“%(title)s” (%(language)s) stayed where it was: “%(parent)s” is not "
                "translated yet. Translate it, then move the page there."
            )
            % names
        )
    if not page.permissions_for_user(user).can_move_to(target):
        return (
            _(
                "“%(title)s” (%(language)s) stayed where it was: you may not move it. "
                "Ask somebody who may write there."
            )
            % names
        )
    if target.get_children().filter(slug=page.slug).exists():
        return (
            _(
                "“%(title)s” (%(language)s) stayed where it was: another page has its "
                "address there. Give one of them another address, then move the page."
            )
            % names
        )
    page.move(target, pos="last-child", user=user)
    return ""
