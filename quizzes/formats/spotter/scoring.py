"""Spotter: mark the phrases of a text that manipulate, and say how."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from quizzes.formats.spotter.response import SpotterResponse, parse_spotter
from quizzes.scoring.errors import ResponseError
from quizzes.scoring.mark import Mark, Outcome
from quizzes.scoring.reading import SHOWN, Json, refuse_repeats
from quizzes.scoring.rules import Judgement, Rules

# found, missed and false count; an optional trick that is marked, and what was
# rightly left, do not.
State = Literal["found", "missed", "false", "optional", "left"]


@dataclass(frozen=True)
class SegmentNote:
    """`technique` is None in a neutral piece, `named` where no name was given.

    `name_fits` is None unless a trick was marked and named.
    """

    segment: str
    state: State
    technique: str | None
    named: str | None
    name_fits: bool | None


@dataclass(frozen=True)
class SpotterDetails:
    """One note for every piece, in the order of the text, and the counts."""

    segments: tuple[SegmentNote, ...]
    found: int
    missed: int
    false: int

    @property
    def is_neutral(self) -> bool:
        """Tell whether there was nothing to find."""
        return not self.found + self.missed

    @property
    def wrong_names(self) -> int:
        return sum(
            one.state == "found" and one.name_fits is False for one in self.segments
        )


def grade(snapshot: Json, response: SpotterResponse) -> Mark[SpotterDetails]:
    """Points 2TP out of 2TP + FP + FN: their ratio is F1 over the required tricks.

    A text without any: 1 of 1 if nothing was marked without reason, else 0. Right if
    F1 is 1 and every found trick is named rightly; partly if F1 is at least one half.
    """
    marked = {mark.segment: mark.technique for mark in response.marks}
    notes = tuple(
        _note(segment, segment["id"] in marked, marked.get(segment["id"]))
        for segment in snapshot["body"]["segments"]
    )
    found, missed, false = (
        sum(note.state == state for note in notes)
        for state in ("found", "missed", "false")
    )
    details = SpotterDetails(notes, found, missed, false)
    if details.is_neutral:
        fair: Outcome = "not_quite" if false else "right"
        return Mark(fair, int(not false), 1, details)
    points, out_of = 2 * found, 2 * found + false + missed
    outcome: Outcome = "partly" if 2 * points >= out_of else "not_quite"
    if points == out_of and not details.wrong_names:
        outcome = "right"
    return Mark(outcome, points, out_of, details)


def is_trick(segment: Json) -> bool | None:
    """Tell whether a piece has to be marked; None where it may be, and may be left."""
    if not segment["technique"]:
        return False
    return True if segment["required"] else None


def _note(segment: Json, is_marked: bool, named: str | None) -> SegmentNote:
    technique, trick = segment["technique"] or None, is_trick(segment)
    state: State = "false" if is_marked else "left"
    if trick:
        state = "found" if is_marked else "missed"
    elif trick is None and is_marked:
        state = "optional"
    fits = named == technique if technique and named else None
    return SegmentNote(segment["id"], state, technique, named, fits)


def arrange(
    snapshot: Json, marked: Sequence[str], names: Mapping[str, str], nothing: bool
) -> dict[str, Any]:
    """Make the response data out of a form: boxes ticked, and a name for each.

    Names of what is not marked are dropped: they stay behind when a mark is taken
    back. Raise ResponseError: unknown_segment, repeated.
    """
    known = [segment["id"] for segment in snapshot["body"]["segments"]]
    for one in [*marked, *names]:
        if one not in known:
            raise ResponseError("unknown_segment", id=one[:SHOWN])
    refuse_repeats(marked)
    return {"marks": {one: names.get(one) for one in marked}, "nothing": nothing}


def tally_names(response: SpotterResponse, mark: Mark[SpotterDetails]) -> list[str]:
    """Return "flagged" or "nothing", and the counters of each marked piece."""
    names = ["flagged" if response.marks else "nothing"]
    for one in response.marks:
        names.append(f"segment:{one.segment}")
        if one.technique:
            names.append(f"segment:{one.segment}:{one.technique}")
    return names


def judgement(response: SpotterResponse) -> Judgement:
    return Judgement(flag=bool(response.marks))


RULES = Rules(SpotterResponse, parse_spotter, grade, tally_names, judgement)
