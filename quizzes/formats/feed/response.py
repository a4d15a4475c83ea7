"""Read the response to a feed, and one decision of it."""

from dataclasses import dataclass

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import (
    SHOWN,
    Json,
    read_object,
    read_one_of,
    read_texts,
    read_whole,
)

DECISIONS = ("share", "skip", "report")
CATEGORIES = ("spam", "scam", "false", "hate", "privacy", "danger")
FEELINGS = ("fear", "anger", "joy", "pride", "surprise", "sadness", "none")
# What decided: a kind of finding, the feeling that the post presses on, or neither.
REASONS = ("who", "date", "coverage", "picture", "words", "feeling", "unsure")
ANSWERS = ("category", "feeling", "reason", "accuracy")


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


def parse_feed(body: Json, data: object) -> FeedResponse:
    given = read_object(data, at="response", required=["posts"])["posts"]
    known = [post["id"] for post in body["posts"]]
    if not isinstance(given, dict):
        raise ResponseError("wrong_shape", at="posts")
    for post in given:
        if post not in known:
            raise ResponseError("unknown_post", id=str(post)[:SHOWN])
    missing = tuple(post for post in known if post not in given)
    if missing:
        raise ResponseError("incomplete_feed", missing=missing)
    return FeedResponse(tuple(_parse_post(body, post, given[post]) for post in known))


def _parse_post(body: Json, post: str, data: object) -> PostResponse:
    given = read_object(
        data,
        at=post,
        required=["moves", "decision"],
        optional=ANSWERS,
    )
    moves = read_texts(given["moves"], at="moves", limit=1)
    if moves not in ((), ("check",)):
        raise ResponseError("wrong_shape", at="moves")
    response = read_decision(post, bool(moves), given)
    asked = asked_of(body, response.decision)
    for key, is_asked in asked.items():
        if not is_asked and getattr(response, key) is not None:
            raise ResponseError("not_asked", key=key)
    return response


def asked_of(body: Json, decision: str) -> dict[str, bool]:
    """Say which of ANSWERS may come with this decision."""
    return {
        "category": decision == "report",
        "feeling": body["ask"] == "feeling",
        "reason": body["ask"] == "why",
        "accuracy": body["accuracy_prompt"],
    }


def read_decision(post: str, is_checked: bool, given: Json) -> PostResponse:
    """Read a decision on a post and the answers that came with it.

    Raise ResponseError: unknown_decision, unknown_category, unknown_feeling,
    unknown_reason, category_missing, out_of_range, wrong_shape.
    """
    decision = read_one_of(
        given["decision"], at="decision", known=DECISIONS, unknown="unknown_decision"
    )
    if decision is None:
        raise ResponseError("nothing_chosen")
    words = {
        key: read_one_of(given.get(key), at=key, known=known, unknown=f"unknown_{key}")
        for key, known in [
            ("category", CATEGORIES),
            ("feeling", FEELINGS),
            ("reason", REASONS),
        ]
    }
    if decision == "report" and words["category"] is None:
        raise ResponseError("category_missing", post=post)
    accuracy = read_whole(given.get("accuracy"), at="accuracy", low=1, high=5)
    return PostResponse(post, is_checked, decision, **words, accuracy=accuracy)
