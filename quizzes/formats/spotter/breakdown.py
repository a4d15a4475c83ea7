"""What exactly was answered to a version: spotter."""

from quizzes import words
from quizzes.figures import figure
from quizzes.formats.spotter.scoring import is_trick
from quizzes.formats.tables import Bar, Bars, Breakdown
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts
from quizzes.scoring.measures.discernment import rate
from quizzes.scoring.measures.minimums import ITEM_DIFFICULTY
from quizzes.scoring.reading import Json


def breakdown(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body, answers = snapshot["body"], counts.get("answers", 0)
    marked = counters.by_id(counts, "segment")
    named = counters.by_pair(counts, "segment")
    labels = dict(words.TECHNIQUES)

    def compute() -> tuple[Bar, ...]:
        return tuple(
            Bar(
                label=one["text"],
                count=marked.get(one["id"], 0),
                share=rate(marked.get(one["id"], 0), answers) or 0,
                is_right=is_trick(one),
                names=tuple(
                    (labels.get(name, name), count)
                    for (id_, name), count in sorted(
                        named.items(), key=lambda item: -item[1]
                    )
                    if id_ == one["id"]
                ),
            )
            for one in body["segments"]
        )

    return [Bars("segments", figure(answers, ITEM_DIFFICULTY, compute))]
