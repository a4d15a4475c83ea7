"""Finds dead ends, lost scenes and unknown names in the graph of a chat."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MAX_DEPTH = 12
MAX_WORDS = 25
# Where to mend, and the sentence that says what.
Fault = tuple[tuple[str | int, ...], str]
NOTHING: Mapping[str, Any] = {"choices": ()}


def graph_faults(chat: Mapping[str, Any]) -> list[Fault]:
    """Return a sentence for each field that must be mended; empty when all is well."""
    nodes = list(chat["nodes"])
    names = {
        name: {one["key"] for one in chat[name]}
        for name in ("nodes", "ends", "people", "flags")
    }
    found = [fault for name in names for fault in repeated(name, chat[name])]
    for number, node in enumerate(nodes):
        faults = [*strange_names(node, names), *long_messages(node)]
        found += [(("nodes", number, *path), text) for path, text in faults]
    found += lost_scenes(nodes)
    # A reply that leads nowhere is told already: it is what makes the dead end.
    return found if found else list(dead_ends(nodes, names["ends"]))


def repeated(name: str, items: Any) -> Iterator[Fault]:
    """Yield a fault where an item has the short name of an earlier one."""
    seen: set[str] = set()
    for number, item in enumerate(items):
        if item["key"] in seen:
            text = _("The short name “%(key)s” is used twice.") % {"key": item["key"]}
            yield (name, number, "key"), text
        seen.add(item["key"])


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


def lost_scenes(items: Any) -> Iterator[Fault]:
    """Yield a fault where a scene is never reached, or lies too deep."""
    depth = depths(items)
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


def depths(items: Any) -> dict[str, int]:
    """Return how deep each scene lies that is reached; the first lies at 1."""
    nodes = {node["key"]: node for node in items}
    depth = {node["key"]: 1 for node in items[:1]}
    queue = list(depth)
    while queue:
        key = queue.pop(0)
        for choice in nodes[key]["choices"]:
            following = choice["next"]
            if following in nodes and following not in depth:
                depth[following] = depth[key] + 1
                queue.append(following)
    return depth


def dead_ends(items: Any, ends: set[str]) -> Iterator[Fault]:
    """Yield a fault where no way from a scene comes to an end."""
    nodes = {node["key"]: node for node in items}
    for number, node in enumerate(items):
        if not reaches_end(node["key"], nodes, ends):
            text = _("From “%(scene)s” no reply leads to an end.")
            yield ("nodes", number, "key"), text % {"scene": node["key"]}


def reaches_end(start: str, nodes: Mapping[str, Any], ends: set[str]) -> bool:
    """Tell whether some path from the scene leads to an end."""
    seen, queue = {start}, [start]
    while queue:
        # A reply may lead to a name that is not there.
        for choice in nodes.get(queue.pop(), NOTHING)["choices"]:
            if choice["next"] in ends:
                return True
            if choice["next"] not in seen:
                seen.add(choice["next"])
                queue.append(choice["next"])
    return False
