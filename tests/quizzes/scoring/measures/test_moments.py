import statistics
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.measures.moments import (
    moments,
    pearson,
    require_count,
    require_share,
)

NUMBERS = st.integers(-9, 9)


@given(st.lists(NUMBERS, min_size=2))
def test_a_table_says_what_its_rows_say(values):
    found = moments(Counter(values).items())
    assert found.count == len(values)
    assert found.mean == pytest.approx(statistics.fmean(values))
    assert found.sd == pytest.approx(statistics.stdev(values))
    assert found.population_variance == pytest.approx(statistics.pvariance(values))


@pytest.mark.parametrize("pairs", [[], [(3, 0)]])
def test_nothing_has_no_mean(pairs):
    assert moments(pairs) is None


def test_one_value_has_no_sample_sd():
    assert moments([(4, 1)]).sd is None


@pytest.mark.parametrize("count", [1, 3, 7])
def test_equal_values_have_no_spread_at_all(count):
    assert moments([(0.1, count), (0.1, count)]).squares == 0


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=20))
def test_a_correlation_is_symmetric_and_inside_its_bounds(rows):
    r = pearson(Counter(rows).items())
    if len({x for x, _ in rows}) < 2 or len({y for _, y in rows}) < 2:
        assert r is None
    else:
        assert -1 <= r <= 1
        turned = pearson(((y, x), 1) for x, y in rows)
        assert r == pytest.approx(turned)
        xs, ys = zip(*rows, strict=True)
        assert r == pytest.approx(statistics.correlation(xs, ys), abs=1e-9)


@pytest.mark.parametrize(
    ("rows", "r"),
    [([(0, 0), (1, 1)], 1), ([(0, 1), (1, 0)], -1), ([(0, 0), (0, 1)], None)],
)
def test_correlations_known_beforehand(rows, r):
    assert pearson((row, 2) for row in rows) == (r and pytest.approx(r))


def test_negative_counts_are_refused():
    with pytest.raises(ValueError, match="-1"):
        moments([(1, -1)])
    with pytest.raises(ValueError, match="-1"):
        require_count(-1)


@pytest.mark.parametrize(("part", "whole"), [(-1, 3), (4, 3), (0, -1)])
def test_more_than_all_is_refused(part, whole):
    with pytest.raises(ValueError, match="of"):
        require_share(part, whole)
