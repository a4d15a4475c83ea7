"""The screen of a choice."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quizzes.formats.question import Question


@dataclass(frozen=True)
class ChoiceScreen(Question):
    """The options, to choose from or with what was chosen."""

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
