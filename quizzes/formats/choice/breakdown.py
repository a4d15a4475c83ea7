"""What exactly was answered to a version: choice."""

from quizzes.figures import figure
from quizzes.formats.tables import Bar, Bars, Breakdown
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts
from quizzes.scoring.measures.discernment import rate
from quizzes.scoring.measures.items import OptionUse, ambiguous, distractors
from quizzes.scoring.measures.minimums import ITEM_DIFFICULTY, ITEM_DISTRACTORS, shown
from quizzes.scoring.reading import Json


def breakdown(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    sets = counters.joint(counts)
    answers, several = counts.get("answers", 0), body["several"]

    def compute() -> tuple[Bar, ...]:
        uses: dict[str, OptionUse] = {}
        if sets:
            table = counters.picks(counts, sets.others)
            uses = distractors(table, sets.persons if several else None)
            uses = shown(uses, sets.persons, ITEM_DISTRACTORS) or {}
        right = [one["id"] for one in body["options"] if one["correct"]]
        odd = ambiguous(uses, right[0]) if len(right) == 1 else []
        chosen = counters.by_id(counts, "option")
        return tuple(
            Bar(
                label=one["text"],
                count=chosen.get(one["id"], 0),
                share=rate(chosen.get(one["id"], 0), answers) or 0,
                is_right=one["correct"],
                mean_rest=uses[one["id"]].mean_rest if one["id"] in uses else None,
                is_ambiguous=one["id"] in odd,
            )
            for one in body["options"]
        )

    return [Bars("options", figure(answers, ITEM_DIFFICULTY, compute))]
