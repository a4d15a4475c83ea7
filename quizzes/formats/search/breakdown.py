"""What exactly was answered to a version: search."""

from quizzes import words
from quizzes.formats.search.scoring import RIGHT_VERDICTS
from quizzes.formats.tables import Breakdown, bars, verdict_things
from quizzes.scoring.counters import Counts
from quizzes.scoring.reading import Json


def breakdown(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    right = RIGHT_VERDICTS.get(snapshot["veracity"])
    ways = (
        (one["id"], one["label"], int(one["worth"]) > 0) for one in body["searches"]
    )
    results = [
        (one["id"], one["title"], int(one["worth"]) > 0)
        for way in body["searches"]
        for one in way["results"]
    ]
    return [
        bars("verdicts", verdict_things(words.VERDICTS, right), counts, "verdict"),
        bars("ways", ways, counts, "search"),
        bars("results", results, counts, "open"),
    ]
