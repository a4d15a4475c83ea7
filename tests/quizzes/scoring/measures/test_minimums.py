import pytest

from quizzes.scoring.measures import minimums
from quizzes.scoring.measures.minimums import shown


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("ITEM_DIFFICULTY", 30),
        ("ITEM_DISCRIMINATION", 100),
        ("DIF_PER_LANGUAGE", 100),
        ("DETECTION_PERSONS", 20),
        ("DETECTION_ITEMS", 8),
        ("EFFECT_PERSONS_PER_GROUP", 20),
        ("CLUSTERS", 8),
        ("BIN_COHORT", 20),
        ("BIN_OWN", 8),
        ("NORMS_PER_LANGUAGE", 500),
        ("CLASS_LEARNERS", 10),
        ("PROGRAMME_LEARNERS", 10),
        ("PROGRAMME_CLASSES", 2),
        ("PUBLIC_LEARNERS", 20),
        ("NEW_PERSONS_TO_REPUBLISH", 5),
    ],
)
def test_minimums_are_those_of_the_measures(name, count):
    assert getattr(minimums, name) == count


@pytest.mark.parametrize(
    ("value", "count", "result"),
    [(0.4, 30, 0.4), (0.4, 29, None), (0.0, 30, 0.0), (None, 99, None)],
)
def test_shown_from_the_minimum_on(value, count, result):
    assert shown(value, count, 30) == result
