from collections import Counter
from itertools import permutations
from statistics import correlation, fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.measures.items import (
    OptionUse,
    ambiguous,
    difficulty,
    difficulty_flag,
    discrimination_flag,
    distractors,
    joint_of,
    point_biserial,
    upper_lower,
)
from tests.quizzes.scoring.measures.matrices import MATRICES, VECTOR, correct_of

JOINTS = st.dictionaries(
    st.tuples(st.integers(0, 1), st.integers(0, 7)), st.integers(0, 40)
)


def test_difficulties():
    found = [difficulty(correct, 6) for correct in correct_of(VECTOR)]
    assert found == pytest.approx([0.8333, 0.6667, 0.5, 0.3333], abs=5e-5)


def test_rest_correlations():
    found = [point_biserial(joint_of(VECTOR, item)) for item in range(4)]
    assert found == pytest.approx([0.5331, 0.7462, 0.7809, 0.6124], abs=5e-5)


def test_difficulty_of_nothing():
    assert difficulty(0, 0) is None
    assert difficulty(0, 4) == 0
    with pytest.raises(ValueError, match="5 of 4"):
        difficulty(5, 4)


@pytest.mark.parametrize(
    ("p", "flag"),
    [
        (0, "too_hard"),
        (0.19, "too_hard"),
        (0.20, "hard"),
        (0.34, "hard"),
        (0.35, "on_target"),
        (0.85, "on_target"),
        (0.86, "easy"),
        (0.95, "easy"),
        (0.96, "too_easy"),
    ],
)
def test_difficulty_flags(p, flag):
    assert difficulty_flag(p) == flag


@pytest.mark.parametrize(
    ("r", "flag"),
    [
        (-0.01, "urgent"),
        (0, "weak"),
        (0.09, "weak"),
        (0.10, "fair"),
        (0.19, "fair"),
        (0.20, "good"),
    ],
)
def test_discrimination_flags(r, flag):
    assert discrimination_flag(r) == flag


@given(MATRICES)
def test_the_joint_table_says_what_the_rows_say(matrix):
    for item in range(len(matrix[0]) if matrix else 0):
        own = [row[item] for row in matrix]
        rest = [sum(row) - row[item] for row in matrix]
        r = point_biserial(joint_of(matrix, item))
        if len(set(own)) < 2 or len(set(rest)) < 2:
            assert r is None
        else:
            assert r == pytest.approx(correlation(own, rest), abs=1e-9)


@given(JOINTS)
def test_discrimination_is_inside_its_bounds(joint):
    r, d = point_biserial(joint), upper_lower(joint)
    assert r is None or -1 <= r <= 1
    assert d is None or -1.000001 <= d <= 1.000001


@given(JOINTS)
def test_an_item_turned_round_discriminates_backwards(joint):
    turned = {(1 - item, rest): count for (item, rest), count in joint.items()}
    for measure in (point_biserial, upper_lower):
        found = measure(joint)
        if found is None:
            assert measure(turned) is None
        else:
            assert measure(turned) == pytest.approx(-found, abs=1e-9)


@pytest.mark.parametrize(
    "joint",
    [{}, {(1, 3): 0}, {(1, 3): 5, (0, 3): 5}],
    ids=["nobody", "nobody counted", "one rest score"],
)
def test_no_discrimination(joint):
    assert point_biserial(joint) is None
    assert upper_lower(joint) is None


def test_an_item_that_all_had_right_separates_nobody():
    joint = {(1, 1): 5, (1, 3): 5}
    assert point_biserial(joint) is None
    assert upper_lower(joint) == 0


@pytest.mark.parametrize(
    ("joint", "d"),
    [
        ({(1, rest): 1 for rest in range(50, 100)} | {(0, 1): 50}, 1),
        # 27 of 100 at either end: of the best 40 three in four, of the worst one.
        ({(1, 3): 30, (0, 3): 10, (1, 2): 20, (1, 1): 10, (0, 1): 30}, 0.5),
        # The worst 27 are all 20 at the bottom, and 7 of the 60 above.
        ({(1, 3): 20, (1, 2): 30, (0, 2): 30, (0, 1): 20}, (23.5 - 3.5) / 27),
    ],
)
def test_upper_less_lower(joint, d):
    assert upper_lower(joint) == pytest.approx(d)


def test_ties_at_the_border_count_as_the_mean_of_all_ways_to_break_them():
    """Two of the five who tie are of the best 27 of 100; one of the five is right."""
    joint = {(0, 1): 70, (1, 9): 25, (1, 5): 1, (0, 5): 4}
    ways = [sum(way) for way in permutations([1, 0, 0, 0, 0], 2)]
    assert upper_lower(joint) == pytest.approx((25 + fmean(ways)) / 27)


@pytest.mark.parametrize("measure", [point_biserial, upper_lower])
def test_an_item_is_0_or_1(measure):
    with pytest.raises(ValueError, match="scored 2"):
        measure({(2, 1): 1, (0, 0): 1})


def test_distractors():
    uses = distractors(
        {("a", 3): 6, ("a", 2): 2, ("b", 1): 1, ("c", 3): 1, ("d", 1): 0}
    )
    assert uses == {
        "a": OptionUse(8, 0.8, 2.75),
        "b": OptionUse(1, 0.1, 1),
        "c": OptionUse(1, 0.1, 3),
    }
    assert ambiguous(uses, "a") == ["c"]
    assert ambiguous(uses, "d") == []


def test_distractors_of_several_choices_are_shares_of_persons():
    uses = distractors({("a", 3): 10, ("b", 3): 5}, answered=10)
    assert [use.share for use in uses.values()] == [1, 0.5]
    with pytest.raises(ValueError, match="10 of 9"):
        distractors({("a", 3): 10}, answered=9)


def test_no_distractors():
    assert distractors({}) == {}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 5)), min_size=1))
def test_every_choice_is_counted_once(rows):
    uses = distractors(Counter(rows))
    assert sum(use.count for use in uses.values()) == len(rows)
    assert sum(use.share for use in uses.values()) == pytest.approx(1)
    for option, use in uses.items():
        rests = [rest for one, rest in rows if one == option]
        assert use.mean_rest == pytest.approx(fmean(rests))
