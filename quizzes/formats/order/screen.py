"""The screen of an order."""

from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

from quizzes.formats.question import Question


@dataclass(frozen=True)
class OrderScreen(Question):
    """The steps, mixed or as they were placed."""

    @cached_property
    def steps(self) -> list[dict[str, Any]]:
        """Steps of an order: mixed the same way for everybody, or as placed."""
        steps = {step["id"]: step for step in self.body["steps"]}
        if self.mark:
            notes = {note.step: note for note in self.mark.details.steps}
            order = self.response["steps"]
            return [{**steps[id_], "note": notes[id_]} for id_ in order]
        mixed = list(steps.values())
        Random(self.key).shuffle(mixed)  # noqa: S311
        places = self.given.get("places", {})
        return [{**step, "place": places.get(step["id"])} for step in mixed]
