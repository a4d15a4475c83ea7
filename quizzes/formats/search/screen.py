"""The screen of a search: the page to judge, what was seen, what may still be."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quizzes.formats.question import Question
from quizzes.formats.search import scoring as search
from quizzes.formats.search.remarks import search_sentences
from quizzes.formats.search.scoring import SearchDetails
from quizzes.formats.search.trails import Step
from quizzes.scoring.mark import Mark


@dataclass(frozen=True)
class SearchScreen(Question):
    """Everything that was seen stays on the page: reading it again costs nothing."""

    @cached_property
    def search(self) -> search.SearchState:
        return search.state(self.content, self.moves)

    @property
    def is_at_start(self) -> bool:
        return not self.search.steps

    @cached_property
    def moves_left(self) -> dict[str, int]:
        """How many moves are left, and the brick that is laid next."""
        total = self.body["budget"]
        left = self.search.left
        return {"left": left, "number": total - left + 1, "total": total}

    @cached_property
    def trail(self) -> list[dict[str, Any]]:
        """What was seen, in order: lists of results, opened pages, looks around.

        What there is to read stays open, so that pages can be compared. Of the lists
        only the newest is, or the one that an opened page was found in.
        """
        steps = self.search.steps
        seen = [step.id for step in steps]
        newest = steps[-1].search["id"] if steps else ""
        found_in = next((step for step in steps if step.id == newest), None)
        return [
            {
                "id": step.id,
                "search": step.search,
                "page": step.result,
                "results": self._results(step, seen),
                "worth": step.worth,
                "is_newest": step is steps[-1],
                "is_open": step.is_evidence or step in (steps[-1], found_in),
            }
            for step in steps
        ]

    def _results(self, step: Step, seen: list[str]) -> list[dict[str, Any]]:
        if step.result or not step.is_lateral:
            return []
        return [
            {**result, "is_seen": result["id"] in seen}
            for result in step.search["results"]
        ]

    @cached_property
    def ways(self) -> list[dict[str, Any]]:
        """The searches that were not made yet; none without a move left."""
        seen = [step.id for step in self.search.steps]
        ways = [way for way in self.body["searches"] if way["id"] not in seen]
        return ways if self.search.left else []

    @cached_property
    def evidence(self) -> list[dict[str, Any]]:
        """What was read, and so may be what the verdict rests on."""
        return [
            {
                "id": step.id,
                "title": step.result["title"] if step.result else step.search["label"],
                "address": step.result["address"] if step.result else "",
            }
            for step in self.search.steps
            if step.is_evidence
        ]

    @property
    def decides_now(self) -> bool:
        """Tell whether the verdict is unfolded: begun, or nothing else is left."""
        begun = self.fault or self.given.get("verdict") or self.given.get("evidence")
        return bool(begun) or not self.search.left

    @property
    def lacks_evidence(self) -> bool:
        """Tell whether what has to be mended is what the verdict rests on."""
        has_verdict = bool(self.fault) and bool(self.given.get("verdict"))
        return has_verdict and bool(self.evidence)

    @property
    def evidence_chosen(self) -> dict[str, Any] | None:
        """What the verdict was rested on, once it is given."""
        chosen = self.mark.details.evidence if self.mark else None
        return next((one for one in self.evidence if one["id"] == chosen), None)

    def remarks(self, mark: Mark[SearchDetails]) -> list[str]:
        return search_sentences(mark.details)
