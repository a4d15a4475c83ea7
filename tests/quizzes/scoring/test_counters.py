"""Counters read back are the tables that the measures take."""

from collections import Counter
from random import Random

from quizzes.scoring import counters
from quizzes.scoring.measures.items import joint_of
from quizzes.scoring.summaries import SetAnswer, item_names, set_names


def rows(persons=200, items=6, seed=1):
    lots = Random(seed)
    return [[int(lots.random() < 0.6) for _ in range(items)] for _ in range(persons)]


def told(row):
    return [
        SetAnswer(
            str(number),
            "misleading" if number % 2 else "accurate",
            bool(item),
            bool(item) == bool(number % 2),
            options=("yes" if item else "no",),
            step=5 if item else 1,
        )
        for number, item in enumerate(row)
    ]


MATRIX = rows()
ITEM = Counter(name for row in MATRIX for name in item_names(told(row), 2))
PAGE = Counter(name for row in MATRIX for name in set_names(told(row)))


def test_the_joint_table_is_that_of_the_rows():
    found = counters.joint(ITEM)
    assert (found.others, found.persons) == (5, len(MATRIX))
    assert found.table == joint_of(MATRIX, 2)


def test_within_its_half_an_item_has_another_rest_score():
    found = counters.joint(ITEM, "half")
    assert found.others == 2
    assert found.table == joint_of([row[::2] for row in MATRIX], 1)


def test_rest_scores_of_different_sets_are_not_added_up():
    counts = {"set:3:1:1": 5, "set:3:0:0": 5, "set:7:6:1": 4, "set:0:0:1": 99}
    found = counters.joint(counts)
    assert (found.others, found.persons) == (3, 10)
    assert counters.joint({}) is None
    assert counters.strata({"ar": counts}) == {
        ("ar", 3001, 1): 5,
        ("ar", 3000, 0): 5,
        ("ar", 7006, 1): 4,
    }


def test_picks_come_with_the_rest_score():
    found = counters.picks(ITEM, 5)
    assert sum(n for (option, _), n in found.items() if option == "yes") == sum(
        row[2] for row in MATRIX
    )
    assert not counters.picks(ITEM, 3)


def test_totals_come_by_length_and_half():
    (whole,) = counters.totals(PAGE, "all")
    assert (whole.items, whole.persons) == (6, len(MATRIX))
    assert whole.table == Counter(sum(row) for row in MATRIX)
    (half,) = counters.totals(PAGE, "accurate")
    assert half.table == Counter(sum(row[::2]) for row in MATRIX)
    assert counters.totals(PAGE, "opinion") == []


def test_items_and_judgements_of_a_page():
    columns = [sum(column) for column in zip(*MATRIX, strict=True)]
    assert counters.item_results(PAGE) == {
        str(number): (right, len(MATRIX)) for number, right in enumerate(columns)
    }
    assert counters.detections(PAGE) == Counter(
        (sum(row[1::2]), 3, 3 - sum(row[::2]), 3) for row in MATRIX
    )
    assert counters.confidences(PAGE)[5, True] == sum(sum(row[::2]) for row in MATRIX)


def test_sets_without_any_flag_are_no_persons():
    assert counters.detections({"detect:0:0:0:0": 4, "detect:1:1:0:0": 2}) == {
        (1, 1, 0, 0): 2
    }


def test_feeds_by_arm_and_checks():
    counts = {"discern:none:1:2:0:2": 3, "discern:prompt:2:2:0:2": 4, "checks:1:2": 7}
    assert counters.shares(counts) == {
        "none": {(1, 2, 0, 2): 3},
        "prompt": {(2, 2, 0, 2): 4},
    }
    assert counters.checks(counts) == {(1, 2): 7}


def test_names_of_another_shape_are_left_alone():
    counts = {"pick:x:1": 2, "set:1": 3, "option:a": 4, "segment:a:loaded": 1}
    assert counters.joint(counts) is None
    assert not counters.picks(counts, 1)
    assert counters.by_id(counts, "option") == {"a": 4}
    assert counters.by_id(counts, "segment") == {}
    assert counters.by_pair(counts, "segment") == {("a", "loaded"): 1}
