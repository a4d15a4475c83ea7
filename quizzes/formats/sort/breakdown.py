"""What exactly was answered to a version: sort."""

from quizzes.formats.tables import Breakdown, grid
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts
from quizzes.scoring.reading import Json


def breakdown(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    cards = [(one["id"], one["text"], set(one["accepted"])) for one in body["cards"]]
    columns = [(one["id"], one["name"]) for one in body["categories"]]
    found = counters.by_pair(counts, "card")
    return [grid("cards", cards, columns, found, counts)]
