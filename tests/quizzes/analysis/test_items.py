"""One version's counters as statistics, each from its minimum on."""

from math import log

import pytest

from quizzes.figures import figure
from quizzes.queries.analysis.items import compared, item_stats


def counts(right=20, answers=40, **joint):
    return {"answers": answers, "right": right, **joint}


def joint_counts(table, others=3):
    """Turn {(item, rest): persons} into counters of a set and of its half."""
    return {f"set:{others}:{rest}:{item}": n for (item, rest), n in table.items()}


GOOD = {(1, 3): 40, (1, 1): 10, (0, 0): 40, (0, 2): 10}


def test_under_thirty_answers_nothing_is_shown():
    stats = item_stats("choice", counts(20, 29))
    assert stats.difficulty.value is None
    assert (stats.difficulty.count, stats.difficulty.minimum) == (29, 30)
    assert stats.flags == ()


def test_from_thirty_on_difficulty_is_shown_with_its_interval():
    found = item_stats("choice", counts(15, 30)).difficulty.value
    assert found.p == 0.5
    assert found.interval.low < 0.5 < found.interval.high


@pytest.mark.parametrize("format_", ["feed", "chat"])
def test_formats_without_a_verdict_have_no_difficulty(format_):
    assert item_stats(format_, {"answers": 500}).difficulty is None


@pytest.mark.parametrize(
    ("right", "flags"),
    [(7, ("too_hard",)), (8, ()), (38, ()), (39, ("too_easy",))],
)
def test_too_hard_and_too_easy_are_flagged(right, flags):
    assert item_stats("choice", counts(right, 40)).flags == flags


def test_discrimination_needs_a_hundred_complete_sets():
    few = {key: n // 2 for key, n in GOOD.items()}
    assert (
        item_stats("choice", counts(**joint_counts(few))).discrimination.value is None
    )
    stats = item_stats("choice", counts(**joint_counts(GOOD)))
    assert stats.discrimination.value > 0.5
    assert stats.upper_lower.value > 0.5
    assert (stats.others, stats.persons) == (3, 100)


def test_a_negative_discrimination_is_urgent_and_first():
    turned = {(1 - item, rest): n for (item, rest), n in GOOD.items()}
    stats = item_stats("choice", counts(2, 40, **joint_counts(turned)))
    assert stats.flags == ("negative", "too_hard")
    assert stats.rank < item_stats("choice", counts(2, 40)).rank


def test_all_alike_cannot_be_said():
    stats = item_stats("choice", counts(**joint_counts({(1, 2): 150})))
    assert stats.discrimination.is_enough
    assert stats.discrimination.value is None
    assert stats.flags == ()


def test_counts_that_do_not_fit_are_said_and_do_not_fail():
    stats = item_stats("choice", counts(50, 40))
    assert not stats.difficulty.fits
    assert stats.flags == ("misfit",)
    odd = item_stats("choice", {"answers": 200, "right": 90, "set:3:1:7": 120})
    assert not odd.discrimination.fits
    assert not figure(3, 1, lambda: int("x")).fits


def language_counts(odds, persons=200):
    """Return counters in which at each rest score the odds of right are these."""
    right = round(persons * odds / (1 + odds))
    table = {}
    for rest in (0, 1, 2, 3):
        table |= {(1, rest): right, (0, rest): persons - right}
    return counts(persons * 2, persons * 4, **joint_counts(table))


def test_languages_are_compared_over_rest_scores():
    languages = {"ar": language_counts(1.0), "en": language_counts(3.0)}
    stats = item_stats("choice", languages["ar"])
    found = compared(stats, "ar", languages)
    (dif,) = found.dif
    assert (dif.reference.language, dif.focal.language) == ("en", "ar")
    assert dif.result.value.delta == pytest.approx(-2.35 * log(3), abs=0.05)
    assert "dif" in found.flags
    (back,) = compared(stats, "en", languages).dif
    assert back.result.value.delta == pytest.approx(-dif.result.value.delta)


def test_a_small_difference_is_watched_but_not_flagged():
    languages = {"ar": language_counts(1.0), "en": language_counts(1.7)}
    found = compared(item_stats("choice", languages["ar"]), "ar", languages)
    assert "dif_watch" in found.flags
    assert "dif" not in found.flags


def test_a_comparison_needs_a_hundred_in_each_language():
    languages = {"ar": language_counts(1.0), "en": language_counts(9.0, persons=20)}
    (dif,) = compared(item_stats("choice", languages["ar"]), "ar", languages).dif
    assert dif.result.value is None
    assert dif.result.count == 80
