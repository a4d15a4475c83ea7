"""What the decision on one post of a feed was worth."""

from dataclasses import dataclass
from typing import Literal

from quizzes.formats.feed.response import PostResponse
from quizzes.scoring.mark import Outcome
from quizzes.scoring.reading import Json

Kind = Literal["accurate", "harmless", "harmful", "unverifiable", "opinion"]

# Quarters of a point; "check" is the column "check then decide".
FULL = 4
WORTH: dict[Kind, dict[str, int]] = {
    "accurate": {"share": 4, "check": 4, "skip": 2, "report": 0},
    "harmless": {"share": 0, "check": 4, "skip": 4, "report": 2},
    "harmful": {"share": 0, "check": 2, "skip": 2, "report": 4},
    "unverifiable": {"share": 0, "check": 4, "skip": 4, "report": 1},
    "opinion": {"share": 4, "check": 4, "skip": 4, "report": 0},
}


@dataclass(frozen=True)
class PostNote:
    """`category_fits` and `feeling_fits` are None where none was given.

    So is the first where there is nothing that a post should be reported as.
    """

    post: str
    veracity: str
    kind: Kind
    is_checked: bool
    decision: str
    points: int
    out_of: int
    outcome: Outcome
    is_over_report: bool
    category_fits: bool | None
    feeling_fits: bool | None


def kind_of(post: Json) -> Kind:
    """Return the row of the table that the post belongs to.

    What can be reported is harmful even if it is true (a private photograph, an
    advertisement in a class group); what misleads is harmless only without any harm.
    """
    is_harm = post.get("harm", "none") != "none"
    is_misleading = post["veracity"] == "misleading"
    if post.get("report_category") or (is_misleading and is_harm):
        return "harmful"
    if is_misleading:
        return "harmless"
    kinds: dict[str, Kind] = {
        "accurate": "accurate",
        "unverifiable": "unverifiable",
        "opinion": "opinion",
    }
    return kinds[post["veracity"]]


def worth(kind: Kind, decision: str, is_checked: bool) -> int:
    """Return quarters, 0 to 4.

    A decision worth nothing stays worth nothing, checked or not: sharing what
    misleads, reporting what is fine. Any other decision after a check is worth the
    better of its own column and the column "check then decide".
    """
    own = WORTH[kind][decision]
    if is_checked and own:
        return max(own, WORTH[kind]["check"])
    return own


def note(post: Json, response: PostResponse) -> PostNote:
    kind = kind_of(post)
    category = post.get("report_category")
    points = worth(kind, response.decision, response.is_checked)
    outcome: Outcome = "partly" if points else "not_quite"
    is_report = response.decision == "report"
    return PostNote(
        post=post["id"],
        veracity=post["veracity"],
        kind=kind,
        is_checked=response.is_checked,
        decision=response.decision,
        points=points,
        out_of=FULL,
        outcome="right" if points == FULL else outcome,
        is_over_report=is_report and kind != "harmful",
        category_fits=_fits(response.category, category) if category else None,
        feeling_fits=_fits(response.feeling, post.get("feeling")),
    )


def _fits(given: str | None, expected: str | None) -> bool | None:
    return None if given is None else given == expected
