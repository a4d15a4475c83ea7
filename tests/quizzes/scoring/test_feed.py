import pytest

from quizzes.formats.feed import scoring as feed
from quizzes.formats.rules import parse
from quizzes.scoring.errors import ResponseError
from tests.quizzes.scoring.snapshots import make_feed


def play(snapshot, *moves, arm="none"):
    """Make moves written as "post move", in order."""
    made = []
    for text in moves:
        post, move, *answers = text.split()
        given = dict(answer.split("=") for answer in answers)
        if "accuracy" in given:
            given["accuracy"] = int(given["accuracy"])
        made = feed.advance(
            snapshot, made, {"post": post, "move": move, **given}, arm=arm
        )
    return made


def test_starts_with_the_first_post_closed():
    state = feed.state(make_feed(), [])
    assert state.post["id"] == "true"
    assert (state.number, state.total) == (1, 3)
    assert not state.is_checked
    assert not state.waits_for_accuracy
    assert not state.is_finished
    assert state.decided == ()


def test_check_opens_the_findings_of_the_same_post():
    state = feed.state(make_feed(), play(make_feed(), "true check"))
    assert (state.post["id"], state.is_checked) == ("true", True)


def test_a_second_check_adds_nothing():
    once = play(make_feed(), "true check")
    assert play(make_feed(), "true check", "true check") == once


def test_a_decision_shows_the_next_post_and_the_note_of_the_last():
    state = feed.state(make_feed(), play(make_feed(), "true check", "true share"))
    assert (state.post["id"], state.number, state.is_checked) == ("rumour", 2, False)
    assert [(note.post, note.points) for note in state.decided] == [("true", 4)]


def test_ends_after_the_last_post():
    moves = play(make_feed(), "true share", "rumour skip", "trap report category=scam")
    state = feed.state(make_feed(), moves)
    assert (state.is_finished, state.post, state.number) == (True, None, 3)
    assert [note.outcome for note in state.decided] == ["right"] * 3


@pytest.mark.parametrize(
    ("before", "move", "code"),
    [
        ([], {"post": "true", "move": "report"}, "category_missing"),
        ([], {"post": "true", "move": "report", "category": "x"}, "unknown_category"),
        ([], {"post": "true", "move": "like"}, "unknown_decision"),
        ([], {"post": "true", "move": "accuracy"}, "unknown_decision"),
        ([], {"post": "true", "move": None}, "nothing_chosen"),
        ([], {"post": "true", "move": ["check"]}, "wrong_shape"),
        ([], {"post": "nowhere", "move": "skip"}, "unknown_post"),
        ([], {"post": ["true"], "move": "skip"}, "wrong_shape"),
        ([], {"post": "rumour", "move": "skip"}, "not_this_post"),
        ([], {"post": "true"}, "missing_key"),
        ([], {"post": "true", "move": "skip", "why": 1}, "unknown_key"),
        ([], {"post": "true", "move": "skip", "feeling": "x"}, "unknown_feeling"),
        ([], {"post": "true", "move": "skip", "reason": "x"}, "unknown_reason"),
        ([], {"post": "true", "move": "skip", "accuracy": 6}, "out_of_range"),
        ([], ["true", "skip"], "wrong_shape"),
        (["true skip"], {"post": "true", "move": "skip"}, "already_decided"),
        (
            ["true skip", "rumour skip", "trap skip"],
            {"post": "trap", "move": "skip"},
            "finished",
        ),
    ],
)
def test_moves_that_are_refused(before, move, code):
    moves = play(make_feed(), *before)
    with pytest.raises(ResponseError) as caught:
        feed.advance(make_feed(), moves, move)
    assert caught.value.code == code


def test_answers_that_were_not_asked_are_dropped():
    moves = play(
        make_feed(), "true skip category=spam feeling=joy reason=who accuracy=2"
    )
    assert moves == [{"post": "true", "move": "skip"}]


@pytest.mark.parametrize(
    ("ask", "kept"), [("feeling", {"feeling": "joy"}), ("why", {"reason": "who"})]
)
def test_answers_that_were_asked_are_kept(ask, kept):
    moves = play(make_feed(ask=ask), "true skip feeling=joy reason=who")
    assert moves == [{"post": "true", "move": "skip", **kept}]


def test_the_moves_given_are_left_as_they_were():
    moves = play(make_feed(), "true check")
    before = [dict(move) for move in moves]
    feed.advance(make_feed(), moves, {"post": "true", "move": "skip"})
    assert moves == before


class TestAccuracyStep:
    snapshot = make_feed(ask="feeling", accuracy_prompt=True)

    def play(self, *moves):
        return play(self.snapshot, *moves, arm="prompt")

    def test_a_share_is_held_back_until_the_answer(self):
        state = feed.state(self.snapshot, self.play("true share"))
        assert (state.post["id"], state.waits_for_accuracy) == ("true", True)
        moves = self.play("true share", "true share accuracy=4")
        assert feed.state(self.snapshot, moves).post["id"] == "rumour"

    def test_what_came_with_the_share_is_not_lost(self):
        moves = self.play("true share feeling=joy", "true share accuracy=4")
        post = feed.response(moves)["posts"]["true"]
        assert (post["feeling"], post["accuracy"]) == ("joy", 4)

    def test_a_share_without_the_answer_is_refused(self):
        with pytest.raises(ResponseError) as caught:
            self.play("true share", "true share")
        assert caught.value.code == "accuracy_missing"

    def test_the_answer_may_come_with_the_share(self):
        moves = self.play("true share accuracy=4")
        assert moves == [{"post": "true", "move": "share", "accuracy": 4}]

    def test_one_may_think_again(self):
        moves = self.play("true share", "true skip accuracy=1")
        post = feed.response(moves)["posts"]["true"]
        assert (post["decision"], post["accuracy"]) == ("skip", 1)

    def test_one_may_check_first(self):
        moves = self.play("true share", "true check")
        state = feed.state(self.snapshot, moves)
        assert (state.is_checked, state.waits_for_accuracy) == (True, True)

    def test_skip_asks_nothing(self):
        assert self.play("true skip accuracy=1") == [{"post": "true", "move": "skip"}]

    @pytest.mark.parametrize(
        ("arm", "accuracy_prompt"), [("none", True), ("prompt", False)]
    )
    def test_is_left_out(self, arm, accuracy_prompt):
        snapshot = make_feed(accuracy_prompt=accuracy_prompt)
        moves = play(snapshot, "true share", arm=arm)
        assert feed.state(snapshot, moves).post["id"] == "rumour"


def test_moves_fold_into_a_response_that_is_graded():
    snapshot = make_feed(accuracy_prompt=True)
    moves = play(
        snapshot,
        "true share",
        "true check",
        "true skip accuracy=3",
        "rumour share accuracy=5",
        "trap check",
        "trap report category=scam",
        arm="prompt",
    )
    mark = feed.grade(snapshot, parse("feed", snapshot, feed.response(moves)))
    assert (mark.outcome, mark.points, mark.out_of) == ("done", 4 + 0 + 4, 12)
    assert [note.is_checked for note in mark.details.posts] == [True, False, True]
    assert mark.details.habits.left_accurate == ("true",)


def test_an_unfinished_feed_folds_into_an_incomplete_response():
    data = feed.response(play(make_feed(), "true skip", "rumour check"))
    with pytest.raises(ResponseError) as caught:
        parse("feed", make_feed(), data)
    assert caught.value.code == "incomplete_feed"
    assert caught.value.params == {"missing": ("rumour", "trap")}
