"""What exactly was answered to a version: chat."""

from quizzes.formats.tables import Breakdown, bars
from quizzes.scoring.counters import Counts
from quizzes.scoring.reading import Json


def breakdown(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    ends = ((one["key"], one["title"], None) for one in body["ends"])
    flags = ((one["id"], one["text"], one["present"]) for one in body["flags"])
    replies = (
        (one["id"], one["text"], {"safe": True, "risky": False}.get(one["quality"]))
        for node in body["nodes"]
        for one in node["choices"]
    )
    return [
        bars("ends", ends, counts, "end"),
        bars("flags", flags, counts, "flag"),
        bars("replies", replies, counts, "choice"),
    ]
