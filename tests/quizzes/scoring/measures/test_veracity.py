from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.measures.veracity import Veracity, cohort, score, score_answers

HALF = 10
CALLED = st.integers(0, HALF)


@pytest.mark.parametrize(
    ("real", "fake", "v", "d", "n"),
    [(6, 8, 14, 2, 0), (10, 10, 20, 0, 0), (0, 10, 10, 10, 0), (10, 0, 10, 0, 10)],
)
def test_vectors(real, fake, v, d, n):
    assert score(real, fake, HALF) == Veracity(real, fake, v, d, n)


@given(CALLED, CALLED)
def test_the_scheme_holds_together(real, fake):
    one = score(real, fake, HALF)
    assert one.distrust - one.naivety == fake - real
    assert 0 in (one.distrust, one.naivety)
    assert 0 <= one.discernment <= 2 * HALF
    assert 0 <= max(one.distrust, one.naivety) <= HALF


@given(st.lists(st.booleans(), min_size=8, max_size=8))
def test_rows_and_counts_say_the_same(called):
    is_real = [True, False] * 4
    found = score_answers(list(zip(is_real, called, strict=True)))
    assert found == score(sum(called[::2]), 4 - sum(called[1::2]), 4)
    # d and n by their first definition: answers "fake", or "real", beyond K/2.
    assert found.distrust == max(0, called.count(False) - 4)
    assert found.naivety == max(0, called.count(True) - 4)


@pytest.mark.parametrize(
    "answers",
    [
        [],
        [(True, True), (False, None)],
        [(True, True), (False, False), (True, True)],
        [(True, True), (True, False)],
    ],
    ids=["empty", "incomplete", "odd", "not half and half"],
)
def test_no_score(answers):
    assert score_answers(answers) is None


@pytest.mark.parametrize(("real", "fake"), [(11, 0), (0, 11), (-1, 5)])
def test_more_than_half_the_items_is_refused(real, fake):
    with pytest.raises(ValueError, match="of 10"):
        score(real, fake, HALF)


@given(st.lists(st.tuples(CALLED, CALLED), min_size=1, max_size=30))
def test_a_cohort_is_the_mean_of_its_persons(rows):
    found = cohort(Counter(rows), HALF)
    scores = [score(*row, HALF) for row in rows]
    assert found.persons == len(rows)
    for name in ("real", "fake", "discernment", "distrust", "naivety"):
        mean = sum(getattr(one, name) for one in scores) / len(rows)
        assert getattr(found, name).value == pytest.approx(mean)


def test_no_cohort():
    assert cohort({}, HALF) is None
    assert cohort({(3, 4): 0}, HALF) is None
