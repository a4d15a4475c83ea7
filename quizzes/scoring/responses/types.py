"""What a learner answered, one shape per format."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChoiceResponse:
    options: tuple[str, ...]


@dataclass(frozen=True)
class ConfidenceResponse:
    """One of five steps: 1 certainly false, 3 not sure, 5 certainly true."""

    step: int


@dataclass(frozen=True)
class OrderResponse:
    """All step ids, in the learner's order."""

    steps: tuple[str, ...]


@dataclass(frozen=True)
class PostResponse:
    """What was done with one post; None where it was not asked or not answered."""

    post: str
    is_checked: bool
    decision: str
    category: str | None = None
    feeling: str | None = None
    reason: str | None = None
    accuracy: int | None = None


@dataclass(frozen=True)
class FeedResponse:
    """One for every post, in the order of the feed."""

    posts: tuple[PostResponse, ...]


@dataclass(frozen=True)
class ChatResponse:
    """Choice ids from the first node to an end, and the flags noticed on the way."""

    path: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True)
class SegmentMark:
    """A piece that was marked; the technique is None where no name is asked for."""

    segment: str
    technique: str | None = None


@dataclass(frozen=True)
class SpotterResponse:
    """Marks in the order of the text; none means "no manipulation here"."""

    marks: tuple[SegmentMark, ...]


@dataclass(frozen=True)
class InspectorResponse:
    """Spot ids, and the verdict or None where none is asked for."""

    spots: tuple[str, ...]
    verdict: str | None


@dataclass(frozen=True)
class SortResponse:
    """(card, category) for every card, in the snapshot's order."""

    cards: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SearchResponse:
    """Searches and opened results in order, the verdict, and what it rests on."""

    path: tuple[str, ...]
    verdict: str
    evidence: str | None


Response = (
    ChoiceResponse
    | ConfidenceResponse
    | OrderResponse
    | FeedResponse
    | ChatResponse
    | SpotterResponse
    | InspectorResponse
    | SortResponse
    | SearchResponse
)
