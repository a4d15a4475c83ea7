"""Example answers to a confidence."""

from typing import Any

from quizzes.scoring.reading import Json


def example(content: Json, is_right: bool) -> dict[str, Any]:
    return {"step": 5 if (content["veracity"] == "accurate") == is_right else 1}
