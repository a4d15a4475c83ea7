"""Read the response to a chat."""

from dataclasses import dataclass

from quizzes.formats.chat.threads import walk
from quizzes.scoring.errors import ResponseError
from quizzes.scoring.reading import (
    Json,
    read_ids,
    read_object,
    read_texts,
    refuse_repeats,
)

# No chat is deeper than 12 (the publishing gate); this only stops a flood.
MAX_PATH = 40


@dataclass(frozen=True)
class ChatResponse:
    """Choice ids from the first node to an end, and the flags noticed on the way."""

    path: tuple[str, ...]
    flags: tuple[str, ...]


def parse_chat(body: Json, data: object) -> ChatResponse:
    given = read_object(data, at="response", required=["path", "flags"])
    path = read_texts(given["path"], at="path", limit=MAX_PATH)
    way = walk(body, path)
    if way.end is None:
        raise ResponseError("path_unfinished", node=way.turns[-1].node["key"])
    return ChatResponse(path, read_flags(body, given["flags"]))


def read_flags(body: Json, data: object) -> tuple[str, ...]:
    known = [flag["id"] for flag in body["flags"]]
    flags = read_ids(
        data, at="flags", known=known, unknown="unknown_flag", limit=len(known)
    )
    refuse_repeats(flags)
    return flags
