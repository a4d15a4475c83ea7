"""Sentences between the verdict on a sort and the reason."""

from django.utils.translation import ngettext

from quizzes.formats.sort.scoring import SortDetails


def sort_sentences(details: SortDetails) -> list[str]:
    """Return how many cards lie where they belong."""
    right = sum(note.is_right for note in details.cards)
    return [
        ngettext(
            "%(n)d of %(all)d card is in a good group.",
            "%(n)d of %(all)d cards are in a good group.",
            len(details.cards),
        )
        % {"n": right, "all": len(details.cards)}
    ]
