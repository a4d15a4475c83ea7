"""The screen of a spotter: the text in pieces, marked and named."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from quizzes.feedback import Feedback
from quizzes.formats.question import Question
from quizzes.formats.spotter.remarks import spotter_sentences
from quizzes.formats.spotter.response import asks_names
from quizzes.formats.spotter.scoring import SpotterDetails
from quizzes.scoring.mark import Mark
from quizzes.words import TECHNIQUES


@dataclass(frozen=True)
class SpotterScreen(Question):
    """Which pieces are marked, and what is left to name."""

    @cached_property
    def segments(self) -> list[dict[str, Any]]:
        """The pieces with what was entered or, once answered, what each one was."""
        segments: list[dict[str, Any]] = self.body["segments"]
        if self.mark:
            notes = {note.segment: note for note in self.mark.details.segments}
            return [{**one, "was": notes[one["id"]]} for one in segments]
        marks, names = self.given.get("marks", []), self.given.get("names", {})
        return [
            {**one, "is_marked": one["id"] in marks, "named": names.get(one["id"])}
            for one in segments
        ]

    @property
    def techniques(self) -> list[tuple[str, Any]]:
        """The techniques on offer; none where no names are asked for."""
        if not asks_names(self.body):
            return []
        return [pair for pair in TECHNIQUES if pair[0] in self.body["techniques"]]

    @cached_property
    def marked(self) -> list[dict[str, Any]]:
        """The marked pieces that wait for the name of their trick."""
        if self.is_answered or not self.techniques:
            return []
        return [one for one in self.segments if one["is_marked"]]

    @cached_property
    def to_name(self) -> list[dict[str, Any]]:
        """The same with the id of each one's select."""
        return [{**one, "field": self._select_id(one)} for one in self.marked]

    def _select_id(self, segment: dict[str, Any]) -> str:
        """Return the id of a piece's select; a fault's link leads to the first."""
        leads_here = segment["id"] == self.unnamed
        return f"field-{self.key}" if leads_here else f"name-{self.key}-{segment['id']}"

    @property
    def unnamed(self) -> str:
        """The first piece without a name, where that is what has to be mended."""
        names = self.marked if self.fault else []
        return next((one["id"] for one in names if not one["named"]), "")

    @cached_property
    def told(self) -> list[dict[str, Any]]:
        """What feedback speaks of: every trick, and what was marked without one."""
        return [
            one
            for one in self.segments
            if one["technique"] or one["was"].state != "left"
        ]

    @cached_property
    def feedback_below(self) -> Feedback | None:
        """The feedback without the fair version, which stands beside the text."""
        return replace(self.feedback, fair_version="") if self.feedback else None

    def remarks(self, mark: Mark[SpotterDetails]) -> list[str]:
        return spotter_sentences(mark.details)
