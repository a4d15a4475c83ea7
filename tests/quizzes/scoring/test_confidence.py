import pytest

from quizzes.formats.confidence import scoring as confidence
from quizzes.formats.confidence.response import ConfidenceResponse
from quizzes.scoring.errors import SnapshotError
from tests.quizzes.scoring.snapshots import make_confidence


def grade(veracity, step):
    return confidence.grade(make_confidence(veracity), ConfidenceResponse(step))


@pytest.mark.parametrize(
    ("veracity", "step", "outcome", "points"),
    [
        ("accurate", 1, "not_quite", 10),
        ("accurate", 2, "not_quite", 44),
        ("accurate", 3, "not_sure", 75),
        ("accurate", 4, "right", 94),
        ("accurate", 5, "right", 100),
        ("misleading", 1, "right", 100),
        ("misleading", 2, "right", 94),
        ("misleading", 3, "not_sure", 75),
        ("misleading", 4, "not_quite", 44),
        ("misleading", 5, "not_quite", 10),
    ],
)
def test_points(veracity, step, outcome, points):
    mark = grade(veracity, step)
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, 100)


@pytest.mark.parametrize("is_accurate", [True, False])
@pytest.mark.parametrize("step", range(1, 6))
def test_points_follow_the_formula_of_the_measures(step, is_accurate):
    p = {1: 0.05, 2: 0.25, 3: 0.5, 4: 0.75, 5: 0.95}[step]
    formula = round(100 * (1 - (p - int(is_accurate)) ** 2))
    assert confidence.points(step, is_accurate) == formula


@pytest.mark.parametrize(
    ("step", "certain_and_wrong", "unsure_and_right"),
    [
        (1, True, False),
        (2, False, False),
        (3, False, False),
        (4, False, True),
        (5, False, False),
    ],
)
def test_details(step, certain_and_wrong, unsure_and_right):
    details = grade("accurate", step).details
    assert (details.step, details.is_accurate) == (step, True)
    assert details.certain_and_wrong == certain_and_wrong
    assert details.unsure_and_right == unsure_and_right


@pytest.mark.parametrize("veracity", ["opinion", "unverifiable"])
def test_an_item_without_a_truth_is_refused(veracity):
    with pytest.raises(SnapshotError):
        grade(veracity, 4)
