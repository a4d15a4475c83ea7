"""Read the response to a confidence."""

from dataclasses import dataclass

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import (
    Json,
    read_object,
    read_whole,
)


@dataclass(frozen=True)
class ConfidenceResponse:
    """One of five steps: 1 certainly false, 3 not sure, 5 certainly true."""

    step: int


def parse_confidence(body: Json, data: object) -> ConfidenceResponse:
    given = read_object(data, at="response", required=["step"])["step"]
    step = read_whole(given, at="step", low=1, high=5)
    if step is None:
        raise ResponseError("nothing_chosen")
    return ConfidenceResponse(step)
