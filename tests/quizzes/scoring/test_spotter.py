import pytest

from quizzes.formats.rules import parse
from quizzes.formats.spotter import scoring as spotter
from quizzes.formats.spotter.response import SegmentMark, SpotterResponse
from quizzes.scoring.errors import ResponseError
from tests.quizzes.scoring.snapshots import make_spotter

BOTH = {"b": "loaded", "d": "urgency"}


def grade(snapshot, marks):
    data = {"marks": marks, "nothing": not marks}
    return spotter.grade(snapshot, parse("spotter", snapshot, data))


@pytest.mark.parametrize(
    ("marks", "outcome", "points", "out_of"),
    [
        (BOTH, "right", 4, 4),
        # Found, but a name is wrong.
        ({"b": "loaded", "d": "loaded"}, "partly", 4, 4),
        ({"b": "loaded"}, "partly", 2, 3),
        ({**BOTH, "a": "blame"}, "partly", 4, 5),
        # F1 of exactly one half: one of two found, and one marked without reason…
        ({"b": "loaded", "a": "blame"}, "partly", 2, 4),
        # … and just below it.
        ({"b": "loaded", "a": "blame", "c": "blame"}, "not_quite", 2, 5),
        (dict.fromkeys("abcde", "blame"), "partly", 4, 7),
        ({"a": "loaded"}, "not_quite", 0, 3),
        ({}, "not_quite", 0, 2),
    ],
)
def test_points_of_a_text_with_two_tricks(marks, outcome, points, out_of):
    mark = grade(make_spotter(), marks)
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, out_of)


@pytest.mark.parametrize(
    ("marks", "outcome", "points"),
    [
        ({}, "right", 1),
        ({"a": "loaded"}, "not_quite", 0),
        (dict.fromkeys("abcde", "loaded"), "not_quite", 0),
    ],
)
def test_points_of_a_neutral_text(marks, outcome, points):
    mark = grade(make_spotter(""), marks)
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, 1)
    assert mark.details.is_neutral


@pytest.mark.parametrize(
    ("marks", "state", "outcome", "points", "out_of"),
    [
        ({"b": "loaded"}, "left", "right", 2, 2),
        (BOTH, "optional", "right", 2, 2),
        # Nor does the name of an optional trick count.
        ({"b": "loaded", "d": "blame"}, "optional", "right", 2, 2),
        ({"d": "urgency"}, "optional", "not_quite", 0, 1),
    ],
)
def test_an_optional_trick_neither_counts_nor_is_missed(
    marks, state, outcome, points, out_of
):
    mark = grade(make_spotter(optional="d"), marks)
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, out_of)
    assert mark.details.segments[3].state == state


def test_without_names_a_mark_is_enough():
    mark = grade(make_spotter("b:loaded", techniques="loaded"), {"b": None})
    assert (mark.outcome, mark.details.segments[1].name_fits) == ("right", None)


def test_details_tell_each_piece():
    details = grade(make_spotter(), {"a": "blame", "b": "urgency"}).details
    assert [(note.segment, note.state) for note in details.segments] == [
        ("a", "false"),
        ("b", "found"),
        ("c", "left"),
        ("d", "missed"),
        ("e", "left"),
    ]
    first, second = details.segments[:2]
    assert (first.technique, first.named, first.name_fits) == (None, "blame", None)
    assert (second.technique, second.name_fits) == ("loaded", False)
    assert (details.found, details.missed, details.false) == (1, 1, 1)
    assert details.wrong_names == 1


@pytest.mark.parametrize(
    ("techniques", "data", "code"),
    [
        ("", {"marks": {}, "nothing": False}, "nothing_marked"),
        ("", {"marks": {"b": "loaded"}, "nothing": True}, "marked_and_nothing"),
        ("", {"marks": {"x": "loaded"}, "nothing": False}, "unknown_segment"),
        ("", {"marks": {5: "loaded"}, "nothing": False}, "unknown_segment"),
        ("", {"marks": {"b": "plot"}, "nothing": False}, "unknown_technique"),
        ("", {"marks": {"b": ""}, "nothing": False}, "unknown_technique"),
        ("", {"marks": {"b": None}, "nothing": False}, "technique_missing"),
        ("", {"marks": {"b": ["loaded"]}, "nothing": False}, "wrong_shape"),
        ("", {"marks": {"b": True}, "nothing": False}, "wrong_shape"),
        ("", {"marks": ["b"], "nothing": False}, "wrong_shape"),
        ("", {"marks": None, "nothing": True}, "wrong_shape"),
        ("", {"marks": {}, "nothing": 1}, "wrong_shape"),
        ("", {"marks": {}, "nothing": None}, "wrong_shape"),
        ("", {"marks": {}}, "missing_key"),
        ("", {"marks": {}, "nothing": True, "points": 4}, "unknown_key"),
        ("loaded", {"marks": {"b": "loaded"}, "nothing": False}, "not_asked"),
        ("loaded", {"marks": {"b": "blame"}, "nothing": False}, "unknown_technique"),
    ],
)
def test_faults(techniques, data, code):
    with pytest.raises(ResponseError) as caught:
        parse("spotter", make_spotter(techniques=techniques), data)
    assert caught.value.code == code


def test_a_missing_name_says_whose():
    with pytest.raises(ResponseError) as caught:
        grade(make_spotter(), {"d": None, "b": "loaded"})
    assert caught.value.params == {"segment": "d"}


def test_marks_come_in_the_order_of_the_text():
    data = {"marks": {"d": "urgency", "a": "blame"}, "nothing": False}
    assert parse("spotter", make_spotter(), data) == SpotterResponse(
        (SegmentMark("a", "blame"), SegmentMark("d", "urgency"))
    )


def test_a_form_becomes_a_response():
    names = {"b": "loaded", "a": "blame"}
    data = spotter.arrange(make_spotter(), ["d", "b"], names, False)
    assert data == {"marks": {"d": None, "b": "loaded"}, "nothing": False}


@pytest.mark.parametrize(
    ("marked", "names", "code", "params"),
    [
        (["x" * 99], {}, "unknown_segment", {"id": "x" * 40}),
        (["b"], {"x": "loaded"}, "unknown_segment", {"id": "x"}),
        (["b", "a", "b"], {}, "repeated", {"id": "b"}),
    ],
)
def test_faults_of_a_form(marked, names, code, params):
    with pytest.raises(ResponseError) as caught:
        spotter.arrange(make_spotter(), marked, names, False)
    assert (caught.value.code, caught.value.params) == (code, params)
