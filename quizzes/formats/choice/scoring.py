"""Choice: pick one option, or all that apply."""

from dataclasses import dataclass

from quizzes.formats.choice.response import ChoiceResponse, parse_choice
from quizzes.scoring.mark import Mark, Outcome
from quizzes.scoring.reading import Json
from quizzes.scoring.rules import Judgement, Rules


@dataclass(frozen=True)
class OptionNote:
    option: str
    is_chosen: bool
    is_correct: bool

    @property
    def is_settled_rightly(self) -> bool:
        """Rightly chosen or rightly left."""
        return self.is_chosen == self.is_correct


@dataclass(frozen=True)
class ChoiceDetails:
    """One note for every option, in the snapshot's order."""

    options: tuple[OptionNote, ...]


def grade(snapshot: Json, response: ChoiceResponse) -> Mark[ChoiceDetails]:
    """Pick one: 1 point out of 1. All that apply: a point for each option that was
    rightly chosen or rightly left; right if all, partly if a correct one was chosen.
    """
    body = snapshot["body"]
    notes = tuple(
        OptionNote(option["id"], option["id"] in response.options, option["correct"])
        for option in body["options"]
    )
    found = any(note.is_chosen and note.is_correct for note in notes)
    if not body["several"]:
        one: Outcome = "right" if found else "not_quite"
        return Mark(one, int(found), 1, ChoiceDetails(notes))
    points = sum(note.is_settled_rightly for note in notes)
    outcome: Outcome = "partly" if found else "not_quite"
    if points == len(notes):
        outcome = "right"
    return Mark(outcome, points, len(notes), ChoiceDetails(notes))


def tally_names(response: ChoiceResponse, mark: Mark[ChoiceDetails]) -> list[str]:
    """Name the counters of the chosen options."""
    return [f"option:{option}" for option in response.options]


def judgement(response: ChoiceResponse) -> Judgement:
    return Judgement(options=response.options)


RULES = Rules(ChoiceResponse, parse_choice, grade, tally_names, judgement)
