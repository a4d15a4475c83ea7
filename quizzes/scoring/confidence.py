"""True or false, with how sure: one of five steps says both."""

from dataclasses import dataclass

from quizzes.scoring.errors import SnapshotError
from quizzes.scoring.mark import Mark, Outcome
from quizzes.scoring.reading import Json
from quizzes.scoring.responses import ConfidenceResponse

# P(true) of each step, in hundredths.
PERCENT = {1: 5, 2: 25, 3: 50, 4: 75, 5: 95}


@dataclass(frozen=True)
class ConfidenceDetails:
    """`unsure_and_right` is "probably", and right; "not sure" is never right."""

    step: int
    is_accurate: bool
    certain_and_wrong: bool
    unsure_and_right: bool


def grade(snapshot: Json, response: ConfidenceResponse) -> Mark[ConfidenceDetails]:
    """Points are hundredths: round(100 * (1 - (P - o)**2)), o = 1 if accurate.

    Right if (P > 0.5) == o. Raise SnapshotError for an item that is neither accurate
    nor misleading: it has no truth to be sure of.
    """
    if snapshot["veracity"] not in ("accurate", "misleading"):
        raise SnapshotError(f"no true or false in {snapshot['veracity']!r}")
    step, is_accurate = response.step, snapshot["veracity"] == "accurate"
    is_right = step != 3 and (step > 3) == is_accurate
    outcome: Outcome = "right" if is_right else "not_quite"
    details = ConfidenceDetails(
        step=step,
        is_accurate=is_accurate,
        certain_and_wrong=step in (1, 5) and not is_right,
        unsure_and_right=step in (2, 4) and is_right,
    )
    return Mark(
        "not_sure" if step == 3 else outcome, points(step, is_accurate), 100, details
    )


def points(step: int, is_accurate: bool) -> int:
    """Return 0 to 100, rounded half up, in whole numbers all the way."""
    off = PERCENT[step] - (100 if is_accurate else 0)
    return (100 * 100 - off * off + 50) // 100


def tally_names(
    response: ConfidenceResponse, mark: Mark[ConfidenceDetails]
) -> list[str]:
    """Name the counter of the step."""
    return [f"step:{response.step}"]
