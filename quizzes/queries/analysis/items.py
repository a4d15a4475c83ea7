"""What the counters of one version say about it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from quizzes.figures import Figure, figure
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts
from quizzes.scoring.measures import items
from quizzes.scoring.measures.dif import Dif, mantel_haenszel
from quizzes.scoring.measures.intervals import Interval, wilson
from quizzes.scoring.measures.minimums import (
    DIF_PER_LANGUAGE,
    ITEM_DIFFICULTY,
    ITEM_DISCRIMINATION,
)

# Formats that give no verdict on the whole.
UNMARKED = ("feed", "chat")

FlagCode = Literal[
    "negative", "misfit", "too_hard", "too_easy", "weak", "dif", "dif_watch"
]
# What is worst comes first; the last only wants an eye kept on it.
FLAGS: tuple[FlagCode, ...] = (
    "negative",
    "misfit",
    "too_hard",
    "too_easy",
    "weak",
    "dif",
    "dif_watch",
)


@dataclass(frozen=True)
class Difficulty:
    """The share that was right, with Wilson's interval."""

    p: float
    interval: Interval


@dataclass(frozen=True)
class Group:
    """One language in a comparison: right, answers, and the share right."""

    language: str
    right: int
    persons: int


@dataclass(frozen=True)
class LanguageDif:
    """The item in `focal` against `reference`; the count is of the smaller group."""

    reference: Group
    focal: Group
    result: Figure[Dif]


@dataclass(frozen=True)
class ItemStats:
    """`difficulty` is None for formats without a verdict on the whole.

    `others` is how many other items the sets had that the rest scores are of, and
    `persons` how many finished such a set.
    """

    answers: int
    difficulty: Figure[Difficulty] | None
    others: int
    persons: int
    discrimination: Figure[float]
    upper_lower: Figure[float]
    within_half: Figure[float]
    dif: tuple[LanguageDif, ...] = ()
    flags: tuple[FlagCode, ...] = ()

    @property
    def is_flagged(self) -> bool:
        return any(flag != "dif_watch" for flag in self.flags)

    @property
    def rank(self) -> int:
        """Return the place among all: flagged ones first, the worst before others."""
        return min((FLAGS.index(flag) for flag in self.flags), default=len(FLAGS))


def item_stats(format_: str, counts: Counts) -> ItemStats:
    """Return the statistics of one version, without a comparison of languages."""
    answers = counts.get("answers", 0)
    sets, half = _joint(counts, "set"), _joint(counts, "half")
    stats = ItemStats(
        answers=answers,
        difficulty=None if format_ in UNMARKED else difficulty(counts),
        others=sets.others,
        persons=sets.persons,
        discrimination=figure(
            sets.persons,
            ITEM_DISCRIMINATION,
            lambda: items.point_biserial(sets.table),
        ),
        upper_lower=figure(
            sets.persons, ITEM_DISCRIMINATION, lambda: items.upper_lower(sets.table)
        ),
        within_half=figure(
            half.persons,
            ITEM_DISCRIMINATION,
            lambda: items.point_biserial(half.table),
        ),
    )
    return flagged(stats)


def compared(
    stats: ItemStats, language: str, languages: Mapping[str, Counts]
) -> ItemStats:
    """Add how the item does in this language beside the others."""
    others = [one for one in languages if one != language]
    dif = tuple(language_dif(languages, other, language) for other in others)
    return flagged(replace(stats, dif=dif))


def language_dif(
    languages: Mapping[str, Counts], reference: str, focal: str
) -> LanguageDif:
    pair = {one: languages[one] for one in (reference, focal)}
    table = counters.strata(pair)
    groups = [_group(table, one) for one in pair]
    smaller = min(group.persons for group in groups)
    result = figure(
        smaller, DIF_PER_LANGUAGE, lambda: mantel_haenszel(table, reference, focal)
    )
    return LanguageDif(groups[0], groups[1], result)


def difficulty(counts: Counts) -> Figure[Difficulty]:
    """Return the share of first answers that was right."""
    right, answers = counts.get("right", 0), counts.get("answers", 0)

    def compute() -> Difficulty | None:
        p, interval = items.difficulty(right, answers), wilson(right, answers)
        return None if p is None or interval is None else Difficulty(p, interval)

    return figure(answers, ITEM_DIFFICULTY, compute)


def flagged(stats: ItemStats) -> ItemStats:
    """Set the flags, the worst first."""
    found = set(_difficulty_flags(stats)) | set(_discrimination_flags(stats))
    for one in stats.dif:
        dif = one.result.value
        if dif and dif.verdict != "fine":
            found.add("dif" if dif.verdict == "rewrite" else "dif_watch")
    figures = [stats.difficulty, stats.discrimination, *(d.result for d in stats.dif)]
    if any(one and not one.fits for one in figures):
        found.add("misfit")
    return replace(stats, flags=tuple(flag for flag in FLAGS if flag in found))


def _difficulty_flags(stats: ItemStats) -> list[FlagCode]:
    found = stats.difficulty.value if stats.difficulty else None
    flag = items.difficulty_flag(found.p) if found else "on_target"
    if flag == "too_hard":
        return ["too_hard"]
    return ["too_easy"] if flag == "too_easy" else []


def _discrimination_flags(stats: ItemStats) -> list[FlagCode]:
    r = stats.discrimination.value
    flag = items.discrimination_flag(r) if r is not None else "good"
    if flag == "urgent":
        return ["negative"]
    return ["weak"] if flag == "weak" else []


def _joint(counts: Counts, kind: str) -> counters.Joint:
    return counters.joint(counts, kind) or counters.Joint(0, 0, {})


def _group(table: Mapping[tuple[str, int, int], int], language: str) -> Group:
    own = dict.fromkeys((0, 1), 0)
    for (one, _stratum, item), count in table.items():
        if one == language:
            own[item] = own.get(item, 0) + count
    return Group(language, own[1], sum(own.values()))
