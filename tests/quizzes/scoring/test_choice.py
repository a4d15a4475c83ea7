import pytest

from quizzes.formats.choice import scoring as choice
from quizzes.formats.choice.response import ChoiceResponse
from tests.quizzes.scoring.snapshots import make_choice


@pytest.mark.parametrize(
    ("several", "correct", "chosen", "outcome", "points", "out_of"),
    [
        (False, "a", "a", "right", 1, 1),
        (False, "a", "b", "not_quite", 0, 1),
        (False, "ab", "b", "right", 1, 1),
        (True, "ac", "ac", "right", 4, 4),
        (True, "ac", "ca", "right", 4, 4),
        (True, "ac", "a", "partly", 3, 4),
        (True, "ac", "abc", "partly", 3, 4),
        (True, "ac", "abcd", "partly", 2, 4),
        (True, "ac", "ab", "partly", 2, 4),
        (True, "ac", "b", "not_quite", 1, 4),
        (True, "ac", "bd", "not_quite", 0, 4),
        (True, "abcd", "abcd", "right", 4, 4),
    ],
)
def test_points(several, correct, chosen, outcome, points, out_of):
    snapshot = make_choice(several=several, correct=correct)
    mark = choice.grade(snapshot, ChoiceResponse(tuple(chosen)))
    assert (mark.outcome, mark.points, mark.out_of) == (outcome, points, out_of)


def test_every_option_has_a_note():
    snapshot = make_choice(several=True, correct="ac")
    notes = choice.grade(snapshot, ChoiceResponse(("a", "b"))).details.options
    assert [note.option for note in notes] == ["a", "b", "c", "d"]
    assert [note.is_chosen for note in notes] == [True, True, False, False]
    assert [note.is_correct for note in notes] == [True, False, True, False]
    assert [note.is_settled_rightly for note in notes] == [True, False, False, True]
