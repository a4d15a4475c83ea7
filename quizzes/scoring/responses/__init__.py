"""Turn JSON from outside into a typed response, or say exactly what is wrong."""

from collections.abc import Callable

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import SHOWN, Json
from quizzes.scoring.responses.chat import parse_chat
from quizzes.scoring.responses.feed import (
    CATEGORIES,
    DECISIONS,
    FEELINGS,
    REASONS,
    parse_feed,
)
from quizzes.scoring.responses.inspector import parse_inspector
from quizzes.scoring.responses.search import parse_search
from quizzes.scoring.responses.short import parse_choice, parse_confidence, parse_order
from quizzes.scoring.responses.sort import parse_sort
from quizzes.scoring.responses.spotter import parse_spotter
from quizzes.scoring.responses.types import (
    ChatResponse,
    ChoiceResponse,
    ConfidenceResponse,
    FeedResponse,
    InspectorResponse,
    OrderResponse,
    PostResponse,
    Response,
    SearchResponse,
    SegmentMark,
    SortResponse,
    SpotterResponse,
)

__all__ = [
    "CATEGORIES",
    "DECISIONS",
    "FEELINGS",
    "REASONS",
    "ChatResponse",
    "ChoiceResponse",
    "ConfidenceResponse",
    "FeedResponse",
    "InspectorResponse",
    "OrderResponse",
    "PostResponse",
    "Response",
    "ResponseError",
    "SearchResponse",
    "SegmentMark",
    "SortResponse",
    "SpotterResponse",
    "parse",
]

PARSERS: dict[str, Callable[[Json, object], Response]] = {
    "choice": parse_choice,
    "confidence": parse_confidence,
    "order": parse_order,
    "feed": parse_feed,
    "chat": parse_chat,
    "spotter": parse_spotter,
    "inspector": parse_inspector,
    "sort": parse_sort,
    "search": parse_search,
}


def parse(format: str, snapshot: Json, data: object) -> Response:
    """Return the response that the JSON value `data` holds.

    The snapshot is our own and taken as sound. Raise ResponseError for whatever is
    wrong with the data (errors.py lists the codes), and nothing else.
    """
    if format not in PARSERS:
        raise ResponseError("unknown_format", id=format[:SHOWN])
    return PARSERS[format](snapshot["body"], data)
