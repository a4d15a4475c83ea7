"""Draw the activities of a check from its bank."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

HALVES = ("misleading", "accurate")

# What a draw costs, the worst first: twins beyond the first of a pair, activities
# seen before, how lately these were seen, and last a lot, to settle ties.
Cost = tuple[int, int, int, int]
FREE: Cost = (0, 0, 0, 0)


class BankItem(NamedTuple):
    """An activity of a bank; an empty `pair` has no twin."""

    key: str
    veracity: str
    pair: str


class Draw(NamedTuple):
    cost: Cost
    keys: tuple[str, ...]


def draw_check(
    bank: Iterable[tuple[str, str, str]],
    seen: Sequence[str],
    seed: int | str,
    misleading: int = 2,
    accurate: int = 2,
) -> list[str]:
    """Return the keys of so many misleading and so many accurate items, shuffled.

    `bank` has (key, veracity, pair), each key once; other veracities are left out.
    `seen` has keys, the oldest first, the last place of each counting. In order of
    weight: both halves are as full as the bank allows; no twins; unseen; seen
    longest ago. The same arguments give the same draw, whatever the bank's order.
    """
    lots = Random(seed)  # noqa: S311
    items = sorted(BankItem(*one) for one in bank)
    lots.shuffle(items)
    costs = _costs(items, seen)
    wanted = tuple(
        min(count, sum(item.veracity == half for item in items))
        for half, count in zip(HALVES, (misleading, accurate), strict=True)
    )
    best: dict[tuple[int, ...], Draw] = {(0, 0): Draw(FREE, ())}
    for group in _pairs(items, costs):
        best = _with_group(best, group, wanted, costs)
    keys = list(best[wanted].keys)
    lots.shuffle(keys)
    return keys


def _costs(items: Sequence[BankItem], seen: Sequence[str]) -> dict[str, Cost]:
    last = {key: number for number, key in enumerate(seen, 1)}
    return {
        item.key: (0, int(item.key in last), last.get(item.key, 0), lot)
        for lot, item in enumerate(items)
    }


def _pairs(
    items: Sequence[BankItem], costs: dict[str, Cost]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield each pair's misleading and accurate keys, the cheapest first."""
    pairs: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(
        lambda: {half: [] for half in HALVES}
    )
    for item in items:
        if item.veracity in HALVES:
            name = ("pair", item.pair) if item.pair else ("key", item.key)
            pairs[name][item.veracity].append(item.key)
    for halves in pairs.values():
        first, second = (sorted(halves[half], key=costs.__getitem__) for half in HALVES)
        yield first, second


def _with_group(
    best: dict[tuple[int, ...], Draw],
    group: tuple[list[str], list[str]],
    wanted: tuple[int, ...],
    costs: dict[str, Cost],
) -> dict[tuple[int, ...], Draw]:
    """Return the cheapest draw of each size, once this pair may be drawn from too."""
    better = dict(best)
    for (one, other), draw in best.items():
        for x in range(min(len(group[0]), wanted[0] - one) + 1):
            for y in range(min(len(group[1]), wanted[1] - other) + 1):
                keys = (*group[0][:x], *group[1][:y])
                twins: Cost = (max(0, x + y - 1), 0, 0, 0)
                cost = _sum(draw.cost, twins, *(costs[key] for key in keys))
                size = (one + x, other + y)
                if size not in better or cost < better[size].cost:
                    better[size] = Draw(cost, (*draw.keys, *keys))
    return better


def _sum(*costs: Cost) -> Cost:
    a, b, c, d = (sum(column) for column in zip(*costs, strict=True))
    return (a, b, c, d)
