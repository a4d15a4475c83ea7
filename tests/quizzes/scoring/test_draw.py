from collections import Counter
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.draw import draw_check


def make_bank(pairs=4):
    """Matched twins: 1a misleading and 1b accurate, and so on."""
    return [
        (f"{n}{half}", veracity, f"p{n}")
        for n in range(1, pairs + 1)
        for half, veracity in [("a", "misleading"), ("b", "accurate")]
    ]


def halves_of(keys):
    return sorted(key[-1] for key in keys)


@pytest.mark.parametrize("seed", range(20))
def test_two_and_two_of_four_pairs(seed):
    keys = draw_check(make_bank(), [], seed)
    assert halves_of(keys) == ["a", "a", "b", "b"]
    assert len({key[0] for key in keys}) == 4


@pytest.mark.parametrize("seed", range(20))
def test_the_second_draw_is_all_unseen_and_the_third_like_the_first(seed):
    first = draw_check(make_bank(), [], seed)
    second = draw_check(make_bank(), first, f"{seed}-2")
    assert not set(first) & set(second)
    third = draw_check(make_bank(), first + second, f"{seed}-3")
    assert set(third) == set(first)


@pytest.mark.parametrize(
    ("seen", "drawn"),
    [
        ("1a 1b 2a 2b", {"3", "4"}),
        ("3a 4b", {"1", "2", "3", "4"}),
    ],
)
def test_unseen_first(seen, drawn):
    seen = seen.split()
    bank = make_bank()
    for seed in range(20):
        keys = draw_check(bank, seen, seed)
        assert drawn >= {key[0] for key in keys if key not in seen}
        unseen = [key for key in keys if key not in seen]
        assert len(unseen) == (2 if len(drawn) == 2 else 4)


def test_the_last_time_seen_counts():
    bank = [(key, "misleading", "") for key in "abc"]
    seen = ["a", "b", "c", "a"]
    assert set(draw_check(bank, seen, 1)) == {"b", "c"}


def test_twins_only_where_they_cannot_be_avoided():
    assert sorted(draw_check(make_bank(2), [], 1)) == ["1a", "1b", "2a", "2b"]
    assert len({key[0] for key in draw_check(make_bank(3), [], 1)}) == 3


def test_rather_something_seen_than_a_twin():
    seen = ["1a", "2a", "1b", "2b"]
    keys = draw_check(make_bank(3), seen, 1, misleading=1, accurate=1)
    assert sum(key[0] == "3" for key in keys) == 1


@pytest.mark.parametrize(
    ("bank", "count"),
    [
        ([], 0),
        ([("a", "misleading", "")], 1),
        ([("a", "misleading", "p"), ("b", "accurate", "p")], 2),
        ([(key, "accurate", "") for key in "abcd"], 2),
        ([("a", "opinion", ""), ("b", "unverifiable", "")], 0),
    ],
)
def test_small_banks_give_what_they_have(bank, count):
    assert len(draw_check(bank, [], 1)) == count


def test_the_same_arguments_give_the_same_draw_whatever_the_order_of_the_bank():
    bank = make_bank(8)
    drawn = {tuple(draw_check(rows, ["1a"], "x")) for rows in (bank, bank[::-1])}
    assert len(drawn) == 1


def test_rather_one_seen_lately_than_two_seen_long_ago():
    bank = [
        ("late", "misleading", "s"),
        ("early", "misleading", "h"),
        ("new", "accurate", "h"),
        ("old", "accurate", "k"),
    ]
    seen = ["early", "old", "x", "x", "late"]
    keys = draw_check(bank, seen, 1, misleading=1, accurate=1)
    assert sorted(keys) == ["late", "new"]


@pytest.mark.parametrize("pairs", [2, 4])
def test_the_position_does_not_tell_the_veracity(pairs):
    patterns = Counter(
        "".join(key[-1] for key in draw_check(make_bank(pairs), [], seed))
        for seed in range(600)
    )
    assert len(patterns) == 6
    assert min(patterns.values()) > 60


def test_every_item_is_drawn_by_somebody():
    counts = Counter(
        key for seed in range(400) for key in draw_check(make_bank(), [], seed)
    )
    assert len(counts) == 8
    assert min(counts.values()) > 120


def test_many_can_be_drawn_from_a_large_bank():
    keys = draw_check(make_bank(60), [], 1, misleading=8, accurate=8)
    assert Counter(halves_of(keys)) == {"a": 8, "b": 8}
    assert len({key[:-1] for key in keys}) == 16


ITEMS = st.lists(
    st.tuples(
        st.sampled_from("abcdefghij"),
        st.sampled_from(["misleading", "accurate", "opinion"]),
        st.sampled_from(["", "p", "q", "r"]),
    ),
    unique_by=lambda item: item[0],
    max_size=8,
)


def price(keys, bank, seen):
    """What a draw should make small: twins, seen ones, how lately."""
    pairs = [pair for key, _, pair in bank if key in keys and pair]
    last = {key: number for number, key in enumerate(seen, 1)}
    lately = [last[key] for key in keys if key in last]
    return len(pairs) - len(set(pairs)), len(lately), sum(lately)


@given(
    bank=ITEMS,
    seen=st.lists(st.sampled_from("abcdefghijk"), max_size=12),
    seed=st.integers(),
    misleading=st.integers(0, 3),
    accurate=st.integers(0, 3),
)
def test_no_other_draw_keeps_the_promises_better(
    bank, seen, seed, misleading, accurate
):
    keys = draw_check(bank, seen, seed, misleading, accurate)
    veracity = {key: word for key, word, _ in bank}
    assert len(keys) == len(set(keys))

    halves = []
    for half, count in [("misleading", misleading), ("accurate", accurate)]:
        all_of_half = [key for key in veracity if veracity[key] == half]
        size = min(count, len(all_of_half))
        assert sum(veracity[key] == half for key in keys) == size
        halves.append(combinations(all_of_half, size))
    prices = [price(one + other, bank, seen) for one, other in product(*halves)]
    assert price(keys, bank, seen) == min(prices)
    assert keys == draw_check(bank[::-1], seen, seed, misleading, accurate)
