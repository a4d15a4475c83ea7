"""Parse, grade and count answers to any format. Plain Python."""

from importlib import import_module
from typing import Any, NamedTuple

from quizzes.formats.names import NAMES
from quizzes.scoring.errors import ResponseError, UnknownFormatError
from quizzes.scoring.mark import Mark
from quizzes.scoring.reading import SHOWN, Json
from quizzes.scoring.rules import Judgement, Moves, Response, Rules, Steps
from quizzes.scoring.summaries import HALVES, SetAnswer

RULES: dict[str, Rules] = {
    name: import_module(f"quizzes.formats.{name}.scoring").RULES for name in NAMES
}


class Graded(NamedTuple):
    """A kept answer read back, and what it is worth."""

    response: Response
    mark: Mark[Any]


def rules_of(format_: str) -> Rules:
    """Return the rules of a format. Raise UnknownFormatError."""
    try:
        return RULES[format_]
    except KeyError:
        raise UnknownFormatError(format_) from None


def parse(format_: str, snapshot: Json, data: object) -> Response:
    """Return the response that the JSON value `data` holds.

    The snapshot is our own and taken as sound. Raise ResponseError for whatever is
    wrong with the data (errors.py lists the codes), and nothing else.
    """
    if format_ not in RULES:
        raise ResponseError("unknown_format", id=format_[:SHOWN])
    return RULES[format_].parse(snapshot["body"], data)


def grade(snapshot: Json, response: Response) -> Mark[Any]:
    """Return what the response is worth by the snapshot's format.

    Raise ResponseError if the response is of another format than the snapshot.
    """
    own = rules_of(snapshot["format"])
    if not isinstance(response, own.response):
        raise ResponseError("unknown_format", id=type(response).__name__)
    return own.grade(snapshot, response)


def regrade(snapshot: Json, kept: Json) -> Graded:
    """Read an answer as it is kept, move by move or at once, and grade it."""
    format_ = snapshot["format"]
    data: object = kept
    if is_stepwise(format_):
        data = steps_of(format_).fold(kept["moves"])
    response = parse(format_, snapshot, data)
    return Graded(response, grade(snapshot, response))


def tally_names(snapshot: Json, response: Response, mark: Mark[Any]) -> list[str]:
    """Return the counters to raise by one, each once.

    Always "answers", and the outcome if there is a verdict ("right", "partly",
    "not_quite", "not_sure"); then by format: option:<id> · step:<1 to 5> ·
    place:<step id>:<place> · post:<id>:<decision>, post:<id>:checked,
    post:<id>:category:<word>, post:<id>:feeling:<word>, post:<id>:reason:<word> ·
    choice:<id>, flag:<id>, end:<key> · flagged or nothing, segment:<id>,
    segment:<id>:<technique> · spot:<id>, verdict:<word> ·
    card:<id>:<category id> · search:<id>, open:<id>, verdict:<word>,
    evidence:<id or none>, first:<kind or none>.
    """
    names = ["answers"]
    if mark.outcome != "done":
        names.append(mark.outcome)
    return names + rules_of(snapshot["format"]).names(response, mark)


def person_names(snapshot: Json, arm: str, mark: Mark[Any]) -> list[str]:
    """Return the counters of one person's whole activity, where its format has such."""
    return rules_of(snapshot["format"]).person_names(arm, mark)


def judgement(snapshot: Json, response: Response) -> Judgement:
    """Return what an answer says of its item.

    A confidence flags by its step, an inspector and a search by their verdict, "not
    sure" being left out; a spotter by any mark at all. Other formats ask something
    else: a wrong choice may be too trusting as well as too suspicious. Items that are
    neither misleading nor accurate have no flag.
    """
    found = rules_of(snapshot["format"]).judgement(response)
    if snapshot["veracity"] in HALVES:
        return found
    return Judgement(None, found.options, found.step)


def set_answer(
    activity: str, snapshot: Json, response: Response, mark: Mark[Any]
) -> SetAnswer:
    """Return what an answer brings to its set."""
    found = judgement(snapshot, response)
    return SetAnswer(
        activity=activity,
        veracity=snapshot["veracity"],
        is_right=mark.outcome == "right",
        flag=found.flag,
        options=found.options,
        step=found.step,
    )


# Formats that are answered move by move

STEPWISE = tuple(name for name, rules in RULES.items() if rules.steps)


def is_stepwise(format_: str) -> bool:
    return rules_of(format_).steps is not None


def steps_of(format_: str) -> Steps:
    """Return how a format is answered move by move. Raise UnknownFormatError."""
    steps = rules_of(format_).steps
    if steps is None:
        raise UnknownFormatError(format_)
    return steps


def advance(
    snapshot: Json, moves: Moves, move: dict[str, Any], arm: str = "none"
) -> Moves:
    """Return the moves with one more. Raise ResponseError if it may not follow."""
    steps = steps_of(snapshot["format"])
    more = {"arm": arm} if steps.has_arms else {}
    return steps.advance(snapshot, moves, move, **more)


def is_finished(snapshot: Json, moves: Moves) -> bool:
    """Tell whether nothing is left to do."""
    return steps_of(snapshot["format"]).is_finished(snapshot, moves)


def fold(snapshot: Json, moves: Moves) -> dict[str, Any]:
    """Return all moves as the one response that is graded."""
    return steps_of(snapshot["format"]).fold(moves)
