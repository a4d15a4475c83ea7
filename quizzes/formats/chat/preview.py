"""Example answers to a chat, and the states on the way."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from quizzes.formats.chat import scoring as chat

Json = dict[str, Any]

# Replies in the order in which a careful person would choose them.
CAREFUL = ("safe", "unsure", "risky")


def moves_to_pause(content: Json) -> list[Json]:
    """Follow the careful replies to the first pause; stay where there is none."""
    moves: list[Json] = []
    for choice in path_to_end(content["body"], CAREFUL):
        if chat.state(content, moves).asks_for_flags:
            return moves
        moves = chat.advance(content, moves, {"choice": choice})
    return []


def chat_moves(content: Json, is_right: bool) -> list[Json]:
    """Follow the careful replies to an end and notice every sign, or the others."""
    body = content["body"]
    wanted = CAREFUL if is_right else CAREFUL[::-1]
    signs = [sign["id"] for sign in body["flags"] if sign["present"] == is_right]
    moves: list[Json] = []
    for choice in path_to_end(body, wanted):
        moves = chat.advance(content, moves, {"choice": choice, "flags": signs})
    return moves


def path_to_end(body: Json, wanted: tuple[str, ...]) -> list[str]:
    """Return the replies from the first scene to an end, the wanted kind first."""
    nodes = {node["key"]: node for node in body["nodes"]}
    ends = {end["key"] for end in body["ends"]}
    seen: set[str] = set()

    def walk(key: str) -> list[str] | None:
        if key in ends:
            return []
        if key in seen:
            return None
        seen.add(key)
        replies = sorted(
            nodes[key]["choices"], key=lambda reply: wanted.index(reply["quality"])
        )
        for reply in replies:
            rest = walk(reply["next"])
            if rest is not None:
                return [reply["id"], *rest]
        return None

    return walk(body["nodes"][0]["key"]) or []


def example(content: Json, is_right: bool) -> Json:
    return {"moves": chat_moves(content, is_right)}


def moves_before(content: Json, state: str) -> list[Json]:
    return moves_to_pause(content)


STATES = (("pause", _("At a pause")),)
