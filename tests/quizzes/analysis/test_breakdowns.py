"""What was answered, by format: tables with the right answers marked."""

import pytest

from quizzes.formats.order.response import OrderResponse
from quizzes.formats.order.scoring import grade
from quizzes.formats.registry import format_of
from quizzes.models import ActivityVersion
from quizzes.queries.analysis.activity import feed_cohort
from tests.quizzes.scoring.snapshots import (
    make_chat,
    make_choice,
    make_confidence,
    make_feed,
    make_inspector,
    make_order,
    make_search,
    make_sort,
    make_spotter,
)


def parts(snapshot, counts):
    return format_of(snapshot["format"]).breakdown(titled(snapshot), counts)


def titled(snapshot):
    """Add the texts that small snapshots leave out."""
    body = snapshot["body"]
    for post in body.get("posts", []):
        post |= {"author": post["id"], "text": "…"}
    for way in body.get("searches", []):
        way["label"] = way["id"]
        for result in way["results"]:
            result["title"] = result["id"]
    return snapshot


SNAPSHOTS = [
    make_choice(),
    make_confidence(),
    make_order(),
    make_feed(),
    make_chat(),
    make_spotter(),
    make_inspector(),
    make_sort(),
    make_search(),
]


@pytest.mark.parametrize("snapshot", SNAPSHOTS, ids=lambda one: one["format"])
def test_every_format_hides_what_is_too_few(snapshot):
    found = parts(snapshot, {"answers": 29})
    assert found
    for part in found:
        shown = part.bars if part.kind == "bars" else part.rows
        assert shown.value is None
        assert (shown.count, shown.minimum) == (29, 30)


def test_options_come_with_the_mean_of_the_others_right():
    counts = {
        "answers": 200,
        "option:a": 120,
        "option:b": 80,
        "pick:3:1:a": 60,
        "pick:3:3:b": 60,
        "set:3:1:1": 60,
        "set:3:3:0": 60,
    }
    (part,) = parts(make_choice(), counts)
    right, wrong, *_ = part.bars.value
    assert (right.is_right, right.share, right.mean_rest) == (True, 0.6, 1)
    assert (wrong.mean_rest, wrong.is_ambiguous) == (3, True)
    assert part.has_rest


def test_rest_scores_of_options_need_a_hundred():
    counts = {"answers": 40, "option:a": 40, "pick:3:1:a": 40, "set:3:1:1": 40}
    (part,) = parts(make_choice(), counts)
    assert part.bars.value[0].mean_rest is None
    assert not part.has_rest


def test_more_choices_than_answers_do_not_fit():
    (part,) = parts(make_choice(), {"answers": 40, "option:a": 41})
    assert not part.bars.fits


def test_steps_of_confidence_lie_on_the_right_side_or_not():
    (part,) = parts(make_confidence("misleading"), {"answers": 30, "step:1": 30})
    assert [bar.is_right for bar in part.bars.value] == [True, True, None, False, False]
    assert part.bars.value[0].share == 1


def test_a_step_that_may_swap_is_right_on_either_side():
    counts = {"answers": 30}
    for place, step in enumerate("bacd", 1):
        counts[f"place:{step}:{place}"] = 30
    snapshot = make_order(swaps="a")
    (part,) = parts(snapshot, counts)
    assert part.columns == (1, 2, 3, 4)
    right = [
        [n for n, cell in enumerate(row.cells, 1) if cell.is_right]
        for row in part.rows.value
    ]
    assert right == [[1, 2], [1, 2], [3], [4]]
    assert all(note.is_in_place for note in notes_on(snapshot, "bacd"))


def notes_on(snapshot, steps):
    return grade(snapshot, OrderResponse(tuple(steps))).details.steps


def test_a_sort_is_a_confusion_table():
    counts = {"answers": 40}
    for card in "abcd":
        counts |= {f"card:{card}:x": 30, f"card:{card}:y": 10}
    (part,) = parts(make_sort(), counts)
    assert part.columns == ("x", "y", "z")
    first = part.rows.value[0]
    assert [cell.count for cell in first.cells] == [30, 10, 0]
    assert [cell.is_right for cell in first.cells] == [True, False, False]
    lost = {**counts, "card:a:x": 29}
    assert not parts(make_sort(), lost)[0].rows.fits


def test_posts_are_counted_by_decision_and_check():
    counts = {"answers": 30}
    for post in ("true", "rumour", "trap"):
        counts |= {f"post:{post}:share": 10, f"post:{post}:skip": 20}
    counts["post:trap:checked"] = 15
    (part,) = parts(make_feed(), counts)
    true, _rumour, trap = part.rows.value
    assert [cell.is_right for cell in true.cells] == [True, False, False]
    assert [cell.is_right for cell in trap.cells] == [False, False, True]
    assert trap.extra.share == 0.5


def test_pieces_come_with_the_names_they_were_given():
    counts = {"answers": 30, "segment:b": 20, "segment:b:loaded": 15}
    counts["segment:b:blame"] = 5
    (part,) = parts(make_spotter(), counts)
    piece = part.bars.value[1]
    assert (piece.is_right, piece.count) == (True, 20)
    assert [count for _name, count in piece.names] == [15, 5]


def test_a_trick_that_may_be_left_is_neither_right_nor_wrong():
    (part,) = parts(make_spotter(optional="d"), {"answers": 30})
    rights = [bar.is_right for bar in part.bars.value]
    assert rights == [False, True, False, None, False]


@pytest.mark.parametrize(
    ("make", "veracity", "rights"),
    [
        (make_inspector, "misleading", [False, True, None]),
        (make_inspector, "accurate", [True, False, None]),
        (make_inspector, "unverifiable", [False, False, True]),
        (make_search, "misleading", [False, True, None]),
        (make_search, "accurate", [True, False, None]),
    ],
)
def test_verdicts_are_right_as_they_are_scored(make, veracity, rights):
    snapshot = make(veracity=veracity)
    found = {part.code: part for part in parts(snapshot, {"answers": 30})}
    assert [bar.is_right for bar in found["verdicts"].bars.value] == rights


def feed_version(prompts):
    return ActivityVersion(content=make_feed(accuracy_prompt=prompts))


def test_the_effect_of_the_accuracy_question_is_between_its_arms():
    counts = {
        "discern:prompt:1:1:0:2": 20,
        "discern:prompt:1:1:1:2": 10,
        "discern:none:1:1:2:2": 20,
        "discern:none:1:1:1:2": 10,
        "checks:1:2": 60,
    }
    found = feed_cohort(feed_version(True), counts)
    assert [arm.name for arm in found.arms] == ["prompt", "none"]
    prompt, none = (arm.halves.value.discernment.value for arm in found.arms)
    assert (prompt, none) == (pytest.approx(5 / 6), pytest.approx(1 / 6))
    assert found.effect.value.d > 1
    assert found.effect.value.interval.low > 0
    assert found.check_rate.value.value == 0.5


def test_the_effect_needs_twenty_in_each_arm():
    counts = {"discern:prompt:1:1:0:2": 19, "discern:none:1:1:2:2": 90}
    found = feed_cohort(feed_version(True), counts)
    assert found.effect.value is None
    assert (found.effect.count, found.effect.minimum) == (19, 20)


def test_who_saw_one_half_counts_towards_no_minimum():
    counts = {"discern:prompt:1:1:0:2": 19, "discern:prompt:1:1:0:0": 9}
    counts |= {"discern:none:1:1:2:2": 90, "checks:1:2": 19, "checks:0:0": 9}
    found = feed_cohort(feed_version(True), counts)
    for figure in (found.arms[0].halves, found.effect, found.check_rate):
        assert (figure.value, figure.count, figure.minimum) == (None, 19, 20)


def test_a_feed_without_the_question_has_one_arm():
    found = feed_cohort(feed_version(False), {"discern:none:1:1:0:2": 30})
    assert [arm.name for arm in found.arms] == ["none"]
    assert not found.has_prompt
