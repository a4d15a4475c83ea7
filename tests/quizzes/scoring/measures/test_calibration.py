from collections import Counter
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.certainty import points
from quizzes.scoring.measures.calibration import (
    PROBABILITY,
    Confidence,
    brier,
    chart,
    mean_points,
    overconfidence,
)
from quizzes.scoring.measures.intervals import wilson
from quizzes.scoring.measures.minimums import BIN_COHORT, BIN_OWN

STEPS = st.integers(1, 5)
ROWS = st.lists(st.tuples(STEPS, st.booleans()), max_size=30)

# P .95 .75 .5 .25 .05 .95, outcome 1 1 0 0 0 0
VECTOR = Counter(
    zip([5, 4, 3, 2, 1, 5], [True, True, False, False, False, False], strict=True)
)


def test_the_steps_are_those_of_the_slider():
    assert PROBABILITY == {1: 0.05, 2: 0.25, 3: 0.5, 4: 0.75, 5: 0.95}


def test_brier():
    assert brier(VECTOR) == pytest.approx(0.21375)


@pytest.mark.parametrize(
    ("table", "value"),
    [
        ({(3, True): 4, (3, False): 9}, 0.25),
        ({(5, True): 4, (1, False): 9}, 0.0025),
        ({(5, False): 1}, 0.9025),
        ({}, None),
        ({(5, False): 0}, None),
    ],
)
def test_brier_known_beforehand(table, value):
    assert brier(table) == (value and pytest.approx(value))


@given(ROWS)
def test_tables_say_what_rows_say(rows):
    table = Counter(rows)
    if not rows:
        assert brier(table) is mean_points(table) is None
        return
    losses = [(PROBABILITY[step] - outcome) ** 2 for step, outcome in rows]
    assert brier(table) == pytest.approx(fmean(losses))
    assert 0 <= brier(table) <= 1
    assert mean_points(table) == pytest.approx(fmean(points(*row) for row in rows))
    # Points are rounded, so their mean is within half a point of the Brier score's.
    assert mean_points(table) == pytest.approx(100 * (1 - brier(table)), abs=0.5)


def expected(belief, score):
    return belief * score(True) + (1 - belief) * score(False)


@given(st.floats(0, 1))
def test_the_honest_answer_maximises_expected_points(belief):
    """Before rounding, the step nearest to what one believes is worth most."""

    def worth(p):
        return expected(belief, lambda outcome: 100 * (1 - (p - outcome) ** 2))

    nearest = min(PROBABILITY.values(), key=lambda p: abs(p - belief))
    assert all(worth(nearest) >= worth(p) - 1e-9 for p in PROBABILITY.values())
    assert all(worth(belief) >= worth(p) - 1e-9 for p in PROBABILITY.values())


@pytest.mark.parametrize("step", PROBABILITY)
def test_rounding_leaves_the_honest_answer_worth_most(step):
    belief = PROBABILITY[step]
    worth = {
        one: expected(belief, lambda outcome, one=one: points(one, outcome))
        for one in PROBABILITY
    }
    assert all(worth[step] > worth[one] for one in worth if one != step)


@pytest.mark.parametrize(
    ("table", "result"),
    [
        (VECTOR, (5, 0.87, 0.8, 0.07)),
        ({(5, False): 4}, (4, 0.95, 0, 0.95)),
        ({(4, True): 2, (2, False): 2}, (4, 0.75, 1, -0.25)),
        ({(4, True): 3, (4, False): 1, (3, True): 50}, (4, 0.75, 0.75, 0)),
    ],
)
def test_overconfidence(table, result):
    found = overconfidence(table)
    assert isinstance(found, Confidence)
    values = (found.answers, found.confidence, found.accuracy, found.over)
    assert values == pytest.approx(result)


@pytest.mark.parametrize("table", [{}, {(3, True): 9}])
def test_never_sure_never_overconfident(table):
    assert overconfidence(table) is None


@pytest.mark.parametrize(("minimum", "steps"), [(BIN_COHORT, [4]), (BIN_OWN, [1, 4])])
def test_the_chart_shows_bins_from_their_minimum_on(minimum, steps):
    table = {(1, True): 2, (1, False): 6, (2, True): 7, (4, True): 15, (4, False): 5}
    bins = chart(table, minimum)
    assert [one.step for one in bins] == steps
    last = bins[-1]
    assert (last.said, last.share_accurate, last.answers) == (0.75, 0.75, 20)
    assert last.interval == wilson(15, 20)


@given(ROWS)
def test_the_bins_hold_every_answer_once(rows):
    bins = chart(Counter(rows), 1)
    assert sum(one.answers for one in bins) == len(rows)
    assert [one.step for one in bins] == sorted({step for step, _ in rows})


@pytest.mark.parametrize(
    "measure", [brier, mean_points, overconfidence, lambda table: chart(table, 1)]
)
def test_other_steps_are_refused(measure):
    for table in ({(0, True): 1}, {(6, True): 1}, {(1, True): -1}):
        with pytest.raises(ValueError, match=r"of (0|6|-1)"):
            measure(table)
