"""Grade any format, and name the counters that an answer raises."""

from collections.abc import Callable
from typing import Any, NamedTuple

from quizzes.scoring import (
    chat,
    choice,
    confidence,
    feed,
    inspector,
    order,
    search,
    sort,
    spotter,
)
from quizzes.scoring.errors import ResponseError
from quizzes.scoring.mark import Mark
from quizzes.scoring.reading import Json
from quizzes.scoring.responses import (
    ChatResponse,
    ChoiceResponse,
    ConfidenceResponse,
    FeedResponse,
    InspectorResponse,
    OrderResponse,
    Response,
    SearchResponse,
    SortResponse,
    SpotterResponse,
)

Details = (
    choice.ChoiceDetails
    | confidence.ConfidenceDetails
    | order.OrderDetails
    | feed.FeedDetails
    | chat.ChatDetails
    | spotter.SpotterDetails
    | inspector.InspectorDetails
    | sort.SortDetails
    | search.SearchDetails
)


class Format(NamedTuple):
    """What a format's answers are, what they are worth, and what they count as."""

    response: type[Response]
    grade: Callable[[Json, Any], Mark[Details]]
    names: Callable[[Any, Mark[Any]], list[str]]


def grade(snapshot: Json, response: Response) -> Mark[Details]:
    """Return what the response is worth by the snapshot's format.

    Raise ResponseError if the response is of another format than the snapshot.
    """
    own = FORMATS[snapshot["format"]]
    if not isinstance(response, own.response):
        raise ResponseError("unknown_format", id=type(response).__name__)
    return own.grade(snapshot, response)


def tally_names(snapshot: Json, response: Response, mark: Mark[Details]) -> list[str]:
    """Return the counters to raise by one, each once.

    Always "answers", and the outcome if there is a verdict ("right", "partly",
    "not_quite", "not_sure"); then by format: option:<id> · step:<1 to 5> ·
    place:<step id>:<place> · post:<id>:<decision>, post:<id>:checked,
    post:<id>:category:<word>, post:<id>:feeling:<word>, post:<id>:reason:<word> ·
    choice:<id>, flag:<id>, end:<key> · flagged or nothing, segment:<id>,
    segment:<id>:<technique> · spot:<id>, verdict:<word> ·
    card:<id>:<category id> · search:<id>, open:<id>, verdict:<word>,
    evidence:<id or none>, first:<kind or none>.
    """
    names = ["answers"]
    if mark.outcome != "done":
        names.append(mark.outcome)
    return names + FORMATS[snapshot["format"]].names(response, mark)


FORMATS = {
    "choice": Format(ChoiceResponse, choice.grade, choice.tally_names),
    "confidence": Format(ConfidenceResponse, confidence.grade, confidence.tally_names),
    "order": Format(OrderResponse, order.grade, order.tally_names),
    "feed": Format(FeedResponse, feed.grade, feed.tally_names),
    "chat": Format(ChatResponse, chat.grade, chat.tally_names),
    "spotter": Format(SpotterResponse, spotter.grade, spotter.tally_names),
    "inspector": Format(InspectorResponse, inspector.grade, inspector.tally_names),
    "sort": Format(SortResponse, sort.grade, sort.tally_names),
    "search": Format(SearchResponse, search.grade, search.tally_names),
}
