"""Search: leave the page and find out what others say about it.

Moves are the plain JSON that an attempt keeps, in order, made by `advance` alone:
`{"do": "search", "id"}` · `{"do": "open", "id"}` (a result of a search that was made)
· `{"do": "decide", "verdict", "evidence"}`. A search or an opening costs one of the
budget; what was seen before can be read again, so asking for it again adds nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from quizzes.formats.search.response import (
    SearchResponse,
    parse_search,
    read_evidence,
    read_verdict,
)
from quizzes.formats.search.trails import Step, find, follow
from quizzes.scoring.errors import ResponseError, SnapshotError
from quizzes.scoring.mark import Mark, Outcome
from quizzes.scoring.reading import SHOWN, Json, read_object
from quizzes.scoring.rules import Judgement, Rules, Steps

Moves = Sequence[Json]
Level = Literal["beginning", "emerging", "mastery"]

RIGHT_VERDICTS = {"accurate": "trust", "misleading": "not"}
OUT_OF = 4
VERY = 2


@dataclass(frozen=True)
class MoveNote:
    """One move and its worth: 0 tells nothing, 1 a little, 2 very much.

    `do` is "search" or "open"; `kind` is the search's own.
    """

    id: str
    do: str
    kind: str
    worth: int


@dataclass(frozen=True)
class SearchDetails:
    """How somebody came to a verdict.

    `first_kind` is "" where no move was made; `evidence_worth` is 0 without evidence.
    """

    level: Level
    verdict: str
    is_right: bool
    evidence: str | None
    evidence_worth: int
    first_kind: str
    first_is_lateral: bool
    informative: int
    moves: int
    opened_sponsored_first: bool
    path: tuple[MoveNote, ...]


@dataclass(frozen=True)
class SearchState:
    """Where a search stands. `left` counts the moves that may still be made."""

    steps: tuple[Step, ...]
    left: int
    verdict: str | None
    is_finished: bool


def grade(snapshot: Json, response: SearchResponse) -> Mark[SearchDetails]:
    """Points out of 4: verdict right 1; then its evidence's worth 0 to 2; first move
    lateral 1.

    Mastery (right): the verdict with evidence of worth 2. Emerging (partly): the
    verdict alone. Beginning (not quite): neither. An unsure verdict is not sure.
    Raise SnapshotError for a page that is neither accurate nor misleading, and
    ResponseError for a path that does not fit the snapshot.
    """
    veracity = snapshot["veracity"]
    if veracity not in RIGHT_VERDICTS:
        raise SnapshotError(f"no verdict on {veracity!r}")
    steps = follow(snapshot["body"], response.path)
    is_right = response.verdict == RIGHT_VERDICTS[veracity]
    worth = next((step.worth for step in steps if step.id == response.evidence), 0)
    level: Level = "beginning"
    if is_right:
        level = "mastery" if worth == VERY else "emerging"
    opened = [step.result for step in steps if step.result is not None]
    details = SearchDetails(
        level=level,
        verdict=response.verdict,
        is_right=is_right,
        evidence=response.evidence,
        evidence_worth=worth,
        first_kind=steps[0].search["kind"] if steps else "",
        first_is_lateral=bool(steps and steps[0].is_lateral),
        informative=sum(step.worth > 0 for step in steps),
        moves=len(steps),
        opened_sponsored_first=bool(opened and opened[0]["sponsored"]),
        path=tuple(
            MoveNote(step.id, step.do, step.search["kind"], step.worth)
            for step in steps
        ),
    )
    points = (1 + worth if is_right else 0) + details.first_is_lateral
    return Mark(outcome_of(response.verdict, level), points, OUT_OF, details)


def outcome_of(verdict: str, level: Level) -> Outcome:
    if verdict == "unsure":
        return "not_sure"
    outcomes: dict[Level, Outcome] = {
        "mastery": "right",
        "emerging": "partly",
        "beginning": "not_quite",
    }
    return outcomes[level]


def response(moves: Moves) -> dict[str, Any]:
    """Fold the moves into response data."""
    decided = next((move for move in moves if move["do"] == "decide"), {})
    return {
        "path": [move["id"] for move in moves if move["do"] != "decide"],
        "verdict": decided.get("verdict"),
        "evidence": decided.get("evidence"),
    }


def state(snapshot: Json, moves: Moves) -> SearchState:
    """Return where these moves lead."""
    body, folded = snapshot["body"], response(moves)
    steps = follow(body, folded["path"])
    return SearchState(
        steps=steps,
        left=body["budget"] - len(steps),
        verdict=folded["verdict"],
        is_finished=folded["verdict"] is not None,
    )


def advance(snapshot: Json, moves: Moves, move: object) -> list[dict[str, Any]]:
    """Return the moves with one more, from outside.

    Evidence may be left out where nothing was read yet, or with an unsure verdict.
    Raise ResponseError: finished, no_moves_left, unknown_move, not_found_yet,
    unknown_verdict, nothing_chosen, evidence_missing, evidence_not_seen, wrong shapes.
    """
    given = read_object(
        move, at="move", required=["do"], optional=["id", "verdict", "evidence"]
    )
    now = state(snapshot, moves)
    if now.is_finished:
        raise ResponseError("finished")
    kept = [dict(one) for one in moves]
    if given["do"] == "decide":
        return [*kept, _decision(now, given)]
    if given["do"] not in ("search", "open"):
        raise ResponseError("unknown_move", id=str(given["do"])[:SHOWN])
    wanted = read_object(move, at="move", required=["do", "id"])["id"]
    if not isinstance(wanted, str):
        raise ResponseError("wrong_shape", at="id")
    step = find(snapshot["body"], wanted)
    if (step.result is None) != (given["do"] == "search"):
        raise ResponseError("unknown_move", id=wanted[:SHOWN])
    if step.id in [one.id for one in now.steps]:
        return kept
    if now.left == 0:
        raise ResponseError("no_moves_left")
    follow(snapshot["body"], [*(one.id for one in now.steps), step.id])
    return [*kept, {"do": given["do"], "id": step.id}]


def tally_names(response: SearchResponse, mark: Mark[SearchDetails]) -> list[str]:
    """Name the counters of a verdict and of the way to it."""
    details = mark.details
    return [
        *(f"{note.do}:{note.id}" for note in details.path),
        f"verdict:{details.verdict}",
        f"evidence:{details.evidence or 'none'}",
        f"first:{details.first_kind or 'none'}",
    ]


def _decision(now: SearchState, given: Json) -> dict[str, Any]:
    keys = ["do", "verdict"]
    read_object(given, at="move", required=keys, optional=["evidence"])
    verdict = read_verdict(given["verdict"])
    is_asked = verdict != "unsure" and any(step.is_evidence for step in now.steps)
    if is_asked and "evidence" not in given:
        raise ResponseError("evidence_missing")
    evidence = read_evidence(now.steps, given.get("evidence"))
    return {"do": "decide", "verdict": verdict, "evidence": evidence}


def judgement(response: SearchResponse) -> Judgement:
    return Judgement(flag={"not": True, "trust": False}.get(response.verdict))


def is_finished(snapshot: Json, moves: Moves) -> bool:
    return state(snapshot, moves).is_finished


RULES = Rules(
    SearchResponse,
    parse_search,
    grade,
    tally_names,
    judgement,
    steps=Steps(advance, is_finished, response),
)
