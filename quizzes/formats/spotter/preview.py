"""Example answers to a spotter."""

from typing import Any

from quizzes.formats.spotter.response import asks_names

Json = dict[str, Any]


def example(content: Json, is_right: bool) -> Json:
    """Mark and name what has to be marked, or only a piece that is neutral."""
    body = content["body"]
    marks = {
        one["id"]: one["technique"]
        for one in body["segments"]
        if one["technique"] and one["required"]
    }
    if not is_right:
        neutral = [one["id"] for one in body["segments"] if not one["technique"]]
        marks = dict.fromkeys(neutral[:1], body["techniques"][0])
    if not asks_names(body):
        marks = dict.fromkeys(marks)
    return {"marks": marks, "nothing": not marks}
