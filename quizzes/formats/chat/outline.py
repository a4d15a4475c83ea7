"""A chat as a list to read: who says what, which replies there are, where they lead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import Truncator

from quizzes.formats.chat.graph import (
    MAX_DEPTH,
    graph_faults,
    reaches_end,
    reaches_pause,
)

SHORT = 14


@dataclass(frozen=True)
class Line:
    """One message, shortened."""

    who: str
    kind: str
    text: str


@dataclass(frozen=True)
class End:
    key: str
    title: str
    type: str
    is_reached: bool


@dataclass(frozen=True)
class Reply:
    """A reply and where it leads: a scene told here or elsewhere, an end, nowhere.

    `scene` is told below this reply; one that is told elsewhere has only its name.
    """

    text: str
    quality: str
    to: str
    end: End | None
    scene: "Scene | None"
    is_known: bool


@dataclass(frozen=True)
class Scene:
    """`is_dead_end`: no way from here comes to an end.

    `is_unasked`: nor to a pause, though there are real signs to notice.
    """

    key: str
    stage: str
    pauses: bool
    lines: tuple[Line, ...]
    signs: tuple[str, ...]
    replies: tuple[Reply, ...]
    is_dead_end: bool
    is_unasked: bool


@dataclass(frozen=True)
class Outline:
    """The chat from its first scene, then what lies too deep, then what is not reached.

    `faults` are the sentences that an editor is told when saving.
    """

    start: Scene | None
    deeper: tuple[Scene, ...]
    unreached: tuple[Scene, ...]
    ends: tuple[End, ...]
    faults: tuple[str, ...]


def chat_outline(chat: Mapping[str, Any]) -> Outline:
    """Return the outline of a chat's value, however unfinished it is."""
    return _Teller(chat).tell()


class _Teller:
    """Tells each scene once, where it is first come to."""

    def __init__(self, chat: Mapping[str, Any]) -> None:
        self.chat = chat
        self.nodes = _by_key(chat["nodes"])
        self.people = {key: one["name"] for key, one in _by_key(chat["people"]).items()}
        flags = _by_key(chat["flags"])
        self.signs = {key: one["text"] for key, one in flags.items()}
        self.real = {key for key, one in flags.items() if one["present"]}
        used = set(self._named_by_reached())
        self.ends = {
            key: End(key, end["title"] or key, end["type"], key in used)
            for key, end in _by_key(chat["ends"]).items()
        }
        self.told: set[str] = set()

    def _named_by_reached(self) -> Iterator[str]:
        """Yield every name that a reply of a reached scene leads to."""
        queue, seen = list(self.nodes)[:1], set(list(self.nodes)[:1])
        while queue:
            for reply in self.nodes[queue.pop()]["choices"]:
                yield reply["next"]
                if reply["next"] in self.nodes and reply["next"] not in seen:
                    seen.add(reply["next"])
                    queue.append(reply["next"])

    def tell(self) -> Outline:
        reached = [*list(self.nodes)[:1], *self._named_by_reached()]
        start = self.scene(reached[0], 1) if self.nodes else None
        return Outline(
            start=start,
            deeper=tuple(self.scenes(key for key in reached if key in self.nodes)),
            unreached=tuple(self.scenes(self.nodes)),
            ends=tuple(self.ends.values()),
            faults=tuple(
                dict.fromkeys(text for _path, text in graph_faults(self.chat))
            ),
        )

    def scenes(self, keys: Any) -> Iterator[Scene]:
        for key in keys:
            if key not in self.told:
                yield self.scene(key, 1)

    def scene(self, key: str, depth: int) -> Scene:
        self.told.add(key)
        node = self.nodes[key]
        return Scene(
            key=key,
            stage=node["stage"],
            pauses=bool(node["pause"]),
            lines=tuple(self.line(message) for message in node["messages"]),
            signs=tuple(self.signs.get(name, name) for name in node["flags"]),
            replies=tuple(self.reply(one, depth) for one in node["choices"]),
            is_dead_end=not reaches_end(key, self.nodes, set(self.ends)),
            is_unasked=bool(self.real & {*node["flags"]})
            and not reaches_pause(key, self.nodes),
        )

    def line(self, message: Mapping[str, Any]) -> Line:
        who = self.people.get(message["sender"]) or message["sender"]
        return Line(who, message["kind"], short(message["text"]))

    def reply(self, choice: Mapping[str, Any], depth: int) -> Reply:
        to = choice["next"] or ""
        is_told_here = to in self.nodes and to not in self.told and depth < MAX_DEPTH
        return Reply(
            text=short(choice["text"]),
            quality=choice["quality"],
            to=to,
            end=self.ends.get(to),
            scene=self.scene(to, depth + 1) if is_told_here else None,
            is_known=to in self.nodes or to in self.ends,
        )


def _by_key(items: Any) -> dict[str, Any]:
    """Return items by short name; the first counts where two have the same."""
    named: dict[str, Any] = {}
    for item in items:
        named.setdefault(item["key"] or "", item)
    return named


def short(text: str | None) -> str:
    return Truncator(text or "").words(SHORT)
