import pytest

from quizzes.formats.order import scoring as order
from quizzes.formats.order.response import OrderResponse
from quizzes.scoring.errors import ResponseError
from tests.quizzes.scoring.snapshots import make_order


@pytest.mark.parametrize(
    ("right", "swaps", "given", "outcome", "points", "out_of"),
    [
        ("abcd", "", "abcd", "right", 6, 6),
        ("abcd", "", "bacd", "partly", 5, 6),
        ("abcd", "", "dabc", "not_quite", 3, 6),
        ("abcd", "", "cabd", "partly", 4, 6),
        ("abcd", "", "dcba", "not_quite", 0, 6),
        ("abcd", "b", "acbd", "right", 6, 6),
        ("abcd", "b", "bacd", "partly", 5, 6),
        ("abcd", "b", "dcba", "not_quite", 1, 6),
        ("abcd", "ac", "badc", "right", 6, 6),
        # The swap is for neighbours only: a still comes before c.
        ("abcd", "ab", "cbad", "partly", 5, 6),
        # A swap of the last step has no next and means nothing.
        ("abcd", "d", "abcd", "right", 6, 6),
        ("abcdef", "", "abcdfe", "partly", 14, 15),
    ],
)
def test_points(right, swaps, given, outcome, points, out_of):
    mark = order.grade(make_order(right, swaps), OrderResponse(tuple(given)))
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, out_of)


def test_details_say_where_each_step_stood_and_which_pairs_to_turn():
    details = order.grade(make_order("abcd", "a"), OrderResponse(tuple("badc"))).details
    assert [(note.step, note.place) for note in details.steps] == [
        ("a", 2),
        ("b", 1),
        ("c", 4),
        ("d", 3),
    ]
    assert [note.right_place for note in details.steps] == [1, 2, 3, 4]
    assert [note.is_in_place for note in details.steps] == [True, True, False, False]
    assert details.pairs_to_turn == (("c", "d"),)


def test_arrange_makes_a_response_of_places():
    places = {"a": 2, "b": 1, "c": 4, "d": 3}
    assert order.arrange(make_order(), places) == {"steps": ["b", "a", "d", "c"]}


@pytest.mark.parametrize(
    ("places", "numbers", "steps"),
    [
        ({"a": 1, "b": 2, "c": 2, "d": 4}, (2,), ("b", "c")),
        ({"a": 1, "b": 1, "c": 2, "d": 2}, (1, 2), ("a", "b", "c", "d")),
        ({"a": 1, "b": 2, "c": 3}, (), ("d",)),
        ({}, (), ("a", "b", "c", "d")),
    ],
)
def test_arrange_says_which_number_is_used_twice(places, numbers, steps):
    with pytest.raises(ResponseError) as caught:
        order.arrange(make_order(), places)
    assert caught.value.code == "not_a_permutation"
    assert caught.value.params == {"numbers": numbers, "steps": steps}


@pytest.mark.parametrize("place", [0, 5, 999_999])
def test_arrange_refuses_a_number_beyond_the_ends(place):
    with pytest.raises(ResponseError) as caught:
        order.arrange(make_order(), {"a": place, "b": 2, "c": 2, "d": 4})
    assert caught.value.code == "out_of_range"
    assert caught.value.params == {"at": "place", "low": 1, "high": 4}


def test_arrange_refuses_an_unknown_step():
    with pytest.raises(ResponseError) as caught:
        order.arrange(make_order(), {"z" * 99: 1})
    assert (caught.value.code, caught.value.params) == (
        "unknown_step",
        {"id": "z" * 40},
    )
