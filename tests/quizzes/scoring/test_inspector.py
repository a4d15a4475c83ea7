import pytest

from quizzes.formats.inspector import scoring as inspector
from quizzes.formats.inspector.response import InspectorResponse
from quizzes.formats.rules import parse
from quizzes.scoring.errors import ResponseError
from tests.quizzes.scoring.snapshots import make_inspector


def grade(snapshot, spots, verdict):
    data = {"spots": list(spots), "verdict": verdict}
    return inspector.grade(snapshot, parse("inspector", snapshot, data))


@pytest.mark.parametrize(
    ("spots", "verdict", "outcome", "points"),
    [
        ("ab", "not", "right", 3),
        ("abc", "not", "right", 3),
        ("abd", "not", "right", 3),
        # Two false picks: one too many, and it takes a point back.
        ("abde", "not", "partly", 2),
        ("abcdef", "not", "partly", 1),
        ("ab", "fits", "partly", 2),
        ("ab", "unsure", "partly", 2),
        ("a", "not", "partly", 2),
        ("d", "not", "partly", 1),
        ("a", "fits", "not_quite", 1),
        ("", "fits", "not_quite", 0),
        ("", "unsure", "not_sure", 0),
        ("a", "unsure", "not_sure", 1),
        ("adef", "fits", "not_quite", 0),
    ],
)
def test_points_with_three_clues(spots, verdict, outcome, points):
    mark = grade(make_inspector(), spots, verdict)
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, 3)


@pytest.mark.parametrize(
    ("spots", "verdict", "outcome", "points"),
    [
        ("", "fits", "right", 1),
        ("a", "fits", "right", 1),
        ("ab", "fits", "partly", 1),
        ("", "unsure", "not_sure", 0),
        # Where there is no clue, finding none is no success of its own.
        ("a", "not", "not_quite", 0),
        ("abc", "not", "not_quite", 0),
    ],
)
def test_points_where_picture_and_caption_fit(spots, verdict, outcome, points):
    mark = grade(make_inspector(""), spots, verdict)
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, 1)


@pytest.mark.parametrize(
    ("spots", "outcome", "points"),
    [
        ("ab", "right", 2),
        ("a", "partly", 1),
        ("abde", "partly", 1),
        ("d", "not_quite", 0),
    ],
)
def test_points_without_a_verdict(spots, outcome, points):
    mark = grade(make_inspector(asks_verdict=False), spots, None)
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, 2)
    assert mark.details.verdict_fits is None


@pytest.mark.parametrize(
    ("veracity", "truth"),
    [("accurate", "fits"), ("misleading", "not"), ("unverifiable", "unsure")],
)
def test_the_verdict_that_is_right(veracity, truth):
    mark = grade(make_inspector(veracity=veracity), "ab", truth)
    assert (mark.outcome, mark.details.truth) == ("right", truth)


def test_details_tell_each_place():
    details = grade(make_inspector("ab"), "ac", "not").details
    assert [(n.spot, n.is_picked, n.is_clue) for n in details.spots[:4]] == [
        ("a", True, True),
        ("b", False, True),
        ("c", True, False),
        ("d", False, False),
    ]
    assert (details.found, details.clues, details.false) == (1, 2, 1)
    assert not details.is_success


@pytest.mark.parametrize(
    ("asks", "data", "code"),
    [
        (True, {"spots": [], "verdict": None}, "verdict_missing"),
        (True, {"spots": ["a"], "verdict": None}, "verdict_missing"),
        (True, {"spots": [], "verdict": "not"}, "spots_missing"),
        (True, {"spots": ["a"], "verdict": "maybe"}, "unknown_verdict"),
        (True, {"spots": ["a"], "verdict": 1}, "wrong_shape"),
        (True, {"spots": ["x"], "verdict": "not"}, "unknown_spot"),
        (True, {"spots": ["a", "a"], "verdict": "not"}, "repeated"),
        (True, {"spots": ["a"] * 7, "verdict": "not"}, "too_many"),
        (True, {"spots": "a", "verdict": "not"}, "wrong_shape"),
        (True, {"spots": [1], "verdict": "not"}, "wrong_shape"),
        (True, {"spots": None, "verdict": "fits"}, "wrong_shape"),
        (True, {"spots": ["a"]}, "missing_key"),
        (True, {"spots": ["a"], "verdict": "not", "found": 2}, "unknown_key"),
        (False, {"spots": [], "verdict": None}, "spots_missing"),
        (False, {"spots": ["a"], "verdict": "not"}, "not_asked"),
    ],
)
def test_faults(asks, data, code):
    with pytest.raises(ResponseError) as caught:
        parse("inspector", make_inspector(asks_verdict=asks), data)
    assert caught.value.code == code


def test_a_sound_response():
    data = {"spots": ["c", "a"], "verdict": "unsure"}
    expected = InspectorResponse(("c", "a"), "unsure")
    assert parse("inspector", make_inspector(), data) == expected
