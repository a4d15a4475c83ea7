"""Feed: share, pause and check, skip or report, one post after the other.

Moves are the plain JSON that an attempt keeps, in order, made by `advance` alone:
`{"post": id, "move": "check" | "accuracy" | "share" | "skip" | "report", …answers}`.
"accuracy" is a share that was held back to ask how accurate the post is; after it
every decision is open again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from quizzes.formats.feed.habits import FeedHabits, habits
from quizzes.formats.feed.posts import PostNote, note
from quizzes.formats.feed.response import (
    ANSWERS,
    FeedResponse,
    PostResponse,
    asked_of,
    parse_feed,
    read_decision,
)
from quizzes.scoring.errors import ResponseError
from quizzes.scoring.mark import Mark
from quizzes.scoring.reading import SHOWN, Json, read_object
from quizzes.scoring.rules import Rules, Steps

Arm = Literal["prompt", "none"]
Moves = Sequence[Json]


@dataclass(frozen=True)
class FeedDetails:
    """One note for every post, in the order of the feed."""

    posts: tuple[PostNote, ...]
    habits: FeedHabits


@dataclass(frozen=True)
class FeedState:
    """Where a feed stands.

    `post` is the one shown, as the snapshot has it, None when finished; `number`
    counts from 1. `decided` holds the notes of the posts behind, the newest last.
    """

    post: Json | None
    number: int
    total: int
    is_checked: bool
    waits_for_accuracy: bool
    is_finished: bool
    decided: tuple[PostNote, ...]


def grade(snapshot: Json, response: FeedResponse) -> Mark[FeedDetails]:
    """Points are quarters, four a post. No verdict on the whole: each post has one."""
    posts = {post["id"]: post for post in snapshot["body"]["posts"]}
    notes = tuple(note(posts[one.post], one) for one in response.posts)
    points, out_of = sum(n.points for n in notes), sum(n.out_of for n in notes)
    return Mark("done", points, out_of, FeedDetails(notes, habits(notes)))


def response(moves: Moves) -> dict[str, Any]:
    """Fold the moves into response data, of the posts that were decided."""
    posts: dict[str, dict[str, Any]] = {}
    for move in moves:
        post = posts.setdefault(
            move["post"], {"moves": [], "decision": None, **dict.fromkeys(ANSWERS)}
        )
        if move["move"] == "check":
            post["moves"].append("check")
        elif move["move"] != "accuracy":
            post["decision"] = move["move"]
        post.update((key, move[key]) for key in ANSWERS if key in move)
    return {"posts": {key: one for key, one in posts.items() if one["decision"]}}


def state(snapshot: Json, moves: Moves) -> FeedState:
    """Return where these moves lead. The post shown is the first undecided one."""
    posts = snapshot["body"]["posts"]
    done = _decided(moves)
    post = next((post for post in posts if post["id"] not in done), None)
    mine = [move["move"] for move in moves if post and move["post"] == post["id"]]
    return FeedState(
        post=post,
        number=min(len(done) + 1, len(posts)),
        total=len(posts),
        is_checked="check" in mine,
        waits_for_accuracy="accuracy" in mine,
        is_finished=post is None,
        decided=tuple(note(p, done[p["id"]]) for p in posts if p["id"] in done),
    )


def advance(
    snapshot: Json, moves: Moves, move: object, *, arm: Arm = "none"
) -> list[dict[str, Any]]:
    """Return the moves with one more: `{"post", "move", …answers}` from outside.

    With the arm "prompt", in a feed that has the accuracy step, a share that brings
    no accuracy opens that step instead. A second check of the same post adds
    nothing. Answers to what was not asked (a category with a skip) are dropped.
    Raise ResponseError: finished, unknown_post, already_decided, not_this_post,
    accuracy_missing, those of `read_decision`, wrong shapes.
    """
    given = read_object(move, at="move", required=["post", "move"], optional=ANSWERS)
    now = state(snapshot, moves)
    post = _shown(snapshot, now, given["post"])
    kept = [dict(one) for one in moves]
    if given["move"] == "check":
        return kept if now.is_checked else [*kept, {"post": post, "move": "check"}]
    decision = read_decision(post, now.is_checked, {**given, "decision": given["move"]})
    step = decision.decision
    prompts = arm == "prompt" and snapshot["body"]["accuracy_prompt"]
    if prompts and step == "share" and decision.accuracy is None:
        if now.waits_for_accuracy:
            raise ResponseError("accuracy_missing", post=post)
        step = "accuracy"
    asked = asked_of(snapshot["body"], step)
    asked["accuracy"] = prompts and (now.waits_for_accuracy or step == "share")
    answers = {key: getattr(decision, key) for key in ANSWERS if asked[key]}
    given_answers = {key: one for key, one in answers.items() if one is not None}
    return [*kept, {"post": post, "move": step, **given_answers}]


def tally_names(response: FeedResponse, mark: Mark[FeedDetails]) -> list[str]:
    """Name the counters of what was done with each post, and said of it."""
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


def _shown(snapshot: Json, now: FeedState, post: object) -> str:
    """Return the id of the post shown if that is the one meant."""
    if not isinstance(post, str):
        raise ResponseError("wrong_shape", at="post")
    if post not in [one["id"] for one in snapshot["body"]["posts"]]:
        raise ResponseError("unknown_post", id=post[:SHOWN])
    if now.post is None:
        raise ResponseError("finished")
    if post in [one.post for one in now.decided]:
        raise ResponseError("already_decided", post=post)
    if post != now.post["id"]:
        raise ResponseError("not_this_post", shown=now.post["id"])
    return post


def _decided(moves: Moves) -> dict[str, PostResponse]:
    return {
        key: PostResponse(
            post=key,
            is_checked="check" in one["moves"],
            decision=one["decision"],
            **{answer: one[answer] for answer in ANSWERS},
        )
        for key, one in response(moves)["posts"].items()
    }


def feed_names(arm: str, habits: FeedHabits) -> list[str]:
    """Return the counters of one person's finished feed, on the feed's version.

    discern:<arm>:<shared accurate>:<accurate>:<shared misleading>:<misleading> ·
    checks:<misleading checked>:<misleading>
    """
    shares = (
        habits.accurate_shared,
        habits.accurate,
        habits.misleading_shared,
        habits.misleading,
    )
    return [
        f"discern:{arm}:" + ":".join(map(str, shares)),
        f"checks:{habits.misleading_checked}:{habits.misleading}",
    ]


def person_names(arm: str, mark: Mark[FeedDetails]) -> list[str]:
    return feed_names(arm, mark.details.habits)


def is_finished(snapshot: Json, moves: Moves) -> bool:
    return state(snapshot, moves).is_finished


RULES = Rules(
    FeedResponse,
    parse_feed,
    grade,
    tally_names,
    person_names=person_names,
    steps=Steps(advance, is_finished, response, has_arms=True),
)
