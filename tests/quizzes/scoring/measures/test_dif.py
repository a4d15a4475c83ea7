from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.scoring.measures.dif import classify, mantel_haenszel

CELLS = st.dictionaries(
    st.tuples(
        st.sampled_from(["ar", "en", "ckb"]), st.integers(0, 4), st.integers(0, 1)
    ),
    st.integers(0, 30),
)


def table_of(*strata):
    """One (ar right, ar wrong, en right, en wrong) for each rest score."""
    return {
        (group, rest, item): cells[place]
        for rest, cells in enumerate(strata)
        for place, (group, item) in enumerate(
            [("ar", 1), ("ar", 0), ("en", 1), ("en", 0)]
        )
    }


@pytest.mark.parametrize(
    ("strata", "ratio", "verdict"),
    [
        ([(30, 20, 30, 20), (40, 10, 40, 10)], 1, "fine"),
        ([(40, 20, 20, 40)], 4, "rewrite"),
        ([(20, 40, 40, 20)], 0.25, "rewrite"),
        # (30·25/100 + 40·15/100) / (20·25/100 + 10·35/100)
        ([(30, 20, 25, 25), (40, 10, 35, 15)], 13.5 / 8.5, "watch"),
    ],
)
def test_known_tables(strata, ratio, verdict):
    found = mantel_haenszel(table_of(*strata), "ar", "en")
    assert found.odds_ratio == pytest.approx(ratio)
    assert found.delta == pytest.approx(-2.35 * log(ratio))
    assert found.verdict == verdict
    assert found.reference == sum(a + b for a, b, _, _ in strata)
    assert found.focal == sum(c + d for _, _, c, d in strata)


def test_the_standard_error_of_one_stratum_is_that_of_a_log_odds_ratio():
    found = mantel_haenszel(table_of((40, 20, 20, 40)), "ar", "en")
    assert found.se == pytest.approx(2.35 * (2 / 40 + 2 / 20) ** 0.5)
    half = 1.96 * found.se
    assert found.interval == pytest.approx((found.delta - half, found.delta + half))


@given(CELLS)
def test_swapping_the_groups_turns_the_sign(table):
    found, turned = (
        mantel_haenszel(table, "ar", "en"),
        mantel_haenszel(table, "en", "ar"),
    )
    assert (found is None) == (turned is None)
    if found:
        assert turned.delta == pytest.approx(-found.delta, abs=1e-9)
        assert turned.se == pytest.approx(found.se)
        assert turned.verdict == found.verdict
        assert found.se > 0


@given(CELLS)
def test_other_groups_are_left_alone(table):
    two = {key: n for key, n in table.items() if key[0] != "ckb"}
    assert mantel_haenszel(table, "ar", "en") == mantel_haenszel(two, "ar", "en")


@pytest.mark.parametrize(
    "table",
    [
        {},
        table_of((0, 0, 0, 0)),
        table_of((30, 20, 0, 0), (0, 0, 30, 20)),
        table_of((30, 0, 30, 0)),
        table_of((30, 0, 10, 20)),
    ],
    ids=["nobody", "zeros", "no stratum in common", "all right", "one group right"],
)
def test_no_difference_to_speak_of(table):
    assert mantel_haenszel(table, "ar", "en") is None


@pytest.mark.parametrize(
    ("delta", "verdict"),
    [
        (0, "fine"),
        (-0.99, "fine"),
        (1, "watch"),
        (-1.49, "watch"),
        (1.5, "rewrite"),
        (-3, "rewrite"),
    ],
)
def test_the_ets_rule(delta, verdict):
    assert classify(delta) == verdict


def test_bad_tables_are_refused():
    with pytest.raises(ValueError, match="scored 2"):
        mantel_haenszel({("ar", 1, 2): 1}, "ar", "en")
    with pytest.raises(ValueError, match="-1"):
        mantel_haenszel({("ar", 1, 1): -1}, "ar", "en")
    with pytest.raises(ValueError, match="itself"):
        mantel_haenszel({}, "ar", "ar")
