"""Read the responses of the formats that take one step: choice, confidence, order."""

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import (
    Json,
    read_ids,
    read_object,
    read_whole,
    refuse_repeats,
    twice,
)
from quizzes.scoring.responses.types import (
    ChoiceResponse,
    ConfidenceResponse,
    OrderResponse,
)


def parse_choice(body: Json, data: object) -> ChoiceResponse:
    known = [option["id"] for option in body["options"]]
    chosen = read_ids(
        read_object(data, at="response", required=["options"])["options"],
        at="options",
        known=known,
        unknown="unknown_option",
        limit=len(known),
    )
    refuse_repeats(chosen)
    if not chosen:
        raise ResponseError("nothing_chosen")
    if len(chosen) > 1 and not body["several"]:
        raise ResponseError("one_only")
    return ChoiceResponse(chosen)


def parse_confidence(body: Json, data: object) -> ConfidenceResponse:
    given = read_object(data, at="response", required=["step"])["step"]
    step = read_whole(given, at="step", low=1, high=5)
    if step is None:
        raise ResponseError("nothing_chosen")
    return ConfidenceResponse(step)


def parse_order(body: Json, data: object) -> OrderResponse:
    known = [step["id"] for step in body["steps"]]
    steps = read_ids(
        read_object(data, at="response", required=["steps"])["steps"],
        at="steps",
        known=known,
        unknown="unknown_step",
        limit=len(known),
    )
    wrong = twice(steps) or tuple(one for one in known if one not in steps)
    if wrong:
        raise ResponseError("not_a_permutation", numbers=(), steps=wrong)
    return OrderResponse(steps)
