"""What exactly was answered to one version, by its format."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from quizzes import words
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts
from quizzes.scoring.inspector import truth_of
from quizzes.scoring.measures.discernment import rate
from quizzes.scoring.measures.items import OptionUse, ambiguous, distractors
from quizzes.scoring.measures.minimums import ITEM_DIFFICULTY, ITEM_DISTRACTORS, shown
from quizzes.scoring.order import places_of
from quizzes.scoring.posts import FULL, WORTH, kind_of
from quizzes.scoring.reading import Json
from quizzes.scoring.search import RIGHT_VERDICTS
from quizzes.scoring.spotter import is_trick

from .figures import Figure, figure


@dataclass(frozen=True)
class Bar:
    """How many did one thing; `is_right` is None where it is neither.

    `mean_rest` is the mean rest score of those who did it, None where too few did
    the set; `names` are what it was called, with how many called it so.
    """

    label: Any
    count: int
    share: float
    is_right: bool | None = None
    mean_rest: float | None = None
    is_ambiguous: bool = False
    names: tuple[tuple[Any, int], ...] = ()


@dataclass(frozen=True)
class Bars:
    """`code` says what was counted; `bars` come in the order of the activity."""

    code: str
    bars: Figure[tuple[Bar, ...]]
    kind: str = "bars"

    @property
    def has_rest(self) -> bool:
        return any(bar.mean_rest is not None for bar in self.bars.value or ())


@dataclass(frozen=True)
class Cell:
    count: int
    share: float
    is_right: bool


@dataclass(frozen=True)
class Row:
    """One card, step or post against the columns; `extra` counts beside them."""

    label: str
    cells: tuple[Cell, ...]
    extra: Cell | None = None


@dataclass(frozen=True)
class Grid:
    """What was done with each of several things: a confusion table."""

    code: str
    columns: tuple[Any, ...]
    rows: Figure[tuple[Row, ...]]
    extra: Any = ""
    kind: str = "grid"


Breakdown = Bars | Grid
# (id, label, is right)
Things = Iterable[tuple[str, Any, bool | None]]


def breakdowns(format_: str, snapshot: Json, counts: Counts) -> tuple[Breakdown, ...]:
    """Return the tables of one version, each from its minimum of answers on."""
    return tuple(FORMATS[format_](snapshot, counts))


def choice(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    sets = counters.joint(counts)
    answers, several = counts.get("answers", 0), body["several"]

    def compute() -> tuple[Bar, ...]:
        uses: dict[str, OptionUse] = {}
        if sets:
            table = counters.picks(counts, sets.others)
            uses = distractors(table, sets.persons if several else None)
            uses = shown(uses, sets.persons, ITEM_DISTRACTORS) or {}
        right = [one["id"] for one in body["options"] if one["correct"]]
        odd = ambiguous(uses, right[0]) if len(right) == 1 else []
        chosen = counters.by_id(counts, "option")
        return tuple(
            Bar(
                label=one["text"],
                count=chosen.get(one["id"], 0),
                share=rate(chosen.get(one["id"], 0), answers) or 0,
                is_right=one["correct"],
                mean_rest=uses[one["id"]].mean_rest if one["id"] in uses else None,
                is_ambiguous=one["id"] in odd,
            )
            for one in body["options"]
        )

    return [Bars("options", figure(answers, ITEM_DIFFICULTY, compute))]


def confidence(snapshot: Json, counts: Counts) -> list[Breakdown]:
    is_accurate = snapshot["veracity"] == "accurate"
    steps = (
        (str(step), label, None if step == 3 else (step > 3) == is_accurate)
        for step, label in words.STEPS
    )
    return [bars("steps", steps, counts, "step")]


def order(snapshot: Json, counts: Counts) -> list[Breakdown]:
    steps = snapshot["body"]["steps"]
    places = places_of(snapshot)
    things = [
        (one["id"], one["text"], {str(place) for place in places[one["id"]]})
        for one in steps
    ]
    found = counters.by_pair(counts, "place")
    columns = [(str(place), place) for place in range(1, len(steps) + 1)]
    return [grid("places", things, columns, found, counts)]


def sort(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    cards = [(one["id"], one["text"], set(one["accepted"])) for one in body["cards"]]
    columns = [(one["id"], one["name"]) for one in body["categories"]]
    found = counters.by_pair(counts, "card")
    return [grid("cards", cards, columns, found, counts)]


def feed(snapshot: Json, counts: Counts) -> list[Breakdown]:
    posts = []
    for one in snapshot["body"]["posts"]:
        worth = WORTH[kind_of(one)]
        best = {name for name, points in worth.items() if points == FULL}
        posts.append((one["id"], f"{one['author']}: {one['text']}", best))
    columns = [
        ("share", _("Shared")),
        ("skip", _("Skipped")),
        ("report", _("Reported")),
    ]
    found = counters.by_pair(counts, "post")
    return [grid("posts", posts, columns, found, counts, extra="checked")]


def spotter(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body, answers = snapshot["body"], counts.get("answers", 0)
    marked = counters.by_id(counts, "segment")
    named = counters.by_pair(counts, "segment")
    labels = dict(words.TECHNIQUES)

    def compute() -> tuple[Bar, ...]:
        return tuple(
            Bar(
                label=one["text"],
                count=marked.get(one["id"], 0),
                share=rate(marked.get(one["id"], 0), answers) or 0,
                is_right=is_trick(one),
                names=tuple(
                    (labels.get(name, name), count)
                    for (id_, name), count in sorted(
                        named.items(), key=lambda item: -item[1]
                    )
                    if id_ == one["id"]
                ),
            )
            for one in body["segments"]
        )

    return [Bars("segments", figure(answers, ITEM_DIFFICULTY, compute))]


def inspector(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    spots = ((one["id"], one["label"], one["is_clue"]) for one in body["spots"])
    found: list[Breakdown] = [bars("spots", spots, counts, "spot")]
    if body["asks_verdict"]:
        right = truth_of(snapshot)
        verdicts = verdict_things(words.PICTURE_VERDICTS, right)
        found.append(bars("verdicts", verdicts, counts, "verdict"))
    return found


def chat(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    ends = ((one["key"], one["title"], None) for one in body["ends"])
    flags = ((one["id"], one["text"], one["present"]) for one in body["flags"])
    replies = (
        (one["id"], one["text"], {"safe": True, "risky": False}.get(one["quality"]))
        for node in body["nodes"]
        for one in node["choices"]
    )
    return [
        bars("ends", ends, counts, "end"),
        bars("flags", flags, counts, "flag"),
        bars("replies", replies, counts, "choice"),
    ]


def search(snapshot: Json, counts: Counts) -> list[Breakdown]:
    body = snapshot["body"]
    right = RIGHT_VERDICTS.get(snapshot["veracity"])
    ways = (
        (one["id"], one["label"], int(one["worth"]) > 0) for one in body["searches"]
    )
    results = [
        (one["id"], one["title"], int(one["worth"]) > 0)
        for way in body["searches"]
        for one in way["results"]
    ]
    return [
        bars("verdicts", verdict_things(words.VERDICTS, right), counts, "verdict"),
        bars("ways", ways, counts, "search"),
        bars("results", results, counts, "open"),
    ]


def verdict_things(verdicts: Sequence[tuple[str, Any]], right: str | None) -> Things:
    """Return the verdicts; "unsure" is right where nobody can know, else neither."""
    return [
        (word, label, word == right or (None if word == "unsure" else False))
        for word, label in verdicts
    ]


def bars(code: str, things: Things, counts: Counts, kind: str) -> Bars:
    """Count "<kind>:<id>" of each thing against all answers."""
    answers, found = counts.get("answers", 0), counters.by_id(counts, kind)
    known = list(things)

    def compute() -> tuple[Bar, ...]:
        return tuple(
            Bar(label, found.get(id_, 0), rate(found.get(id_, 0), answers) or 0, right)
            for id_, label, right in known
        )

    return Bars(code, figure(answers, ITEM_DIFFICULTY, compute))


def grid(
    code: str,
    things: Sequence[tuple[str, str, set[str]]],
    columns: Sequence[tuple[str, Any]],
    found: dict[tuple[str, str], int],
    counts: Counts,
    extra: str = "",
) -> Grid:
    """Count what was done with each thing; each row adds up to all answers."""
    answers = counts.get("answers", 0)

    def cell(id_: str, word: str, right: set[str]) -> Cell:
        count = found.get((id_, word), 0)
        return Cell(count, rate(count, answers) or 0, word in right)

    def compute() -> tuple[Row, ...]:
        rows = []
        for id_, label, right in things:
            cells = tuple(cell(id_, word, right) for word, _name in columns)
            if sum(one.count for one in cells) != answers:
                raise ValueError(f"{label}: not {answers}")
            beside = cell(id_, extra, right) if extra else None
            rows.append(Row(label, cells, beside))
        return tuple(rows)

    rows = figure(answers, ITEM_DIFFICULTY, compute)
    return Grid(code, tuple(label for _word, label in columns), rows, extra)


FORMATS: dict[str, Callable[[Json, Counts], list[Breakdown]]] = {
    "choice": choice,
    "confidence": confidence,
    "order": order,
    "feed": feed,
    "chat": chat,
    "spotter": spotter,
    "inspector": inspector,
    "sort": sort,
    "search": search,
}
