"""Names of the counters that a finished set raises, so that reports count no rows.

A set is a learner's first finished go at the activities of one page: the four of a
check, or a quiz. From these counters measures.md 3.3 and 3.5 are computed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.scoring.mark import Mark
from quizzes.scoring.reading import Json
from quizzes.scoring.responses import ChoiceResponse, ConfidenceResponse, Response


@dataclass(frozen=True)
class SetAnswer:
    """One answer of a finished set; `flag`: it was taken for misleading."""

    activity: str
    veracity: str
    is_right: bool
    flag: bool | None
    options: tuple[str, ...] = ()


def set_answer(
    activity: str, snapshot: Json, response: Response, mark: Mark[object]
) -> SetAnswer:
    """Return what an answer brings to its set."""
    options = response.options if isinstance(response, ChoiceResponse) else ()
    return SetAnswer(
        activity=activity,
        veracity=snapshot["veracity"],
        is_right=mark.outcome == "right",
        flag=flagged(snapshot, response, mark),
        options=options,
    )


def flagged(snapshot: Json, response: Response, mark: Mark[object]) -> bool | None:
    """Tell whether an answer takes its item for misleading; None: it does not say.

    The "yes" of signal detection (measures 3.3). A confidence says it by its step,
    "not sure" being left out; for formats that ask something else, right on a
    misleading item or not right on an accurate one counts as flagging. Items that
    are neither have no flag.
    """
    if snapshot["veracity"] not in ("misleading", "accurate"):
        return None
    if isinstance(response, ConfidenceResponse):
        return None if response.step == 3 else response.step < 3
    is_misleading: bool = snapshot["veracity"] == "misleading"
    return (mark.outcome == "right") == is_misleading


def item_names(answers: Sequence[SetAnswer], place: int) -> list[str]:
    """Return the counters of one item's version.

    set:<others>:<rest score>:<1 right, 0 not> · pick:<option>:<rest score>
    """
    answer = answers[place]
    others = len(answers) - 1
    rest = sum(one.is_right for one in answers) - answer.is_right
    return [
        f"set:{others}:{rest}:{answer.is_right:d}",
        *(f"pick:{option}:{rest}" for option in answer.options),
    ]


def set_names(answers: Sequence[SetAnswer]) -> list[str]:
    """Return the counters of the page.

    finished · total:<all|misleading|accurate>:<items>:<right> ·
    item:<activity>:<1|0> ·
    detect:<hits>:<misleading>:<false alarms>:<accurate> (items with a flag)
    """
    names = ["finished"]
    for half in ("all", "misleading", "accurate"):
        part = [one for one in answers if half in ("all", one.veracity)]
        if part:
            right = sum(one.is_right for one in part)
            names.append(f"total:{half}:{len(part)}:{right}")
    names += [f"item:{one.activity}:{one.is_right:d}" for one in answers]
    told = [one for one in answers if one.flag is not None]
    yes = {
        half: [one.flag for one in told if one.veracity == half]
        for half in ("misleading", "accurate")
    }
    counts = [
        number
        for flags in yes.values()
        for number in (sum(map(bool, flags)), len(flags))
    ]
    names.append("detect:" + ":".join(map(str, counts)))
    return names
