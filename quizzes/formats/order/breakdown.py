"""What exactly was answered to a version: order."""

from quizzes.formats.order.scoring import places_of
from quizzes.formats.tables import Breakdown, grid
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts
from quizzes.scoring.reading import Json


def breakdown(snapshot: Json, counts: Counts) -> list[Breakdown]:
    steps = snapshot["body"]["steps"]
    places = places_of(snapshot)
    things = [
        (one["id"], one["text"], {str(place) for place in places[one["id"]]})
        for one in steps
    ]
    found = counters.by_pair(counts, "place")
    columns = [(str(place), place) for place in range(1, len(steps) + 1)]
    return [grid("places", things, columns, found, counts)]
