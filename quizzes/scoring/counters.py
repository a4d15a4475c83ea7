"""Reads counters back as the frequency tables that `measures` take.

`Counts` are the counters of one version, or of one page and language, by their names
(`grading.tally_names`, `summaries`). Names of another shape are left alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Counts = Mapping[str, int]


@dataclass(frozen=True)
class Joint:
    """Right or not against the rest score, in sets with so many other items."""

    others: int
    persons: int
    table: Mapping[tuple[int, int], int]


@dataclass(frozen=True)
class Totals:
    """How many had so many right, in sets of so many items."""

    items: int
    persons: int
    table: Mapping[int, int]


def by_id(counts: Counts, kind: str) -> dict[str, int]:
    """Return {id: count} of "<kind>:<id>"."""
    return {id_: count for (id_,), count in _shaped(counts, kind, 1)}


def by_pair(counts: Counts, kind: str) -> dict[tuple[str, str], int]:
    """Return {(id, word): count} of "<kind>:<id>:<word>"."""
    return {(id_, word): count for (id_, word), count in _shaped(counts, kind, 2)}


def joint(counts: Counts, kind: str = "set") -> Joint | None:
    """Return the joint table of the set size that most persons had.

    `kind` is "set" for all items, "half" for those of the item's own half. Rest
    scores of sets of different sizes cannot be added up. None without any.
    """
    sizes: dict[int, Counter[tuple[int, int]]] = {}
    for (others, rest, item), count in _numbers(counts, kind, 3):
        sizes.setdefault(others, Counter())[item, rest] += count
    if not sizes:
        return None
    # Nobody has a rest score in a set of one.
    most = max(sizes, key=lambda others: (others > 0, sizes[others].total(), others))
    return Joint(most, sizes[most].total(), sizes[most])


def picks(counts: Counts, others: int) -> Counter[tuple[str, int]]:
    """Return {(option, rest score): persons} in sets with so many other items."""
    table: Counter[tuple[str, int]] = Counter()
    for pieces, count in _shaped(counts, "pick", 3):
        size, rest, option = pieces
        if int(size) == others:
            table[option, int(rest)] += count
    return table


def strata(languages: Mapping[str, Counts]) -> Counter[tuple[str, int, int]]:
    """Return {(language, stratum, item): persons} for Mantel and Haenszel.

    A stratum is one rest score in sets of one size.
    """
    table: Counter[tuple[str, int, int]] = Counter()
    for language, counts in languages.items():
        for (others, rest, item), count in _numbers(counts, "set", 3):
            if others:
                table[language, 1000 * others + rest, item] += count
    return table


def totals(counts: Counts, half: str) -> list[Totals]:
    """Return the totals of "all", "misleading" or "accurate", by length of the set."""
    sizes: dict[int, Counter[int]] = {}
    for (name, items, right), count in _shaped(counts, "total", 3):
        if name == half:
            sizes.setdefault(int(items), Counter())[int(right)] += count
    return [
        Totals(items, table.total(), dict(sorted(table.items())))
        for items, table in sorted(sizes.items())
    ]


def item_results(counts: Counts) -> dict[str, tuple[int, int]]:
    """Return {activity: (right, answers)} of the page's sets."""
    found: dict[str, list[int]] = {}
    for (activity, item), count in by_pair(counts, "item").items():
        sums = found.setdefault(activity, [0, 0])
        sums[0] += count * int(item)
        sums[1] += count
    return {activity: (right, answers) for activity, (right, answers) in found.items()}


def detections(counts: Counts) -> dict[tuple[int, int, int, int], int]:
    """Return the table of `detection`, of persons whose sets had a flag at all."""
    return {
        (hits, misleading, alarms, accurate): count
        for (hits, misleading, alarms, accurate), count in _numbers(counts, "detect", 4)
        if misleading or accurate
    }


def confidences(counts: Counts) -> Counter[tuple[int, bool]]:
    """Return the table of `calibration`: {(step, is accurate): answers}."""
    table: Counter[tuple[int, bool]] = Counter()
    for (_activity, step, accurate), count in _shaped(counts, "sure", 3):
        table[int(step), accurate == "1"] += count
    return table


def shares(counts: Counts) -> dict[str, dict[tuple[int, int, int, int], int]]:
    """Return {arm: the table of ShareDisc} of a feed."""
    arms: dict[str, dict[tuple[int, int, int, int], int]] = {}
    for (arm, *numbers), count in _shaped(counts, "discern", 5):
        shared, accurate, false, misleading = map(int, numbers)
        arms.setdefault(arm, {})[shared, accurate, false, misleading] = count
    return arms


def checks(counts: Counts) -> dict[tuple[int, int], int]:
    """Return the table of CheckRate of a feed."""
    return {(done, of): count for (done, of), count in _numbers(counts, "checks", 2)}


def _shaped(counts: Counts, kind: str, length: int) -> Iterator[tuple[list[str], int]]:
    """Yield the pieces behind "<kind>:" if there are so many, with the count."""
    for name, count in counts.items():
        first, *pieces = name.split(":")
        if first == kind and len(pieces) == length and count:
            yield pieces, count


def _numbers(
    counts: Counts, kind: str, length: int
) -> Iterator[tuple[tuple[int, ...], int]]:
    for pieces, count in _shaped(counts, kind, length):
        yield tuple(int(piece) for piece in pieces), count
