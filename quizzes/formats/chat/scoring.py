"""Chat: a conversation that branches, with pauses that ask what felt off.

Moves are the plain JSON that an attempt keeps, in order, made by `advance` alone:
`{"choice": id, "flags": [ids]}`. One step back, to think again, is `moves[:-1]`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.formats.chat.response import MAX_PATH, ChatResponse, parse_chat, read_flags
from quizzes.formats.chat.threads import Turn, walk
from quizzes.scoring.errors import ResponseError
from quizzes.scoring.mark import Mark
from quizzes.scoring.reading import Json, read_object
from quizzes.scoring.rules import Rules, Steps

Moves = Sequence[Json]


@dataclass(frozen=True)
class TurnNote:
    """Margin notes of one node: its stage, the flags really there, what was chosen.

    Flags that no pause asked for any more are `unasked`: nobody missed them.
    """

    node: str
    stage: str
    noticed: tuple[str, ...]
    missed: tuple[str, ...]
    unasked: tuple[str, ...]
    choice: str
    quality: str


@dataclass(frozen=True)
class ChatDetails:
    """`exit_turn` counts from 1; it and `exit_node` are None without such a node.

    `false_flags` were noticed, but are no signs at all; `absent_flags` are real ones
    of messages that this path did not pass.
    """

    end: str
    end_type: str
    exit_turn: int | None
    exit_node: str | None
    asked_for_help: bool
    noticed: tuple[str, ...]
    missed: tuple[str, ...]
    false_flags: tuple[str, ...]
    absent_flags: tuple[str, ...]
    turns: tuple[TurnNote, ...]


@dataclass(frozen=True)
class ChatState:
    """Where a chat stands: the turns so far, and either the current node or the end.

    Nodes, choices and the end are as the snapshot has them; the last turn is the
    current node's and has no choice yet. `flags` were noticed so far.
    """

    turns: tuple[Turn, ...]
    node: Json | None
    end: Json | None
    asks_for_flags: bool
    flags: tuple[str, ...]
    is_finished: bool


def grade(snapshot: Json, response: ChatResponse) -> Mark[ChatDetails]:
    """Points are present flags noticed, out of those a pause asked for. No verdict.

    A pause asks for all flags of the path up to it: whoever leaves early, as they may
    at any time, missed nothing after the last one. Raise ResponseError for a path that
    does not fit the snapshot.
    """
    body = snapshot["body"]
    way = walk(body, response.path)
    if way.end is None:
        raise ResponseError("path_unfinished", node=way.turns[-1].node["key"])
    real = [flag["id"] for flag in body["flags"] if flag["present"]]
    passed, asked = _flags(way.turns, real), _flags(_up_to_pause(way.turns), real)
    noticed = tuple(flag for flag in asked if flag in response.flags)
    missed = tuple(flag for flag in asked if flag not in noticed)
    others = [flag for flag in response.flags if flag not in passed]
    stages = [turn.node["stage"] for turn in way.turns]
    exits = stages.index("exit") if "exit" in stages else None
    details = ChatDetails(
        end=way.end["key"],
        end_type=way.end["type"],
        exit_turn=None if exits is None else exits + 1,
        exit_node=None if exits is None else way.turns[exits].node["key"],
        asked_for_help=way.end["type"] == "help" or "help" in stages,
        noticed=noticed,
        missed=missed,
        false_flags=tuple(flag for flag in others if flag not in real),
        absent_flags=tuple(flag for flag in others if flag in real),
        turns=tuple(_note(turn, real, noticed, missed) for turn in way.turns),
    )
    return Mark("done", len(noticed), len(asked), details)


def _flags(turns: Iterable[Turn], real: Sequence[str]) -> tuple[str, ...]:
    """Return the flags that are really there in these turns, each once."""
    passed = _once(flag for turn in turns for flag in turn.node["flags"])
    return tuple(flag for flag in passed if flag in real)


def _up_to_pause(turns: Sequence[Turn]) -> Sequence[Turn]:
    """Return the turns up to the last pause; none where there was no pause."""
    pauses = [number for number, turn in enumerate(turns, 1) if turn.node["pause"]]
    return turns[: max(pauses, default=0)]


def _note(
    turn: Turn, real: Sequence[str], noticed: Sequence[str], missed: Sequence[str]
) -> TurnNote:
    here = _flags([turn], real)
    choice = turn.choice or {}
    return TurnNote(
        node=turn.node["key"],
        stage=turn.node["stage"],
        noticed=tuple(flag for flag in here if flag in noticed),
        missed=tuple(flag for flag in here if flag in missed),
        unasked=tuple(flag for flag in here if flag not in (*noticed, *missed)),
        choice=choice["id"],
        quality=choice["quality"],
    )


def response(moves: Moves) -> dict[str, Any]:
    """Fold the moves into response data; each flag once."""
    flags = _once(flag for move in moves for flag in move["flags"])
    return {"path": [move["choice"] for move in moves], "flags": list(flags)}


def state(snapshot: Json, moves: Moves) -> ChatState:
    """Return where these moves lead."""
    folded = response(moves)
    way = walk(snapshot["body"], folded["path"])
    node = None if way.end else way.turns[-1].node
    return ChatState(
        turns=way.turns,
        node=node,
        end=way.end,
        asks_for_flags=bool(node and node["pause"]),
        flags=tuple(folded["flags"]),
        is_finished=way.end is not None,
    )


def advance(snapshot: Json, moves: Moves, move: object) -> list[dict[str, Any]]:
    """Return the moves with one more: `{"choice": id, "flags": [ids]}` from outside.

    Flags may be left out, and are dropped where the chat does not pause for them.
    Raise ResponseError: nothing_chosen, choice_not_in_node, after_the_end,
    unknown_flag, repeated, too_many, wrong shapes.
    """
    given = read_object(move, at="move", required=["choice"], optional=["flags"])
    choice = given["choice"]
    if choice is None:
        raise ResponseError("nothing_chosen")
    if not isinstance(choice, str):
        raise ResponseError("wrong_shape", at="choice")
    if len(moves) >= MAX_PATH:
        raise ResponseError("too_many", limit=MAX_PATH)
    flags = read_flags(snapshot["body"], given.get("flags", []))
    now = state(snapshot, moves)
    walk(snapshot["body"], [*response(moves)["path"], choice])
    kept = [dict(one) for one in moves]
    return [
        *kept,
        {"choice": choice, "flags": list(flags) if now.asks_for_flags else []},
    ]


def tally_names(response: ChatResponse, mark: Mark[ChatDetails]) -> list[str]:
    """Name the counters of replies, each once, of noticed signs and of the end."""
    return [
        *(f"choice:{one}" for one in _once(response.path)),
        *(f"flag:{flag}" for flag in response.flags),
        f"end:{mark.details.end}",
    ]


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def is_finished(snapshot: Json, moves: Moves) -> bool:
    return state(snapshot, moves).is_finished


RULES = Rules(
    ChatResponse,
    parse_chat,
    grade,
    tally_names,
    steps=Steps(advance, is_finished, response),
)
