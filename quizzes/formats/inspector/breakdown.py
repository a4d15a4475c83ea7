"""What exactly was answered to a version: inspector."""

from quizzes import words
from quizzes.formats.inspector.scoring import truth_of
from quizzes.formats.tables import Breakdown, bars, verdict_things
from quizzes.scoring.counters import Counts
from quizzes.scoring.reading import Json


def breakdown(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    spots = ((one["id"], one["label"], one["is_clue"]) for one in body["spots"])
    found: list[Breakdown] = [bars("spots", spots, counts, "spot")]
    if body["asks_verdict"]:
        right = truth_of(snapshot)
        verdicts = verdict_things(words.PICTURE_VERDICTS, right)
        found.append(bars("verdicts", verdicts, counts, "verdict"))
    return found
