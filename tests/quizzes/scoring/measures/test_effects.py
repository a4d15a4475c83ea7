from collections import Counter
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.measures.effects import (
    Group,
    PrePost,
    between,
    change,
    d_ppc2,
    describe,
    describe_pre_post,
    design_effect,
    needed_per_arm,
    u3,
)

PRE = [0.5, 1, 0, 1.5, 0.5, 1, 0.5, 0]
POST = [1, 1.5, 1, 1.5, 1.5, 1, 1, 0.5]
SCORES = st.lists(st.integers(0, 8), min_size=2, max_size=20)


def test_between_groups():
    found = between(Group(95, 5.20, 1.4), Group(96, 4.75, 1.5))
    assert found.d == pytest.approx(0.3101, abs=5e-5)
    assert found.g == pytest.approx(0.3089, abs=5e-5)
    assert found.se == pytest.approx(0.1456, abs=5e-5)
    assert found.interval == pytest.approx((0.0248, 0.5954), abs=5e-5)
    assert found.u3 == pytest.approx(0.622, abs=5e-4)


def test_the_small_sample_factor_of_very_few():
    """J = 1 - 3 / (4 · (2 + 2 - 2) - 1) = 4/7."""
    found = between(Group(2, 3, 1), Group(2, 1, 1))
    assert (found.d, found.g) == pytest.approx((2, 8 / 7))
    assert d_ppc2(PrePost(2, 1, 3, 1), PrePost(2, 1, 1, 1)) == pytest.approx(8 / 7)


@given(SCORES, SCORES)
def test_tables_say_what_rows_say_and_turning_round_turns_the_sign(first, second):
    groups = [describe(Counter(rows)) for rows in (first, second)]
    for rows, group in zip((first, second), groups, strict=True):
        assert group.n == len(rows)
        assert group.mean == pytest.approx(fmean(rows))
        assert group.sd == pytest.approx(stdev(rows))
    found, turned = between(*groups), between(*groups[::-1])
    if len(set(first)) == len(set(second)) == 1:
        assert found is None
    else:
        assert turned.d == pytest.approx(-found.d)
        assert turned.u3 == pytest.approx(1 - found.u3)
        assert abs(found.g) <= abs(found.d)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Group(1, 5, 1), Group(9, 4, 1)),
        (Group(9, 5, 1), Group(0, 4, 1)),
        (Group(9, 5, 0), Group(9, 4, 0)),
    ],
)
def test_no_effect_size(first, second):
    assert between(first, second) is None


@pytest.mark.parametrize("table", [{}, {4: 1}, {4: 0}])
def test_nobody_to_describe(table):
    assert describe(table) is None


def test_change_in_one_group():
    found = change(Counter(zip(PRE, POST, strict=True)))
    assert (found.n, found.mean) == (8, 0.5)
    assert found.d_z == pytest.approx(1.3229, abs=5e-5)
    assert found.d_av == pytest.approx(1.1480, abs=5e-5)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=2))
def test_backwards_the_change_has_the_other_sign(rows):
    found = change(Counter(rows))
    turned = change(Counter((post, pre) for pre, post in rows))
    assert turned.mean == pytest.approx(-found.mean)
    for one, other in [(found.d_z, turned.d_z), (found.d_av, turned.d_av)]:
        assert (one is None) == (other is None)
        assert one is None or other == pytest.approx(-one)


@pytest.mark.parametrize(
    ("table", "d_z", "d_av"),
    [({(1, 2): 3, (2, 3): 3}, None, 1.8257), ({(1, 2): 4}, None, None)],
)
def test_all_changed_alike(table, d_z, d_av):
    found = change(table)
    assert found.d_z == d_z
    assert found.d_av == (d_av and pytest.approx(d_av, abs=5e-5))


@pytest.mark.parametrize("table", [{}, {(1, 2): 1}])
def test_no_change_of_one_person(table):
    assert change(table) is None
    assert describe_pre_post(table) is None


def test_pre_post_control():
    treated, control = PrePost(60, 0.50, 1.40, 1.2), PrePost(58, 0.60, 0.90, 1.3)
    assert d_ppc2(treated, control) == pytest.approx(0.4768, abs=5e-5)
    assert d_ppc2(control, treated) == pytest.approx(-0.4768, abs=5e-5)
    assert d_ppc2(PrePost(1, 0, 1, 1), control) is None
    assert d_ppc2(PrePost(9, 0, 1, 0), PrePost(9, 0, 1, 0)) is None


def test_an_arm_from_its_table():
    arm = describe_pre_post(Counter(zip(PRE, POST, strict=True)))
    assert (arm.n, arm.pre_mean, arm.post_mean) == (8, 0.625, 1.125)
    assert arm.pre_sd == pytest.approx(stdev(PRE))


@pytest.mark.parametrize(
    ("d", "persons"),
    [(0.1, 1570), (0.15, 698), (0.2, 392), (0.31, 163), (0.4, 98), (0.5, 63)],
)
def test_needed_per_arm(d, persons):
    assert needed_per_arm(d) == needed_per_arm(-d) == persons


@pytest.mark.parametrize(("d", "persons"), [(0.31, 359), (0.2, 863)])
def test_needed_per_arm_in_classes(d, persons):
    design = design_effect(25, 0.05)
    assert design == pytest.approx(2.2)
    assert needed_per_arm(d, design=design) == persons


def test_more_power_needs_more_persons():
    assert needed_per_arm(0.3, power=0.9) > needed_per_arm(0.3, alpha=0.05)
    assert needed_per_arm(0.3, alpha=0.01) > needed_per_arm(0.3)
    assert needed_per_arm(0) is None


@pytest.mark.parametrize(("size", "icc"), [(0, 0.1), (25, -0.1), (25, 1.1)])
def test_impossible_classes_are_refused(size, icc):
    with pytest.raises(ValueError, match="ICC"):
        design_effect(size, icc)


@given(st.floats(-4, 4))
def test_u3_is_a_share_with_the_middle_at_one_half(d):
    assert 0 <= u3(d) <= 1
    assert u3(d) + u3(-d) == pytest.approx(1)
