from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.measures.reliability import alpha, kr20, sem
from tests.quizzes.scoring.measures.matrices import (
    MATRICES,
    VECTOR,
    correct_of,
    totals_of,
)


def test_vector():
    found = kr20(correct_of(VECTOR), totals_of(VECTOR))
    assert found == pytest.approx(0.8333, abs=5e-5)
    assert alpha(VECTOR) == pytest.approx(found)


@given(MATRICES)
def test_kr20_is_alpha_of_right_and_wrong(matrix):
    from_tables = kr20(correct_of(matrix), totals_of(matrix))
    from_rows = alpha(matrix)
    if from_rows is None:
        assert from_tables is None
    else:
        assert from_tables == pytest.approx(from_rows, abs=1e-9)
        assert from_rows <= 1 + 1e-9


@pytest.mark.parametrize(
    "matrix",
    [[], [[1], [0]], [[1, 0], [0, 1]], [[1, 1, 1]]],
    ids=["nobody", "one item", "one total", "one person"],
)
def test_no_reliability(matrix):
    assert alpha(matrix) is None
    assert kr20(correct_of(matrix), totals_of(matrix)) is None


@given(st.lists(st.integers(0, 5), min_size=2, max_size=12))
def test_an_item_and_its_copy_are_wholly_reliable(values):
    found = alpha([[value, value] for value in values])
    assert found == (None if len(set(values)) < 2 else pytest.approx(1))


def test_alpha_takes_ratings():
    assert alpha([[1, 2], [2, 3], [3, 4], [4.5, 5.5]]) == pytest.approx(1)
    with pytest.raises(ValueError, match="zip"):
        alpha([[1, 2], [1]])


@pytest.mark.parametrize(
    ("correct", "totals"),
    [([2, 2], {1: 3}), ([4, 0], {1: 3, 0: 1, 2: 0}), ([5, 1], {2: 3})],
)
def test_tables_of_different_answers_are_refused(correct, totals):
    with pytest.raises(ValueError, match="of"):
        kr20(correct, totals)


def test_standard_error_of_measurement():
    totals = totals_of(VECTOR)
    variance = sum((t - 14 / 6) ** 2 * n for t, n in totals.items()) / 6
    assert sem(totals, 5 / 6) == pytest.approx(sqrt(variance / 6))
    assert sem(totals, 1) == 0
    assert sem(totals, None) is None
    assert sem({}, 0.5) is None
