"""Sort: put every card into a group."""

from dataclasses import dataclass

from quizzes.formats.sort.response import SortResponse, parse_sort
from quizzes.scoring.mark import Mark, Outcome
from quizzes.scoring.reading import Json
from quizzes.scoring.rules import Rules


@dataclass(frozen=True)
class CardNote:
    """Where a card was put, and the groups that are accepted, the best one first."""

    card: str
    category: str
    accepted: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return self.category in self.accepted


@dataclass(frozen=True)
class SortDetails:
    """One note for every card, in the snapshot's order."""

    cards: tuple[CardNote, ...]


def grade(snapshot: Json, response: SortResponse) -> Mark[SortDetails]:
    """A point for each card in an accepted group, out of all cards.

    Right if all are; partly if more than half.
    """
    accepted = {card["id"]: card["accepted"] for card in snapshot["body"]["cards"]}
    notes = tuple(
        CardNote(card, category, tuple(accepted[card]))
        for card, category in response.cards
    )
    points, out_of = sum(note.is_right for note in notes), len(notes)
    outcome: Outcome = "partly" if 2 * points > out_of else "not_quite"
    if points == out_of:
        outcome = "right"
    return Mark(outcome, points, out_of, SortDetails(notes))


def tally_names(response: SortResponse, mark: Mark[SortDetails]) -> list[str]:
    """Name the counters of where each card went: the confusion table."""
    return [f"card:{card}:{category}" for card, category in response.cards]


RULES = Rules(SortResponse, parse_sort, grade, tally_names)
