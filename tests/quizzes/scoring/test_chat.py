import pytest

from quizzes.formats.chat import scoring as chat
from quizzes.formats.chat.response import ChatResponse
from quizzes.formats.rules import parse
from quizzes.scoring.errors import ResponseError
from tests.quizzes.scoring.snapshots import make_chat


def grade(path, flags=""):
    response = ChatResponse(tuple(path.split()), tuple(flags.split()))
    return chat.grade(make_chat(), response)


def play(*choices):
    moves = []
    for choice in choices:
        moves = chat.advance(make_chat(), moves, {"choice": choice})
    return moves


@pytest.mark.parametrize(
    ("path", "flags", "points", "out_of", "false_flags", "absent_flags"),
    [
        ("go", "", 0, 1, "", ""),
        ("go", "secret", 1, 1, "", ""),
        ("go", "secret hurry", 1, 1, "", "hurry"),
        ("go", "typo", 0, 1, "typo", ""),
        ("go", "typo hurry", 0, 1, "typo", "hurry"),
        ("ask stay", "hurry secret", 2, 2, "", ""),
        ("ask leave stop", "hurry typo", 1, 2, "typo", ""),
    ],
)
def test_flags(path, flags, points, out_of, false_flags, absent_flags):
    mark = grade(path, flags)
    assert (mark.outcome, mark.points, mark.out_of) == ("done", points, out_of)
    assert mark.details.false_flags == tuple(false_flags.split())
    assert mark.details.absent_flags == tuple(absent_flags.split())


@pytest.mark.parametrize(
    ("pauses", "path", "flags", "noticed", "missed", "unasked"),
    [
        ("", "go", "", "", "", "secret"),
        ("", "ask stay", "", "", "", "secret hurry secret"),
        ("start", "go", "", "", "secret", ""),
        ("start", "ask stay", "secret", "secret", "", "hurry"),
        ("start", "ask leave stop", "", "", "secret", "hurry calm"),
        # What was guessed before it was there counts neither way.
        ("start", "ask stay", "hurry", "", "secret", "hurry"),
        ("push", "go", "", "", "", "secret"),
        ("push", "ask stay", "secret", "secret", "hurry", ""),
        ("push", "ask leave stop", "hurry", "hurry", "secret", "calm"),
        ("start out", "ask leave tell", "secret", "secret", "hurry calm", ""),
    ],
)
def test_only_flags_up_to_the_last_pause_are_asked_for(
    pauses, path, flags, noticed, missed, unasked
):
    snapshot = make_chat()
    for node in snapshot["body"]["nodes"]:
        node["pause"] = node["key"] in pauses.split()
    snapshot["body"]["nodes"][2]["flags"] = ["calm"]
    snapshot["body"]["flags"].append({"id": "calm", "present": True})
    response = ChatResponse(tuple(path.split()), tuple(flags.split()))
    mark = chat.grade(snapshot, response)
    found, lost = noticed.split(), missed.split()
    assert (mark.points, mark.out_of) == (len(found), len(found + lost))
    assert sorted(mark.details.noticed) == sorted(found)
    assert sorted(mark.details.missed) == sorted(lost)
    told = [flag for note in mark.details.turns for flag in note.unasked]
    assert told == unasked.split()
    assert mark.details.false_flags == mark.details.absent_flags == ()


@pytest.mark.parametrize(
    ("path", "end", "end_type", "exit_turn", "exit_node", "asked_for_help"),
    [
        ("go", "good", "safe", None, None, False),
        ("ask stay", "late", "late", None, None, False),
        ("ask leave stop", "good", "safe", 3, "out", False),
        ("ask leave tell", "helped", "help", 3, "out", True),
    ],
)
def test_ends(path, end, end_type, exit_turn, exit_node, asked_for_help):
    details = grade(path).details
    assert (details.end, details.end_type) == (end, end_type)
    assert (details.exit_turn, details.exit_node) == (exit_turn, exit_node)
    assert details.asked_for_help == asked_for_help


def test_a_false_alarm_in_a_node_is_not_a_flag_to_notice():
    snapshot = make_chat()
    snapshot["body"]["nodes"][0]["flags"].append("typo")
    mark = chat.grade(snapshot, ChatResponse(("go",), ("typo",)))
    assert (mark.points, mark.out_of) == (0, 1)
    assert mark.details.false_flags == ("typo",)


def test_a_node_for_help_counts_as_asking():
    snapshot = make_chat()
    snapshot["body"]["nodes"][2]["stage"] = "help"
    response = ChatResponse(("ask", "leave", "stop"), ())
    assert chat.grade(snapshot, response).details.asked_for_help


def test_margin_notes():
    notes = grade("ask stay", "secret").details.turns
    assert [(note.node, note.stage) for note in notes] == [
        ("start", "contact"),
        ("push", "pressure"),
    ]
    assert [note.noticed for note in notes] == [("secret",), ("secret",)]
    assert [note.missed for note in notes] == [(), ("hurry",)]
    assert [(note.choice, note.quality) for note in notes] == [
        ("ask", "safe"),
        ("stay", "safe"),
    ]


def test_a_path_without_an_end_is_not_graded():
    with pytest.raises(ResponseError) as caught:
        grade("ask")
    assert (caught.value.code, caught.value.params) == (
        "path_unfinished",
        {"node": "push"},
    )


def test_state_shows_what_was_said_and_where_it_stands():
    state = chat.state(make_chat(), play("ask"))
    assert [turn.node["key"] for turn in state.turns] == ["start", "push"]
    assert state.turns[0].choice["id"] == "ask"
    assert state.turns[1].choice is None
    assert state.node["key"] == "push"
    assert (state.asks_for_flags, state.is_finished, state.end) == (True, False, None)


def test_state_at_the_end():
    state = chat.state(make_chat(), play("ask", "leave", "tell"))
    assert (state.node, state.is_finished, state.asks_for_flags) == (None, True, False)
    assert state.end["key"] == "helped"
    assert len(state.turns) == 3


@pytest.mark.parametrize(
    ("before", "move", "code"),
    [
        ([], {"choice": "leave"}, "choice_not_in_node"),
        ([], {"choice": "nowhere"}, "choice_not_in_node"),
        ([], {"choice": None}, "nothing_chosen"),
        ([], {"choice": 1}, "wrong_shape"),
        ([], {}, "missing_key"),
        ([], [], "wrong_shape"),
        ([], {"choice": "ask", "why": ""}, "unknown_key"),
        ([], {"choice": "ask", "flags": None}, "wrong_shape"),
        ([], {"choice": "ask", "flags": ["x"]}, "unknown_flag"),
        ([], {"choice": "ask", "flags": ["typo", "typo"]}, "repeated"),
        ([], {"choice": "ask", "flags": ["typo"] * 4}, "too_many"),
        (["go"], {"choice": "ask"}, "after_the_end"),
    ],
)
def test_moves_that_are_refused(before, move, code):
    with pytest.raises(ResponseError) as caught:
        chat.advance(make_chat(), play(*before), move)
    assert caught.value.code == code


def test_flags_are_kept_at_pauses_only():
    moves = play("ask", "leave")
    move = {"choice": "stop", "flags": ["typo"]}
    assert chat.advance(make_chat(), moves, move)[-1]["flags"] == []


def test_going_round_and_round_stops():
    snapshot = make_chat()
    snapshot["body"]["nodes"][0]["choices"][0]["next"] = "start"
    moves = [{"choice": "ask", "flags": []}] * 40
    with pytest.raises(ResponseError) as caught:
        chat.advance(snapshot, moves, {"choice": "ask"})
    assert caught.value.code == "too_many"


def test_moves_fold_into_a_response_that_is_graded():
    snapshot = make_chat()
    first = {"choice": "ask", "flags": ["secret", "typo"]}
    moves = chat.advance(snapshot, [], first)
    second = {"choice": "stay", "flags": ["secret", "hurry"]}
    moves = chat.advance(snapshot, moves, second)
    data = chat.response(moves)
    assert data == {"path": ["ask", "stay"], "flags": ["secret", "typo", "hurry"]}
    assert chat.state(snapshot, moves).flags == ("secret", "typo", "hurry")
    mark = chat.grade(snapshot, parse("chat", snapshot, data))
    assert (mark.points, mark.out_of) == (2, 2)
    assert mark.details.false_flags == ("typo",)
