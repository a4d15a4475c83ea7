"""Screens of the formats that are answered at once."""

from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

from .base import QuestionBase


@dataclass(frozen=True)
class ShortScreen(QuestionBase):
    """Choice and order; a confidence needs nothing more."""

    @cached_property
    def options(self) -> list[dict[str, Any]]:
        """Options of a choice, with what was chosen and, once answered, the truth."""
        chosen = self.given.get("options", [])
        if self.is_answered:
            chosen = self.response["options"]
        return [
            {**option, "is_chosen": option["id"] in chosen}
            for option in self.body["options"]
        ]

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
