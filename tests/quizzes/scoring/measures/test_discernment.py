from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.measures import discernment
from quizzes.scoring.measures.discernment import (
    Halves,
    auc,
    auc_counts,
    cohort_judged_disc,
    cohort_manip_disc,
    cohort_report_disc,
    cohort_share_disc,
    cohort_trust_disc,
    manip_disc,
    mean_rate,
    rate,
    report_disc,
    share_disc,
    trust_disc,
)

RATING = st.integers(1, 7)
RATINGS = st.lists(st.tuples(st.integers(0, 1), RATING), max_size=16)
COUNT = st.integers(0, 8).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SHARES = st.lists(st.tuples(COUNT, COUNT).map(lambda two: two[0] + two[1]), max_size=20)
RATED = {(1, 6): 1, (1, 5): 1, (1, 7): 1, (1, 4): 1} | dict.fromkeys(
    [(0, 2), (0, 4), (0, 3), (0, 5)], 1
)


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else None


def test_the_area_under_the_curve():
    assert auc(RATED) == 0.875
    assert auc_counts(RATED) == (28, 32)


@given(RATINGS)
def test_the_area_is_symmetric(rows):
    area = auc(Counter(rows))
    if len({m for m, _ in rows}) < 2:
        assert area is None
        return
    assert 0 <= area <= 1
    swapped = auc(Counter((1 - m, value) for m, value in rows))
    reversed_scale = auc(Counter((m, 8 - value) for m, value in rows))
    assert swapped == reversed_scale == pytest.approx(1 - area)


@given(RATINGS)
def test_the_area_needs_no_scale(rows):
    stretched = Counter((m, value**3) for m, value in rows)
    assert auc(stretched) == auc(Counter(rows))


@given(RATINGS)
def test_ratings_as_table_and_as_rows(rows):
    table = Counter(rows)
    accurate = mean(value for m, value in rows if not m)
    misleading = mean(value for m, value in rows if m)
    for found, sign in [(manip_disc(table), -1), (trust_disc(table), 1)]:
        assert found.accurate == (accurate and pytest.approx(accurate))
        assert found.misleading == (misleading and pytest.approx(misleading))
        if accurate is None or misleading is None:
            assert found.discernment is None
        else:
            difference = sign * (accurate - misleading)
            assert found.discernment == pytest.approx(difference)
            assert -6 <= found.discernment <= 6


@pytest.mark.parametrize(
    ("found", "accurate", "misleading", "disc"),
    [
        (manip_disc(RATED), 3.5, 5.5, 2.0),
        (trust_disc(RATED), 3.5, 5.5, -2.0),
        (share_disc(3, 4, 1, 4), 0.75, 0.25, 0.5),
        (share_disc(4, 4, 4, 4), 1, 1, 0),
        (share_disc(0, 4, 4, 4), 0, 1, -1),
        (share_disc(0, 0, 1, 4), None, 0.25, None),
        (report_disc(1, 4, 3, 4), 0.25, 0.75, 0.5),
        (report_disc(1, 4, 0, 0), 0.25, None, None),
        (manip_disc({}), None, None, None),
    ],
)
def test_both_halves_and_the_difference(found, accurate, misleading, disc):
    assert found == Halves(accurate, misleading, disc)


@pytest.mark.parametrize("key", [(0, 0), (1, 8), (2, 4)])
def test_a_rating_off_the_scale_is_refused(key):
    with pytest.raises(ValueError, match="rating"):
        manip_disc({key: 1})


@given(SHARES)
def test_a_cohort_is_the_mean_of_persons_with_both_halves(rows):
    found = cohort_share_disc(Counter(rows))
    whole = [share_disc(*row) for row in rows if row[1] and row[3]]
    if not whole:
        assert found is None
        return
    assert (found.persons, found.left_out) == (len(whole), len(rows) - len(whole))
    for name in ("accurate", "misleading", "discernment"):
        value = mean(getattr(one, name) for one in whole)
        assert getattr(found, name).value == pytest.approx(value)
    difference = found.accurate.value - found.misleading.value
    assert found.discernment.value == pytest.approx(difference)


@pytest.mark.parametrize(
    ("cohort", "table", "halves"),
    [
        (cohort_manip_disc, {(14, 4, 22, 4): 3}, (3.5, 5.5, 2)),
        (cohort_trust_disc, {(14, 4, 22, 4): 3}, (3.5, 5.5, -2)),
        (cohort_share_disc, {(4, 4, 0, 4): 1, (0, 4, 0, 4): 1}, (0.5, 0, 0.5)),
        (cohort_report_disc, {(1, 4, 3, 4): 2}, (0.25, 0.75, 0.5)),
        (cohort_judged_disc, {(3, 4, 1, 4): 2}, (0.75, 0.25, 0.5)),
        (cohort_judged_disc, {(4, 4, 4, 4): 2}, (0, 0, 0)),
        (cohort_judged_disc, {(0, 4, 0, 4): 2}, (1, 1, 0)),
    ],
)
def test_cohorts(cohort, table, halves):
    found = cohort(table)
    values = (found.accurate, found.misleading, found.discernment)
    assert tuple(one.value for one in values) == pytest.approx(halves)


@pytest.mark.parametrize(
    "name", ["manip_disc", "trust_disc", "share_disc", "report_disc", "judged_disc"]
)
def test_no_cohort(name):
    cohort = getattr(discernment, f"cohort_{name}")
    assert cohort({}) is None
    assert cohort({(0, 0, 4, 4): 5}) is None
    assert cohort({(4, 4, 0, 0): 5}) is None


@pytest.mark.parametrize(
    ("cohort", "key"),
    [
        (cohort_share_disc, (5, 4, 0, 4)),
        (cohort_share_disc, (-1, 4, 0, 4)),
        (cohort_manip_disc, (29, 4, 20, 4)),
        (cohort_manip_disc, (20, 4, 3, 4)),
        (cohort_judged_disc, (5, 4, 0, 4)),
    ],
)
def test_impossible_sums_are_refused(cohort, key):
    with pytest.raises(ValueError, match="of"):
        cohort({key: 1})


def test_rates_of_checking_and_of_over_reporting():
    assert rate(1, 4) == 0.25
    assert rate(0, 0) is None
    found = mean_rate({(1, 4): 2, (4, 4): 1, (0, 0): 5})
    assert (found.value, found.count) == (pytest.approx(0.5), 3)
    assert mean_rate({(0, 0): 3}) is None
    with pytest.raises(ValueError, match="5 of 4"):
        rate(5, 4)


def test_the_mean_area_of_a_cohort():
    assert mean_rate({auc_counts(RATED): 2}).value == 0.875
