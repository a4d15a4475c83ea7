import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.formats.rules import parse, tally_names
from quizzes.formats.sort import scoring as sort
from quizzes.formats.sort.response import SortResponse
from quizzes.scoring.errors import ResponseError
from tests.quizzes.scoring.snapshots import make_sort


def put(groups: str) -> dict:
    """Return the response that puts cards a, b, c … into these groups."""
    return {"cards": dict(zip("abcdefghij", groups, strict=False))}


def graded(snapshot, groups: str):
    return sort.grade(snapshot, parse("sort", snapshot, put(groups)))


@pytest.mark.parametrize(
    ("groups", "outcome", "points"),
    [
        ("xxyx", "right", 4),
        # The last card is accepted in two groups.
        ("xxyy", "right", 4),
        ("xxyz", "partly", 3),
        # Half is not more than half.
        ("xxxz", "not_quite", 2),
        ("zzzz", "not_quite", 0),
    ],
)
def test_points(groups, outcome, points):
    mark = graded(make_sort(), groups)
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, 4)


def test_details_say_where_each_card_went_and_belongs():
    notes = graded(make_sort(), "zxyy").details.cards
    assert [note.card for note in notes] == list("abcd")
    assert [note.is_right for note in notes] == [False, True, True, True]
    assert notes[0].category == "z"
    assert notes[3].accepted == ("x", "y")


def test_a_response_comes_in_the_order_of_the_cards():
    snapshot = make_sort("a:x b:y")
    data = {"cards": {"b": "y", "a": "z"}}
    assert parse("sort", snapshot, data) == SortResponse((("a", "z"), ("b", "y")))


def test_counters_are_the_confusion_table():
    snapshot = make_sort("a:x b:y")
    response = parse("sort", snapshot, put("xx"))
    names = tally_names(snapshot, response, sort.grade(snapshot, response))
    assert names == ["answers", "not_quite", "card:a:x", "card:b:x"]


@pytest.mark.parametrize(
    ("cards", "code"),
    [
        ({}, "incomplete_sort"),
        ({"a": "x"}, "incomplete_sort"),
        ({"a": "x", "q": "x"}, "unknown_card"),
        ({"a": "q"}, "unknown_category"),
        ({"a": ""}, "unknown_category"),
        ({"a": "b"}, "unknown_category"),
        ({"a": 1}, "wrong_shape"),
        ({"a": None}, "wrong_shape"),
        ({"a": ["x"]}, "wrong_shape"),
        ({"a": {"x": 1}}, "wrong_shape"),
        (["a"], "wrong_shape"),
        (None, "wrong_shape"),
        ("xxyx", "wrong_shape"),
        ({1: "x"}, "unknown_card"),
    ],
)
def test_faults(cards, code):
    with pytest.raises(ResponseError) as caught:
        parse("sort", make_sort(), {"cards": cards})
    assert caught.value.code == code


def test_an_incomplete_sort_names_the_missing_cards_in_order():
    with pytest.raises(ResponseError) as caught:
        parse("sort", make_sort(), {"cards": {"c": "x"}})
    assert caught.value.params == {"missing": ("a", "b", "d")}


def test_what_came_from_outside_is_cut_in_the_fault():
    for cards in ({"q" * 5000: "x"}, {"a": "q" * 5000}):
        with pytest.raises(ResponseError) as caught:
            parse("sort", make_sort(), {"cards": cards})
        assert caught.value.params == {"id": "q" * 40}


GROUPS = st.sampled_from("xyzq") | st.text(max_size=3) | st.none() | st.integers()
CARDS = st.dictionaries(st.sampled_from("abcdq") | st.text(max_size=3), GROUPS)


@given(cards=CARDS | st.lists(GROUPS) | GROUPS)
def test_no_sort_raises_anything_but_a_response_error(cards):
    try:
        response = parse("sort", make_sort(), {"cards": cards})
    except ResponseError as error:
        assert error.code
    else:
        assert 0 <= sort.grade(make_sort(), response).points <= 4


@given(groups=st.text("xyz", min_size=4, max_size=4))
def test_one_more_card_right_is_one_more_point(groups):
    better = "x" + groups[1:]
    gained = graded(make_sort(), better).points - graded(make_sort(), groups).points
    assert gained == (groups[0] != "x")
