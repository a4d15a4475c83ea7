import pytest

from quizzes.scoring.measures.cynicism import cynicism_alarm, smaller_side

# 8 misleading and 8 accurate items each: (hits, 8, false alarms, 8).
BEFORE = {(5, 8, 2, 8): 30, (6, 8, 3, 8): 30, (4, 8, 1, 8): 30}
CYNICAL = {(7, 8, 5, 8): 30, (8, 8, 6, 8): 30, (6, 8, 4, 8): 30}
SKILLED = {(8, 8, 2, 8): 30, (7, 8, 3, 8): 30, (7, 8, 1, 8): 30}
CREDULOUS = {(2, 8, 0, 8): 30, (3, 8, 1, 8): 30, (4, 8, 1, 8): 30}


def fewer(table, persons):
    return dict.fromkeys(table, persons)


def shorter(table):
    """The same answers to forms of 2 and 2."""
    return {(h // 4, 2, f // 3, 2): 30 for h, _, f, _ in table}


@pytest.mark.parametrize(
    ("after", "c_fell", "accurate_fell"),
    [
        (CYNICAL, True, True),
        (SKILLED, True, False),
        (CREDULOUS, False, False),
        (BEFORE, False, False),
    ],
    ids=["cynical", "skilled", "credulous", "the same"],
)
def test_only_more_of_everything_flagged_raises_it(after, c_fell, accurate_fell):
    found = cynicism_alarm(BEFORE, after)
    assert (found.c.is_fall, found.accurate.is_fall) == (c_fell, accurate_fell)
    assert found.is_raised is (c_fell and accurate_fell)
    assert not found.is_pooled


def test_what_it_says():
    found = cynicism_alarm(BEFORE, CYNICAL)
    c = found.after.c.value - found.before.c.value
    assert found.c.value == pytest.approx(c)
    assert found.c.interval.low < c < found.c.interval.high < 0
    assert found.before.halves.accurate.value == pytest.approx(0.75)
    assert found.after.halves.accurate.value == pytest.approx(0.375)
    assert found.accurate.value == pytest.approx(-0.375)
    # It is the halves that fall together: fewer of both taken for accurate.
    assert found.after.halves.misleading.value < found.before.halves.misleading.value
    se = (found.before.c.se**2 + found.after.c.se**2) ** 0.5
    assert found.c.interval == pytest.approx((c - 1.96 * se, c + 1.96 * se))


def test_a_fall_within_chance_raises_nothing():
    before = {(2, 8, 0, 8): 10, (6, 8, 6, 8): 10, (8, 8, 2, 8): 10}
    after = {(2, 8, 0, 8): 10, (7, 8, 7, 8): 10, (8, 8, 2, 8): 10}
    found = cynicism_alarm(before, after)
    assert found.c.value < 0
    assert found.accurate.value < 0
    assert not found.is_raised


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, CYNICAL),
        (BEFORE, {}),
        (fewer(BEFORE, 6), CYNICAL),
        (BEFORE, fewer(CYNICAL, 6)),
        ({(8, 8, 0, 0): 90}, CYNICAL),
    ],
    ids=["none before", "none after", "18 before", "18 after", "one half only"],
)
def test_undecided_under_twenty_persons(before, after):
    assert cynicism_alarm(before, after) is None


def test_decided_from_twenty_persons_on():
    assert cynicism_alarm(fewer(BEFORE, 7), fewer(CYNICAL, 7)).is_raised


def test_the_smaller_side_counts_those_who_are_compared():
    few = fewer(BEFORE, 6) | {(8, 8, 0, 0): 90}
    assert smaller_side(few, CYNICAL) == smaller_side(CYNICAL, few) == 18
    assert smaller_side(few | {(1, 2, 0, 2): 5}, CYNICAL) == 18
    assert smaller_side(few | {(1, 2, 0, 2): 30}, CYNICAL) == 48


def test_short_forms_are_pooled_on_both_sides_and_labelled():
    found = cynicism_alarm(shorter(BEFORE), CYNICAL)
    assert found.is_pooled
    turned = cynicism_alarm(BEFORE, shorter(CYNICAL))
    assert turned.is_pooled


def test_persons_of_one_half_change_nothing():
    extra = {(4, 4, 0, 0): 40}
    assert cynicism_alarm(BEFORE | extra, CYNICAL) == cynicism_alarm(BEFORE, CYNICAL)
    short = shorter(BEFORE)
    assert cynicism_alarm(short | extra, short) == cynicism_alarm(short, short)
