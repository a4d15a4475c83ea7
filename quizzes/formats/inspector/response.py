"""Read the response to an inspector: the places picked, and the verdict."""

from dataclasses import dataclass

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import (
    Json,
    read_ids,
    read_object,
    read_one_of,
    refuse_repeats,
)

FITS, NOT, UNSURE = "fits", "not", "unsure"
VERDICTS = (FITS, NOT, UNSURE)


@dataclass(frozen=True)
class InspectorResponse:
    """Spot ids, and the verdict or None where none is asked for."""

    spots: tuple[str, ...]
    verdict: str | None


def parse_inspector(body: Json, data: object) -> InspectorResponse:
    """Read `{"spots": [ids], "verdict": word or None}`.

    Whoever says that picture and caption do not fit names at least one place.
    """
    given = read_object(data, at="response", required=["spots", "verdict"])
    known = [spot["id"] for spot in body["spots"]]
    spots = read_ids(
        given["spots"],
        at="spots",
        known=known,
        unknown="unknown_spot",
        limit=len(known),
    )
    refuse_repeats(spots)
    verdict = read_one_of(
        given["verdict"], at="verdict", known=VERDICTS, unknown="unknown_verdict"
    )
    if body["asks_verdict"] and verdict is None:
        raise ResponseError("verdict_missing")
    if not body["asks_verdict"] and verdict is not None:
        raise ResponseError("not_asked", key="verdict")
    if not spots and verdict not in (FITS, UNSURE):
        raise ResponseError("spots_missing")
    return InspectorResponse(spots, verdict)
