"""Names of the counters that a finished set or feed raises: reports count no rows.

A set is a learner's first finished go at the activities of one page: the four of a
check, or a quiz, without what gives no verdict (feed, chat). From these counters the
measures of a cohort are computed; `counters` reads them back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

HALVES = ("misleading", "accurate")
# What a page counts when a learner begins its set for the first time, and ends it.
STARTED, FINISHED = "started", "finished"


@dataclass(frozen=True)
class SetAnswer:
    """One answer of a finished set; `flag`: it was taken for misleading.

    `step` is that of a confidence, else None.
    """

    activity: str
    veracity: str
    is_right: bool
    flag: bool | None
    options: tuple[str, ...] = ()
    step: int | None = None


def item_names(answers: Sequence[SetAnswer], place: int) -> list[str]:
    """Return the counters of one item's version.

    set:<others>:<rest score>:<1 right, 0 not> · half:… the same among the items of
    its own half · pick:<others>:<rest score>:<option>
    """
    answer = answers[place]
    others = len(answers) - 1
    rest = sum(one.is_right for one in answers) - answer.is_right
    names = [f"set:{others}:{rest}:{answer.is_right:d}"]
    if answer.veracity in HALVES:
        half = [one for one in answers if one.veracity == answer.veracity]
        own = sum(one.is_right for one in half) - answer.is_right
        names.append(f"half:{len(half) - 1}:{own}:{answer.is_right:d}")
    return names + [f"pick:{others}:{rest}:{option}" for option in answer.options]


def set_names(answers: Sequence[SetAnswer]) -> list[str]:
    """Return the counters of the page; `STARTED` was raised when the set began.

    finished · total:<all|misleading|accurate>:<items>:<right> ·
    item:<activity>:<1|0> · sure:<activity>:<step>:<1 accurate, 0 misleading> ·
    detect:<hits>:<misleading>:<false alarms>:<accurate> (items with a flag)
    """
    names = [FINISHED]
    for half in ("all", *HALVES):
        part = [one for one in answers if half in ("all", one.veracity)]
        if part:
            right = sum(one.is_right for one in part)
            names.append(f"total:{half}:{len(part)}:{right}")
    names += [f"item:{one.activity}:{one.is_right:d}" for one in answers]
    names += [
        f"sure:{one.activity}:{one.step}:{one.veracity == 'accurate':d}"
        for one in answers
        if one.step is not None
    ]
    told = [one for one in answers if one.flag is not None]
    counts = []
    for half in HALVES:
        flags = [bool(one.flag) for one in told if one.veracity == half]
        counts += [sum(flags), len(flags)]
    return [*names, "detect:" + ":".join(map(str, counts))]
