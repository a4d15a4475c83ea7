"""Inspector: which places in a picture are clues, and does it fit its caption?"""

from dataclasses import dataclass

from quizzes.formats.inspector.response import (
    FITS,
    NOT,
    UNSURE,
    InspectorResponse,
    parse_inspector,
)
from quizzes.scoring.mark import Mark, Outcome
from quizzes.scoring.reading import Json
from quizzes.scoring.rules import Judgement, Rules

TRUTHS = {"accurate": FITS, "misleading": NOT}


@dataclass(frozen=True)
class SpotNote:
    spot: str
    is_picked: bool
    is_clue: bool


@dataclass(frozen=True)
class InspectorDetails:
    """One note for every place; `verdict_fits` is None where none was asked for.

    `truth` is the verdict that is right. `is_success`: enough clues found, and no
    more false picks than are allowed.
    """

    spots: tuple[SpotNote, ...]
    found: int
    clues: int
    false: int
    is_success: bool
    verdict: str | None
    truth: str
    verdict_fits: bool | None


def grade(snapshot: Json, response: InspectorResponse) -> Mark[InspectorDetails]:
    """A point for each clue found, up to `needed`, and one for the verdict.

    Each false pick beyond `allowed_false` takes a clue's point back, so that picking
    everything is worth nothing.
    """
    body = snapshot["body"]
    notes = tuple(
        SpotNote(spot["id"], spot["id"] in response.spots, spot["is_clue"])
        for spot in body["spots"]
    )
    found = sum(note.is_picked and note.is_clue for note in notes)
    false = sum(note.is_picked and not note.is_clue for note in notes)
    needed, excess = body["needed"], max(0, false - body["allowed_false"])
    truth = truth_of(snapshot)
    details = InspectorDetails(
        spots=notes,
        found=found,
        clues=sum(note.is_clue for note in notes),
        false=false,
        is_success=found >= needed and not excess,
        verdict=response.verdict,
        truth=truth,
        verdict_fits=response.verdict == truth if body["asks_verdict"] else None,
    )
    points = max(0, min(found, needed) - excess) + int(bool(details.verdict_fits))
    out_of = needed + int(body["asks_verdict"])
    return Mark(_outcome(details), points, out_of, details)


def truth_of(snapshot: Json) -> str:
    """Return the verdict that is right; what nobody can know yet is unsure."""
    return TRUTHS.get(snapshot["veracity"], UNSURE)


def _outcome(details: InspectorDetails) -> Outcome:
    """Right: success and the right verdict; partly: one of both.

    Where there is no clue, finding none is no success of its own: the verdict
    decides. Where no verdict is asked for, partly is a clue found at all.
    """
    has_success = details.is_success and bool(details.clues)
    if details.is_success and details.verdict_fits is not False:
        return "right"
    if details.verdict == UNSURE and not details.verdict_fits and not has_success:
        return "not_sure"
    if has_success or details.verdict_fits:
        return "partly"
    return "partly" if details.verdict is None and details.found else "not_quite"


def tally_names(response: InspectorResponse, mark: Mark[InspectorDetails]) -> list[str]:
    """Return the counters of each picked place, and of the verdict."""
    names = [f"spot:{spot}" for spot in response.spots]
    return [*names, f"verdict:{response.verdict}"] if response.verdict else names


def judgement(response: InspectorResponse) -> Judgement:
    return Judgement(flag={NOT: True, FITS: False}.get(response.verdict or UNSURE))


RULES = Rules(InspectorResponse, parse_inspector, grade, tally_names, judgement)
