"""Read the response to a choice."""

from dataclasses import dataclass

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import (
    Json,
    read_ids,
    read_object,
    refuse_repeats,
)


@dataclass(frozen=True)
class ChoiceResponse:
    options: tuple[str, ...]


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
