from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.measures.intervals import (
    Interval,
    bootstrap,
    bootstrap_mean,
    estimate_mean,
    mean_of_sums,
    wilson,
)

SHARES = st.integers(1, 500).flatmap(
    lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
)
# (sum, persons) of ten classes.
CLASSES = [(float(n), 10) for n in range(10)]


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (0, 10, 0, 0.2775),
        (7, 10, 0.3968, 0.8922),
        (10, 10, 0.7225, 1),
        (45, 60, 0.6277, 0.8422),
    ],
)
def test_wilson(part, whole, low, high):
    assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)


@given(SHARES)
def test_wilson_is_inside_0_to_1_and_holds_the_share(share):
    part, whole = share
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole <= high <= 1
    mirrored = wilson(whole - part, whole)
    assert mirrored == pytest.approx((1 - high, 1 - low))


def test_wilson_of_nothing():
    assert wilson(0, 0) is None


@pytest.mark.parametrize(("part", "whole"), [(11, 10), (-1, 10)])
def test_wilson_of_more_than_all(part, whole):
    with pytest.raises(ValueError, match="of 10"):
        wilson(part, whole)


def test_a_mean_with_its_interval():
    found = estimate_mean({1: 2, 3: 2}.items())
    assert (found.value, found.count) == (2, 4)
    assert found.se == pytest.approx((4 / 3) ** 0.5 / 2)
    assert found.interval == pytest.approx((2 - 1.96 * found.se, 2 + 1.96 * found.se))


def test_one_person_has_a_mean_and_no_interval():
    found = estimate_mean([(3.5, 1)])
    assert (found.value, found.se, found.interval) == (3.5, None, None)
    assert estimate_mean([]) is None


@pytest.mark.parametrize("count", [0, 1, 7])
def test_no_bootstrap_under_eight_classes(count):
    assert bootstrap_mean(CLASSES[:count], 1) is None


def test_classes_without_persons_do_not_count():
    assert bootstrap_mean([*CLASSES[:7], (0, 0)], 1) is None
    assert bootstrap_mean([*CLASSES, (0, 0)], 1) == bootstrap_mean(CLASSES, 1)


def test_the_seed_decides():
    assert bootstrap_mean(CLASSES, 1) == bootstrap_mean(CLASSES, 1)
    uneven = [(total**2.3, 10) for total, _ in CLASSES]
    assert bootstrap_mean(uneven, 1) != bootstrap_mean(uneven, 2)


def test_classes_all_alike_leave_no_doubt():
    assert bootstrap_mean([(5.0, 10)] * 8, 1) == Interval(0.5, 0.5)


def test_the_percentiles_are_those_of_the_draws():
    """Whatever is drawn, the statistic counts up from 0 to 2000."""
    counted = iter(range(2001))
    found = bootstrap(range(8), lambda _: next(counted), 1, draws=2001)
    assert found == pytest.approx((50, 1950))


def test_an_undefined_draw_leaves_no_interval():
    assert bootstrap(range(8), lambda _: None, 1) is None


def test_the_interval_is_as_wide_as_the_classes_say():
    lots = Random(3)
    means = [lots.gauss(0.5, 0.1) for _ in range(60)]
    low, high = bootstrap_mean([(20 * mean, 20) for mean in means], 1)
    expected = estimate_mean((mean, 1) for mean in means)
    assert (low, high) == pytest.approx(expected.interval, abs=0.005)


def test_large_classes_weigh_more():
    assert mean_of_sums([(10, 10), (0, 30)]) == 0.25
    assert mean_of_sums([]) is None
