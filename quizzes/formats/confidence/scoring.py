"""True or false, with how sure: one of five steps says both."""

from dataclasses import dataclass

from quizzes.formats.confidence.response import ConfidenceResponse, parse_confidence
from quizzes.scoring.certainty import points
from quizzes.scoring.errors import SnapshotError
from quizzes.scoring.mark import Mark, Outcome
from quizzes.scoring.reading import Json
from quizzes.scoring.rules import Judgement, Rules


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


def tally_names(
    response: ConfidenceResponse, mark: Mark[ConfidenceDetails]
) -> list[str]:
    """Name the counter of the step."""
    return [f"step:{response.step}"]


def judgement(response: ConfidenceResponse) -> Judgement:
    """The middle step does not say."""
    flag = None if response.step == 3 else response.step < 3
    return Judgement(flag=flag, step=response.step)


RULES = Rules(ConfidenceResponse, parse_confidence, grade, tally_names, judgement)
