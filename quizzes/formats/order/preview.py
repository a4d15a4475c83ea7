"""Example answers to an order."""

from typing import Any

from quizzes.scoring.reading import Json


def example(content: Json, is_right: bool) -> dict[str, Any]:
    steps = [step["id"] for step in content["body"]["steps"]]
    return {"steps": steps if is_right else steps[::-1]}
