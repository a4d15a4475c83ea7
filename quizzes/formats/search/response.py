"""Read the response to a search, and the verdict that ends it."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.formats.search.trails import Step, follow
from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import SHOWN, Json, read_object, read_one_of, read_texts

VERDICTS = ("trust", "not", "unsure")


@dataclass(frozen=True)
class SearchResponse:
    """Searches and opened results in order, the verdict, and what it rests on."""

    path: tuple[str, ...]
    verdict: str
    evidence: str | None


def parse_search(body: Json, data: object) -> SearchResponse:
    keys = ["path", "verdict", "evidence"]
    given = read_object(data, at="response", required=keys)
    path = read_texts(given["path"], at="path", limit=body["budget"])
    steps = follow(body, path)
    verdict = read_verdict(given["verdict"])
    return SearchResponse(path, verdict, read_evidence(steps, given["evidence"]))


def read_verdict(data: object) -> str:
    verdict = read_one_of(data, at="verdict", known=VERDICTS, unknown="unknown_verdict")
    if verdict is None:
        raise ResponseError("nothing_chosen")
    return verdict


def read_evidence(steps: Sequence[Step], data: object) -> str | None:
    """Return the id of something that was read on the way, or None for nothing."""
    if data is None:
        return None
    if not isinstance(data, str):
        raise ResponseError("wrong_shape", at="evidence")
    if data not in [step.id for step in steps if step.is_evidence]:
        raise ResponseError("evidence_not_seen", id=data[:SHOWN])
    return data
