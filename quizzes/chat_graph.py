"""Finds dead ends, lost scenes and unknown names in the graph of a chat."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MAX_DEPTH = 12
MAX_WORDS = 25
NOTHING: Mapping[str, Any] = {"choices": ()}


def graph_faults(chat: Mapping[str, Any]) -> dict[str, str]:
    """Return one sentence for each list that must be mended; empty when all is well."""
    nodes = {node["key"]: node for node in chat["nodes"]}
    ends = {end["key"] for end in chat["ends"]}
    people = {person["key"] for person in chat["people"]}
    flags = {flag["key"] for flag in chat["flags"]}
    faults = (
        ("nodes", repeated(chat["nodes"])),
        ("ends", repeated(chat["ends"])),
        ("flags", repeated(chat["flags"])),
        ("people", repeated(chat["people"])),
        ("nodes", unknown_names(nodes, ends, people, flags)),
        ("nodes", long_messages(nodes)),
        ("nodes", lost_scenes(chat["nodes"][0]["key"], nodes, ends)),
    )
    found: dict[str, str] = {}
    for name, fault in faults:
        if fault:
            found.setdefault(name, fault)
    return found


def repeated(items: Any) -> str:
    """Return a fault when two items have the same short name."""
    seen: set[str] = set()
    for item in items:
        if item["key"] in seen:
            return _("The short name “%(key)s” is used twice.") % {"key": item["key"]}
        seen.add(item["key"])
    return ""


def unknown_names(
    nodes: Mapping[str, Any], ends: set[str], people: set[str], flags: set[str]
) -> str:
    """Return a fault when a scene names somebody or something that is not there."""
    for key, node in nodes.items():
        for choice in node["choices"]:
            if choice["next"] not in nodes and choice["next"] not in ends:
                return _(
                    "In “%(scene)s” a reply leads to “%(key)s”, which does not exist."
                ) % {"scene": key, "key": choice["next"]}
        for message in node["messages"]:
            if message["sender"] not in people:
                return _("In “%(scene)s” nobody is called “%(key)s”.") % {
                    "scene": key,
                    "key": message["sender"],
                }
        for flag in node["flags"]:
            if flag not in flags:
                return _("In “%(scene)s” there is no sign “%(key)s”.") % {
                    "scene": key,
                    "key": flag,
                }
    return ""


def long_messages(nodes: Mapping[str, Any]) -> str:
    """Return a fault when a message is longer than a phone shows at a glance."""
    for key, node in nodes.items():
        for message in node["messages"]:
            words = len((message["text"] or "").split())
            if words > MAX_WORDS:
                return ngettext(
                    "In “%(scene)s” a message has %(n)d word; %(max)d at most.",
                    "In “%(scene)s” a message has %(n)d words; %(max)d at most.",
                    words,
                ) % {"scene": key, "n": words, "max": MAX_WORDS}
    return ""


def lost_scenes(start: str, nodes: Mapping[str, Any], ends: set[str]) -> str:
    """Return a fault when a scene is never reached, never ends, or goes too deep."""
    depth = {start: 1}
    queue = [start]
    while queue:
        key = queue.pop(0)
        for choice in nodes[key]["choices"]:
            following = choice["next"]
            if following in nodes and following not in depth:
                depth[following] = depth[key] + 1
                queue.append(following)
    for key in nodes:
        if key not in depth:
            return _("No reply leads to “%(scene)s”.") % {"scene": key}
        if depth[key] > MAX_DEPTH:
            return _("“%(scene)s” lies too deep: %(max)d scenes at most.") % {
                "scene": key,
                "max": MAX_DEPTH,
            }
    for key in nodes:
        if not reaches_end(key, nodes, ends):
            return _("From “%(scene)s” no reply leads to an end.") % {"scene": key}
    return ""


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
