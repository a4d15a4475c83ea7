"""Read the response to a spotter: which pieces were marked, and as what."""

from dataclasses import dataclass

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import SHOWN, Json, read_object, read_one_of


@dataclass(frozen=True)
class SegmentMark:
    """A piece that was marked; the technique is None where no name is asked for."""

    segment: str
    technique: str | None = None


@dataclass(frozen=True)
class SpotterResponse:
    """Marks in the order of the text; none means "no manipulation here"."""

    marks: tuple[SegmentMark, ...]


def asks_names(body: Json) -> bool:
    """Tell whether marks are named: one technique alone would name itself."""
    return len(body["techniques"] or ()) > 1


def parse_spotter(body: Json, data: object) -> SpotterResponse:
    """Read `{"marks": {segment: technique or None}, "nothing": bool}`."""
    given = read_object(data, at="response", required=["marks", "nothing"])
    marks, nothing = given["marks"], given["nothing"]
    known = [segment["id"] for segment in body["segments"]]
    if not isinstance(marks, dict):
        raise ResponseError("wrong_shape", at="marks")
    if not isinstance(nothing, bool):
        raise ResponseError("wrong_shape", at="nothing")
    for segment in marks:
        if segment not in known:
            raise ResponseError("unknown_segment", id=str(segment)[:SHOWN])
    if nothing and marks:
        raise ResponseError("marked_and_nothing")
    if not nothing and not marks:
        raise ResponseError("nothing_marked")
    return SpotterResponse(
        tuple(_read_mark(body, one, marks[one]) for one in known if one in marks)
    )


def _read_mark(body: Json, segment: str, data: object) -> SegmentMark:
    technique = read_one_of(
        data, at="marks", known=body["techniques"], unknown="unknown_technique"
    )
    if technique is None and asks_names(body):
        raise ResponseError("technique_missing", segment=segment)
    if technique is not None and not asks_names(body):
        raise ResponseError("not_asked", key="technique")
    return SegmentMark(segment, technique)
