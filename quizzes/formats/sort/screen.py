"""The screen of a sort: cards, each with the groups to choose from."""

from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

from quizzes.formats.question import Question
from quizzes.formats.sort.remarks import sort_sentences
from quizzes.formats.sort.scoring import SortDetails
from quizzes.scoring.mark import Mark


@dataclass(frozen=True)
class SortScreen(Question):
    """The cards, mixed the same way for everybody."""

    @cached_property
    def cards(self) -> list[dict[str, Any]]:
        """Cards with the group chosen, or once answered with what is good and why.

        `is_missing` marks what a faulty form left out; `is_first_missing` the one
        that the fault leads to.
        """
        mixed = list(self.body["cards"])
        Random(self.key).shuffle(mixed)  # noqa: S311
        if self.mark:
            return [self._noted(card) for card in mixed]
        chosen = self.given.get("cards", {})
        missing = [card["id"] for card in mixed if card["id"] not in chosen]
        return [
            {
                **card,
                "chosen": chosen.get(card["id"], ""),
                "is_missing": bool(self.fault) and card["id"] in missing,
                "is_first_missing": card["id"] in missing[:1],
            }
            for card in mixed
        ]

    def _noted(self, card: dict[str, Any]) -> dict[str, Any]:
        names = {one["id"]: one["name"] for one in self.body["categories"]}
        notes = {note.card: note for note in self.mark.details.cards}  # type: ignore[union-attr]
        note = notes[card["id"]]
        return {
            **card,
            "is_right": note.is_right,
            "group": names[note.category],
            "good_groups": [names[one] for one in note.accepted],
        }

    def remarks(self, mark: Mark[SortDetails]) -> list[str]:
        return sort_sentences(mark.details)
