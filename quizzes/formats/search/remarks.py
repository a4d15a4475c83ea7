"""Sentences between the verdict on a search and the reason."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.formats.search.scoring import SearchDetails


def search_sentences(details: SearchDetails) -> list[str]:
    """Return how far the verdict carries, and how the way to it began and went."""
    sentences = [level_sentence(details), first_move_sentence(details)]
    if details.moves:
        sentences.append(
            ngettext(
                "%(n)d of %(all)d move told you something.",
                "%(n)d of %(all)d moves told you something.",
                details.moves,
            )
            % {"n": details.informative, "all": details.moves}
        )
    if details.opened_sponsored_first:
        sentences.append(
            _(
                "The first result you opened was an advertisement: they often stand "
                "on top."
            )
        )
    return sentences


def level_sentence(details: SearchDetails) -> str:
    """Return the level in words that shame nobody."""
    if details.verdict == "unsure":
        return _("Not sure is honest: one more search elsewhere often settles it.")
    return {
        "mastery": _("Your verdict rests on evidence that settles it."),
        "emerging": _("Your verdict is right; stronger evidence was within reach."),
        "beginning": _(
            "The page itself leads many people astray; what others say about it helps."
        ),
    }[details.level]


def first_move_sentence(details: SearchDetails) -> str:
    if not details.moves:
        return _("You decided at first sight. One search already tells a lot.")
    if details.first_is_lateral:
        return _("Your first move left the page, as experienced checkers do.")
    return _("Your first move stayed on the page. Next time, leave it first.")
