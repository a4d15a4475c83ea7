"""Finds loops, lost scenes and unknown names in the graph of a chat."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MAX_DEPTH = 12
MAX_WORDS = 25
# Where to mend, and the sentence that says what.
Fault = tuple[tuple[str | int, ...], str]
# Replies name scenes and ends alike.
NAMED_TOGETHER = (("nodes", "ends"), ("people",), ("flags",))


@dataclass(frozen=True)
class Reach:
    """The scenes that are reached, each with its depth; the first lies at 1.

    A scene lies as deep as the longest way to it is. `back` are pairs of a scene
    and one on the way to it that a reply leads back to.
    """

    depth: Mapping[str, int]
    back: frozenset[tuple[str, str]]


def graph_faults(chat: Mapping[str, Any]) -> list[Fault]:
    """Return a sentence for each field that must be mended; empty when all is well."""
    nodes = list(chat["nodes"])
    names = {
        name: {one["key"] for one in chat[name]}
        for name in ("nodes", "ends", "people", "flags")
    }
    found = list(repeated(chat))
    for number, node in enumerate(nodes):
        faults = [*strange_names(node, names), *long_messages(node)]
        found += [(("nodes", number, *path), text) for path, text in faults]
    reach = reach_of(nodes)
    return [*found, *lost_scenes(nodes, reach), *loops(nodes, reach)]


def repeated(chat: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield a fault where an item has the short name of an earlier one."""
    for lists in NAMED_TOGETHER:
        seen: set[str] = set()
        for name in lists:
            for number, item in enumerate(chat[name]):
                key = item["key"]
                if key in seen:
                    text = _("The short name “%(key)s” is used twice.") % {"key": key}
                    yield (name, number, "key"), text
                seen.add(key)


def strange_names(
    node: Mapping[str, Any], names: Mapping[str, set[str]]
) -> Iterator[Fault]:
    """Yield a fault where a scene names somebody or something that is not there."""
    scene = node["key"]
    for number, choice in enumerate(node["choices"]):
        if choice["next"] not in names["nodes"] | names["ends"]:
            text = _("In “%(scene)s” a reply leads to “%(key)s”, which does not exist.")
            told = text % {"scene": scene, "key": choice["next"]}
            yield ("choices", number, "next"), told
    for number, message in enumerate(node["messages"]):
        if message["sender"] not in names["people"]:
            text = _("In “%(scene)s” nobody is called “%(key)s”.")
            told = text % {"scene": scene, "key": message["sender"]}
            yield ("messages", number, "sender"), told
    for number, flag in enumerate(node["flags"]):
        if flag not in names["flags"]:
            text = _("In “%(scene)s” there is no sign “%(key)s”.")
            yield ("flags", number), text % {"scene": scene, "key": flag}


def long_messages(node: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield a fault where a message is longer than a phone shows at a glance."""
    for number, message in enumerate(node["messages"]):
        words = len((message["text"] or "").split())
        if words > MAX_WORDS:
            text = ngettext(
                "In “%(scene)s” a message has %(n)d word; %(max)d at most.",
                "In “%(scene)s” a message has %(n)d words; %(max)d at most.",
                words,
            ) % {"scene": node["key"], "n": words, "max": MAX_WORDS}
            yield ("messages", number, "text"), text


def lost_scenes(items: Any, reach: Reach) -> Iterator[Fault]:
    """Yield a fault where a scene is never reached, or lies too deep."""
    depth = reach.depth
    lost = [node for node in items if node["key"] not in depth]
    later = {
        choice["next"]
        for node in lost
        for choice in node["choices"]
        if choice["next"] != node["key"]
    }
    # Mending the first of several in a row mends the others.
    first = {node["key"] for node in lost} - later or {node["key"] for node in lost}
    for number, node in enumerate(items):
        key = node["key"]
        if key in first:
            text = _("No reply leads to “%(scene)s”.") % {"scene": key}
            yield ("nodes", number, "key"), text
        elif depth.get(key, 0) > MAX_DEPTH:
            text = _("“%(scene)s” lies too deep: %(max)d scenes at most.")
            yield ("nodes", number, "key"), text % {"scene": key, "max": MAX_DEPTH}


def loops(items: Any, reach: Reach) -> Iterator[Fault]:
    """Yield a fault where a reply leads back: a chat goes on, and comes to an end."""
    for number, node in enumerate(items):
        for place, choice in enumerate(node["choices"]):
            if (node["key"], choice["next"]) in reach.back:
                text = _(
                    "In “%(scene)s” a reply leads back to “%(key)s”. Lead it on: then "
                    "the chat comes to an end."
                ) % {"scene": node["key"], "key": choice["next"]}
                yield ("nodes", number, "choices", place, "next"), text


def reach_of(items: Any) -> Reach:
    """Follow every reply from the first scene on."""
    following = {
        node["key"]: [choice["next"] for choice in node["choices"]] for node in items
    }
    left, back = walked(following)
    depth = dict.fromkeys(left[-1:], 1)
    # Each scene comes after all that lead to it.
    for key in reversed(left):
        for after in following[key]:
            if after in following and (key, after) not in back:
                depth[after] = max(depth.get(after, 0), depth[key] + 1)
    return Reach(depth, frozenset(back))


def walked(
    following: Mapping[str, list[str]],
) -> tuple[list[str], set[tuple[str, str]]]:
    """Return the scenes in the order in which a walk leaves them for good; loops."""
    path: list[str] = []
    left: list[str] = []
    unseen = set(following)
    back: set[tuple[str, str]] = set()
    todo = list(following)[:1]
    while todo:
        key = todo.pop()
        if path and key == path[-1]:
            left.append(path.pop())
        elif key in unseen:
            unseen.remove(key)
            path.append(key)
            back |= {(key, after) for after in following[key] if after in path}
            # It comes up again when all that follows it is behind.
            todo += [key, *(one for one in following[key] if one in unseen)]
    return left, back


def reaches_end(start: str, nodes: Mapping[str, Any], ends: set[str]) -> bool:
    """Tell whether some path from the scene leads to an end."""
    return any(
        choice["next"] in ends
        for node in onward(start, nodes)
        for choice in node["choices"]
    )


def reaches_pause(start: str, nodes: Mapping[str, Any]) -> bool:
    """Tell whether a pause asks for the signs of the scene, there or later."""
    return any(node["pause"] for node in onward(start, nodes))


def onward(start: str, nodes: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the scene and all that some path leads to from there."""
    seen, queue = {start}, [start]
    while queue:
        node = nodes[queue.pop()]
        yield node
        # A reply may lead to a name that is not there.
        following = {choice["next"] for choice in node["choices"]} & nodes.keys()
        queue += following - seen
        seen |= following
