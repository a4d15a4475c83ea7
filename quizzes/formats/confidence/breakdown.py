"""What exactly was answered to a version: confidence."""

from quizzes import words
from quizzes.formats.tables import Breakdown, bars
from quizzes.scoring.counters import Counts
from quizzes.scoring.reading import Json


def breakdown(snapshot: Json, counts: Counts) -> list[Breakdown]:
    is_accurate = snapshot["veracity"] == "accurate"
    steps = (
        (str(step), label, None if step == 3 else (step > 3) == is_accurate)
        for step, label in words.STEPS
    )
    return [bars("steps", steps, counts, "step")]
