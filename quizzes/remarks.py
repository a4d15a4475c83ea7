"""What stands between the verdict on an answer and the reason, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.scoring.inspector import InspectorDetails
from quizzes.scoring.search import SearchDetails
from quizzes.scoring.sort import SortDetails
from quizzes.scoring.spotter import SpotterDetails


def spotter_sentences(details: SpotterDetails) -> list[str]:
    """Return how many tricks were found, and what was marked without a reason."""
    without_reason = ngettext(
        "%(n)d piece was marked without a reason.",
        "%(n)d pieces were marked without a reason.",
        details.false,
    ) % {"n": details.false}
    if details.is_neutral:
        fair = _("There is no trick here: noticing that is a skill too.")
        return [fair, without_reason] if details.false else [fair]
    tricks = details.found + details.missed
    sentences = [
        ngettext(
            "You found %(n)d of %(all)d trick.",
            "You found %(n)d of %(all)d tricks.",
            tricks,
        )
        % {"n": details.found, "all": tricks}
    ]
    if details.wrong_names:
        sentences.append(
            ngettext(
                "%(n)d of them is of another kind than you chose.",
                "%(n)d of them are of another kind than you chose.",
                details.wrong_names,
            )
            % {"n": details.wrong_names}
        )
    if details.false:
        sentences.append(without_reason)
    return sentences


def inspector_sentences(details: InspectorDetails) -> list[str]:
    """Return how many clues were found, and whether picture and caption fit."""
    found = _("Nothing in this picture speaks against its words.")
    if details.clues:
        found = ngettext(
            "You found %(n)d of %(all)d clue.",
            "You found %(n)d of %(all)d clues.",
            details.clues,
        ) % {"n": details.found, "all": details.clues}
    if details.verdict is None:
        return [found]
    truths = {
        "fits": _("The picture and its words fit together."),
        "not": _("The picture and its words do not fit together."),
        "unsure": _("Nobody can know yet whether picture and words fit together."),
    }
    return [truths[details.truth], found]


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
