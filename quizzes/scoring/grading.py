"""Grade any format, and name the counters that an answer raises."""

from quizzes.scoring import chat, choice, confidence, feed, inspector, order, spotter
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
)

RESPONSES: dict[str, type[Response]] = {
    "choice": ChoiceResponse,
    "confidence": ConfidenceResponse,
    "order": OrderResponse,
    "feed": FeedResponse,
    "chat": ChatResponse,
    "spotter": SpotterResponse,
    "inspector": InspectorResponse,
}


def grade(snapshot: Json, response: Response) -> Mark[Details]:
    """Return what the response is worth by the snapshot's format.

    Raise ResponseError if the response is of another format than the snapshot.
    """
    if not isinstance(response, RESPONSES[snapshot["format"]]):
        raise ResponseError("unknown_format", id=type(response).__name__)
    match response:
        case ChoiceResponse():
            return choice.grade(snapshot, response)
        case ConfidenceResponse():
            return confidence.grade(snapshot, response)
        case OrderResponse():
            return order.grade(snapshot, response)
        case FeedResponse():
            return feed.grade(snapshot, response)
        case ChatResponse():
            return chat.grade(snapshot, response)
        case SpotterResponse():
            return spotter.grade(snapshot, response)
        case InspectorResponse():
            return inspector.grade(snapshot, response)


def tally_names(snapshot: Json, response: Response, mark: Mark[Details]) -> list[str]:
    """Return the counters to raise by one, each once.

    Always "answers", and the outcome if there is a verdict ("right", "partly",
    "not_quite", "not_sure"); then by format: option:<id> · step:<1 to 5> ·
    place:<step id>:<place> · post:<id>:<decision>, post:<id>:checked,
    post:<id>:category:<word>, post:<id>:feeling:<word>, post:<id>:reason:<word> ·
    choice:<id>, flag:<id>, end:<key> · flagged or nothing, segment:<id>,
    segment:<id>:<technique> · spot:<id>, verdict:<word>.
    """
    names = ["answers"]
    if mark.outcome != "done":
        names.append(mark.outcome)
    match response:
        case ChoiceResponse():
            names += [f"option:{option}" for option in response.options]
        case ConfidenceResponse():
            names.append(f"step:{response.step}")
        case OrderResponse():
            places = enumerate(response.steps, 1)
            names += [f"place:{step}:{place}" for place, step in places]
        case FeedResponse():
            names += _feed_names(response)
        case ChatResponse():
            names += [f"choice:{one}" for one in dict.fromkeys(response.path)]
            names += [f"flag:{flag}" for flag in response.flags]
        case SpotterResponse():
            names += spotter.tally_names(response)
        case InspectorResponse():
            names += inspector.tally_names(response)
    if isinstance(mark.details, chat.ChatDetails):
        names.append(f"end:{mark.details.end}")
    return names


def _feed_names(response: FeedResponse) -> list[str]:
    names = []
    for one in response.posts:
        names.append(f"post:{one.post}:{one.decision}")
        if one.is_checked:
            names.append(f"post:{one.post}:checked")
        words = {
            "category": one.category,
            "feeling": one.feeling,
            "reason": one.reason,
        }
        names += [
            f"post:{one.post}:{key}:{word}" for key, word in words.items() if word
        ]
    return names
