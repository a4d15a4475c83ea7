"""Example answers to a choice."""

from typing import Any

from quizzes.scoring.reading import Json


def example(content: Json, is_right: bool) -> dict[str, Any]:
    body = content["body"]
    picked = [one["id"] for one in body["options"] if one["correct"] == is_right]
    return {"options": picked if body["several"] else picked[:1]}
