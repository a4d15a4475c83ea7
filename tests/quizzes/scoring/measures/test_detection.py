from collections import Counter
from math import sqrt
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.measures.detection import (
    averaged,
    bootstrap_averaged,
    cohort,
    detect,
    long_forms,
    needs_pooling,
    pooled,
)

COUNT = st.integers(1, 12).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
ANSWERS = st.tuples(COUNT, COUNT).map(lambda two: two[0] + two[1])
FORM = st.tuples(st.integers(0, 8), st.integers(0, 8)).map(lambda x: (x[0], 8, x[1], 8))


# The SE of 5/10, 5/10 is √(π/10) = .5605, which the measures print as .561.
@pytest.mark.parametrize(
    ("answers", "h", "f", "d_prime", "c", "se"),
    [
        ((8, 10, 2, 10), 0.7727, 0.2273, 1.4957, 0, 0.621),
        ((10, 10, 0, 10), 0.9545, 0.0455, 3.3812, 0, 0.975),
        ((5, 10, 5, 10), 0.5, 0.5, 0, 0, 0.5605),
        ((10, 10, 10, 10), 0.9545, 0.9545, 0, -1.6906, 0.975),
        ((0, 10, 0, 10), 0.0455, 0.0455, 0, 1.6906, 0.975),
        ((9, 10, 4, 10), 0.8636, 0.4091, 1.3267, -0.4335, 0.638),
        ((3, 4, 1, 4), 0.7, 0.3, 1.0488, 0, 0.932),
        ((80, 100, 20, 100), 0.7970, 0.2030, 1.6621, 0, 0.201),
    ],
)
def test_vectors(answers, h, f, d_prime, c, se):
    found = detect(*answers)
    rates = (found.hit_rate, found.false_alarm_rate)
    assert rates == pytest.approx((h, f), abs=5.1e-5)
    assert (found.d_prime, found.c) == pytest.approx((d_prime, c), abs=5.1e-5)
    assert found.se_d_prime == pytest.approx(se, abs=5.1e-4)
    assert found.se_c == found.se_d_prime / 2
    half = 1.96 * found.se_d_prime
    assert found.d_prime_interval == (found.d_prime - half, found.d_prime + half)
    assert found.c_interval == (found.c - half / 2, found.c + half / 2)


@given(ANSWERS)
def test_signs(answers):
    hits, misleading, alarms, accurate = answers
    found = detect(*answers)
    swapped = detect(alarms, accurate, hits, misleading)
    assert swapped.d_prime == pytest.approx(-found.d_prime)
    assert swapped.c == pytest.approx(found.c)
    turned = detect(misleading - hits, misleading, accurate - alarms, accurate)
    assert turned.d_prime == pytest.approx(-found.d_prime)
    assert turned.c == pytest.approx(-found.c)


def test_a_balanced_c_has_no_minus():
    assert str(detect(8, 10, 2, 10).c) == "0.0"


@pytest.mark.parametrize("answers", [(0, 0, 1, 4), (1, 4, 0, 0), (0, 0, 0, 0)])
def test_no_half_no_measure(answers):
    assert detect(*answers) is None
    assert cohort({answers: 30}) is None
    assert pooled({answers: 30}) is None


@pytest.mark.parametrize("answers", [(5, 4, 0, 4), (0, 4, 5, 4), (-1, 4, 0, 4)])
def test_more_than_all_is_refused(answers):
    for measure in (pooled, averaged, cohort):
        with pytest.raises(ValueError, match="of 4"):
            measure({answers: 1})


@given(st.lists(FORM, min_size=2, max_size=30))
def test_a_cohort_is_the_mean_of_its_persons(rows):
    found = cohort(Counter(rows))
    ones = [detect(*row) for row in rows]
    assert (found.persons, found.left_out, found.is_pooled) == (len(rows), 0, False)
    for name in ("d_prime", "c"):
        values = [getattr(one, name) for one in ones]
        estimate = getattr(found, name)
        assert estimate.value == pytest.approx(fmean(values), abs=1e-9)
        assert estimate.se == pytest.approx(stdev(values) / sqrt(len(values)), abs=1e-9)


def test_the_mean_of_persons_is_not_the_measure_of_the_pool():
    table = {(8, 8, 8, 8): 10, (0, 8, 0, 8): 10, (8, 8, 0, 8): 10}
    assert cohort(table).d_prime.value > pooled(table).d_prime.value + 0.1


def test_few_items_are_pooled_and_labelled():
    table = {(2, 2, 0, 2): 15, (1, 2, 1, 2): 15}
    found = cohort(table)
    assert found == pooled(table)
    assert found.is_pooled
    assert (found.persons, found.left_out) == (30, 0)
    whole = detect(45, 60, 15, 60)
    assert found.d_prime.value == whole.d_prime
    assert found.d_prime.interval == whole.d_prime_interval
    assert found.c.interval == whole.c_interval


def test_persons_of_one_half_are_left_out_of_the_pool():
    both = {(2, 2, 0, 2): 15, (1, 2, 1, 2): 15}
    found = cohort(both | {(1, 1, 0, 0): 40, (0, 0, 0, 1): 40})
    assert (found.persons, found.left_out) == (30, 80)
    assert (found.d_prime, found.c) == (cohort(both).d_prime, cohort(both).c)
    assert cohort({(1, 1, 0, 0): 10, (0, 0, 0, 1): 10}) is None


def test_persons_of_one_half_do_not_make_forms_short():
    assert not needs_pooling({(3, 4, 1, 4): 10, (1, 1, 0, 0): 40})


@pytest.mark.parametrize(
    ("long", "short", "is_pooled"),
    [(10, 0, False), (10, 10, False), (10, 11, True), (0, 3, True), (0, 0, False)],
)
def test_pooled_where_most_have_few_items(long, short, is_pooled):
    table = {(3, 4, 1, 4): long, (1, 2, 1, 2): short}
    assert needs_pooling(table) is is_pooled
    found = cohort(table)
    if long + short:
        assert found.is_pooled is is_pooled
        assert found.left_out == (0 if is_pooled else short)
    else:
        assert found is None


def test_eight_items_of_one_half_are_no_form():
    assert long_forms({(3, 4, 1, 4): 2, (8, 8, 0, 0): 3, (3, 3, 4, 4): 1}) == {
        (3, 4, 1, 4): 2
    }


def test_one_person_has_no_interval():
    found = averaged({(3, 4, 1, 4): 1})
    assert (found.d_prime.interval, found.c.interval) == (None, None)
    assert averaged({}) is None


def test_classes_drawn_again():
    classes = [
        {(6, 8, hits % 5, 8): 12, (7, 8, 2, 8): 8, (1, 2, 0, 2): 4}
        for hits in range(12)
    ]
    d_prime, c = bootstrap_averaged(classes, 1)
    whole = averaged(sum((Counter(one) for one in classes), Counter()))
    assert d_prime.low < whole.d_prime.value < d_prime.high
    assert c.low < whole.c.value < c.high
    assert bootstrap_averaged(classes, 1) == (d_prime, c)
    assert bootstrap_averaged(classes[:7], 1) is None
    assert bootstrap_averaged([*classes[:7], {(1, 2, 0, 2): 40}], 1) is None
