"""Read JSON that came from outside, strictly: any fault is a ResponseError."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from quizzes.scoring.errors import ResponseError

Json = Mapping[str, Any]

SHOWN = 40


def read_object(
    data: object, *, at: str, required: Sequence[str], optional: Sequence[str] = ()
) -> dict[str, object]:
    """Return an object that has all required keys and no others but the optional."""
    if not isinstance(data, dict):
        raise ResponseError("wrong_shape", at=at)
    for key in data:
        if key not in required and key not in optional:
            raise ResponseError("unknown_key", key=str(key)[:SHOWN])
    for key in required:
        if key not in data:
            raise ResponseError("missing_key", key=key)
    return data


def read_ids(
    data: object, *, at: str, known: Collection[str], unknown: str, limit: int
) -> tuple[str, ...]:
    """Return a list of known ids, repeats and all; `unknown` is the fault's code."""
    ids = read_texts(data, at=at, limit=limit)
    for one in ids:
        if one not in known:
            raise ResponseError(unknown, id=one[:SHOWN])
    return ids


def read_texts(data: object, *, at: str, limit: int) -> tuple[str, ...]:
    if not isinstance(data, list):
        raise ResponseError("wrong_shape", at=at)
    if len(data) > limit:
        raise ResponseError("too_many", limit=limit)
    if not all(isinstance(one, str) for one in data):
        raise ResponseError("wrong_shape", at=at)
    return tuple(data)


def refuse_repeats(ids: Sequence[str]) -> None:
    for one in twice(ids):
        raise ResponseError("repeated", id=one)


def twice(ids: Sequence[str]) -> tuple[str, ...]:
    """Return what occurs more than once, each once, in order of appearance."""
    return tuple(one for one in dict.fromkeys(ids) if ids.count(one) > 1)


def read_one_of(
    data: object, *, at: str, known: Collection[str], unknown: str
) -> str | None:
    """Return a word of the list, or None when there is none."""
    if data is None:
        return None
    if not isinstance(data, str):
        raise ResponseError("wrong_shape", at=at)
    if data not in known:
        raise ResponseError(unknown, id=data[:SHOWN])
    return data


def read_whole(data: object, *, at: str, low: int, high: int) -> int | None:
    """Return a whole number within both ends, or None when there is none."""
    if data is None:
        return None
    if not isinstance(data, int) or isinstance(data, bool):
        raise ResponseError("wrong_shape", at=at)
    if not low <= data <= high:
        raise ResponseError("out_of_range", at=at, low=low, high=high)
    return data
