"""Example answers to an inspector."""

from typing import Any

from quizzes.formats.inspector import scoring as inspector

Json = dict[str, Any]


def example(content: Json, is_right: bool) -> Json:
    """Pick the clues and judge rightly, or neither."""
    body = content["body"]
    truth = inspector.truth_of(content)
    verdict = truth if is_right else "not" if truth == "fits" else "fits"
    spots = [one["id"] for one in body["spots"] if one["is_clue"] == is_right]
    return {"spots": spots, "verdict": verdict if body["asks_verdict"] else None}
