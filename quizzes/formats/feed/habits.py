"""What a finished feed says about habits: the numbers of its last page."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.formats.feed.posts import PostNote


@dataclass(frozen=True)
class FeedHabits:
    """Counts of posts; with them ShareDisc, CheckRate and OverReport.

    "Misleading" and "accurate" go by veracity; a true post to be reported is in
    neither. What is accurate is left when it is skipped or reported.
    `codes` are three sentences, on checking, misleading and accurate posts:
    checked_all|checked_some|checked_none,
    stopped_all|stopped_some|stopped_none|nothing_misleading,
    over_reported|trusted_all|trusted_some|trusted_none|nothing_accurate.
    """

    posts: int
    checked: int
    misleading: int
    misleading_checked: int
    misleading_shared: int
    misleading_stopped: int
    accurate: int
    accurate_shared: int
    accurate_left: int
    over_reports: int
    left_accurate: tuple[str, ...]
    codes: tuple[str, str, str]


def habits(notes: Sequence[PostNote]) -> FeedHabits:
    misleading = [note for note in notes if note.veracity == "misleading"]
    accurate = [note for note in notes if note.kind == "accurate"]
    checked = _count_checked(notes)
    stopped = sum(note.decision != "share" for note in misleading)
    left = tuple(note.post for note in accurate if note.decision != "share")
    shared = len(accurate) - len(left)
    over_reports = sum(note.is_over_report for note in notes)
    trust = _code("trusted", shared, len(accurate), "nothing_accurate")
    return FeedHabits(
        posts=len(notes),
        checked=checked,
        misleading=len(misleading),
        misleading_checked=_count_checked(misleading),
        misleading_shared=len(misleading) - stopped,
        misleading_stopped=stopped,
        accurate=len(accurate),
        accurate_shared=shared,
        accurate_left=len(left),
        over_reports=over_reports,
        left_accurate=left,
        codes=(
            _code("checked", checked, len(notes), "checked_none"),
            _code("stopped", stopped, len(misleading), "nothing_misleading"),
            "over_reported" if over_reports else trust,
        ),
    )


def _count_checked(notes: Sequence[PostNote]) -> int:
    return sum(note.is_checked for note in notes)


def _code(habit: str, count: int, of: int, nothing: str) -> str:
    if not of:
        return nothing
    if count == of:
        return f"{habit}_all"
    return f"{habit}_some" if count else f"{habit}_none"
