"""Read the response to an order."""

from dataclasses import dataclass

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import (
    Json,
    read_ids,
    read_object,
    twice,
)


@dataclass(frozen=True)
class OrderResponse:
    """All step ids, in the learner's order."""

    steps: tuple[str, ...]


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
