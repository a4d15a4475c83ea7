"""What one answer was worth."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Outcome = Literal["right", "partly", "not_quite", "not_sure", "done"]
Details = TypeVar("Details", covariant=True)


@dataclass(frozen=True)
class Mark(Generic[Details]):
    """An outcome, whole points out of so many, and what the feedback needs.

    The unit of a point is the format's own: its `grade` says which. "done" is for
    formats that give no verdict on the whole (feed, chat). `details` is the format's
    own frozen dataclass; `asdict` of dataclasses makes JSON of a mark.
    """

    outcome: Outcome
    points: int
    out_of: int
    details: Details
