import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.formats.chat import scoring as chat
from quizzes.formats.chat.response import ChatResponse
from quizzes.formats.choice.response import ChoiceResponse
from quizzes.formats.confidence.response import ConfidenceResponse
from quizzes.formats.feed import scoring as feed
from quizzes.formats.feed.response import PostResponse
from quizzes.formats.order.response import OrderResponse
from quizzes.formats.rules import parse
from quizzes.scoring.errors import ResponseError
from tests.quizzes.scoring.snapshots import (
    make_any,
    make_chat,
    make_choice,
    make_confidence,
    make_feed,
    make_order,
    make_post,
)


def code_of(snapshot, data):
    with pytest.raises(ResponseError) as caught:
        parse(snapshot["format"], snapshot, data)
    return caught.value.code


@pytest.mark.parametrize(
    ("snapshot", "data", "response"),
    [
        (make_choice(), {"options": ["b"]}, ChoiceResponse(("b",))),
        (
            make_choice(several=True),
            {"options": ["c", "a"]},
            ChoiceResponse(("c", "a")),
        ),
        (make_confidence(), {"step": 5}, ConfidenceResponse(5)),
        (make_order("abc"), {"steps": ["c", "a", "b"]}, OrderResponse(("c", "a", "b"))),
        (
            make_chat(),
            {"path": ["go"], "flags": ["typo"]},
            ChatResponse(("go",), ("typo",)),
        ),
    ],
)
def test_sound_responses(snapshot, data, response):
    assert parse(snapshot["format"], snapshot, data) == response


@pytest.mark.parametrize("data", [None, [], "x", 1, True])
@pytest.mark.parametrize("snapshot", make_any(), ids=lambda one: one["format"])
def test_anything_but_an_object_is_refused(snapshot, data):
    assert code_of(snapshot, data) == "wrong_shape"


@pytest.mark.parametrize("snapshot", make_any(), ids=lambda one: one["format"])
def test_missing_and_extra_keys_are_refused(snapshot):
    assert code_of(snapshot, {}) == "missing_key"
    assert code_of(snapshot, {"correct": True}) == "unknown_key"


def test_an_unknown_format_is_refused():
    with pytest.raises(ResponseError) as caught:
        parse("crossword", make_choice(), {})
    assert caught.value.code == "unknown_format"


@pytest.mark.parametrize(
    ("several", "options", "code"),
    [
        (False, [], "nothing_chosen"),
        (False, None, "wrong_shape"),
        (False, "a", "wrong_shape"),
        (False, [1], "wrong_shape"),
        (False, [["a"]], "wrong_shape"),
        (False, ["x"], "unknown_option"),
        (False, ["a", "b"], "one_only"),
        (False, ["a", "a"], "repeated"),
        (True, ["a", "a"], "repeated"),
        (True, ["a", "b", "c", "d", "a"], "too_many"),
        (True, ["x"] * 10_000, "too_many"),
        (True, [], "nothing_chosen"),
    ],
)
def test_faults_of_a_choice(several, options, code):
    assert code_of(make_choice(several=several), {"options": options}) == code


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (None, "nothing_chosen"),
        (0, "out_of_range"),
        (6, "out_of_range"),
        (10**30, "out_of_range"),
        (True, "wrong_shape"),
        (3.0, "wrong_shape"),
        ("3", "wrong_shape"),
        ([3], "wrong_shape"),
    ],
)
def test_faults_of_a_confidence(step, code):
    assert code_of(make_confidence(), {"step": step}) == code


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        (["a", "b", "x"], "unknown_step"),
        (["a", "b", "b"], "not_a_permutation"),
        (["a", "b"], "not_a_permutation"),
        ([], "not_a_permutation"),
        (["a", "b", "c", "a"], "too_many"),
        ({"a": 1}, "wrong_shape"),
        ([None], "wrong_shape"),
    ],
)
def test_faults_of_an_order(steps, code):
    assert code_of(make_order("abc"), {"steps": steps}) == code


@pytest.mark.parametrize(
    ("steps", "named"), [(["a", "b", "b"], ("b",)), (["b"], ("a", "c"))]
)
def test_an_order_names_the_steps_that_are_twice_or_missing(steps, named):
    with pytest.raises(ResponseError) as caught:
        parse("order", make_order("abc"), {"steps": steps})
    assert caught.value.params == {"numbers": (), "steps": named}


def make_answer(**changes):
    return {"moves": [], "decision": "skip", **changes}


@pytest.mark.parametrize(
    ("ask", "prompt", "answer", "code"),
    [
        ("none", False, make_answer(decision="like"), "unknown_decision"),
        ("none", False, make_answer(decision=None), "nothing_chosen"),
        ("none", False, make_answer(decision=1), "wrong_shape"),
        ("none", False, make_answer(decision="report"), "category_missing"),
        (
            "none",
            False,
            make_answer(decision="report", category="x"),
            "unknown_category",
        ),
        ("none", False, make_answer(category="spam"), "not_asked"),
        ("none", False, make_answer(feeling="joy"), "not_asked"),
        ("feeling", False, make_answer(feeling="x"), "unknown_feeling"),
        ("feeling", False, make_answer(reason="who"), "not_asked"),
        ("why", False, make_answer(reason="x"), "unknown_reason"),
        ("why", False, make_answer(feeling="joy"), "not_asked"),
        ("none", False, make_answer(accuracy=3), "not_asked"),
        ("none", True, make_answer(accuracy=6), "out_of_range"),
        ("none", True, make_answer(accuracy=True), "wrong_shape"),
        ("none", False, make_answer(moves=["check", "check"]), "too_many"),
        ("none", False, make_answer(moves=["share"]), "wrong_shape"),
        ("none", False, make_answer(moves="check"), "wrong_shape"),
        ("none", False, make_answer(moves=None), "wrong_shape"),
        ("none", False, make_answer(points=4), "unknown_key"),
        ("none", False, {"moves": []}, "missing_key"),
        ("none", False, "skip", "wrong_shape"),
    ],
)
def test_faults_of_one_post(ask, prompt, answer, code):
    snapshot = make_feed(make_post("p", "accurate"), ask=ask, accuracy_prompt=prompt)
    assert code_of(snapshot, {"posts": {"p": answer}}) == code


@pytest.mark.parametrize(
    ("posts", "code"),
    [
        ({}, "incomplete_feed"),
        ({"p": make_answer(), "q": make_answer()}, "unknown_post"),
        ([make_answer()], "wrong_shape"),
        (None, "wrong_shape"),
    ],
)
def test_faults_of_a_feed(posts, code):
    assert code_of(make_feed(make_post("p", "accurate")), {"posts": posts}) == code


def test_a_feed_comes_in_the_order_of_its_posts():
    snapshot = make_feed(
        make_post("p", "accurate"),
        make_post("q", "misleading"),
        ask="feeling",
        accuracy_prompt=True,
    )
    checked = make_answer(moves=["check"], decision="report", category="spam")
    posts = {"q": checked, "p": make_answer(feeling="joy", accuracy=2, reason=None)}
    assert parse("feed", snapshot, {"posts": posts}).posts == (
        PostResponse("p", False, "skip", feeling="joy", accuracy=2),
        PostResponse("q", True, "report", category="spam"),
    )


@pytest.mark.parametrize(
    ("path", "flags", "code"),
    [
        ([], [], "path_unfinished"),
        (["ask"], [], "path_unfinished"),
        (["leave"], [], "choice_not_in_node"),
        (["x" * 1000], [], "choice_not_in_node"),
        (["go", "ask"], [], "after_the_end"),
        (["go"] * 41, [], "too_many"),
        ("go", [], "wrong_shape"),
        ([{}], [], "wrong_shape"),
        (["go"], ["x"], "unknown_flag"),
        (["go"], ["typo", "typo"], "repeated"),
        (["go"], ["typo"] * 4, "too_many"),
        (["go"], {"typo": True}, "wrong_shape"),
    ],
)
def test_faults_of_a_chat(path, flags, code):
    assert code_of(make_chat(), {"path": path, "flags": flags}) == code


def test_what_came_from_outside_is_cut_in_the_fault():
    with pytest.raises(ResponseError) as caught:
        parse("choice", make_choice(), {"options": ["x" * 5000]})
    assert caught.value.params == {"id": "x" * 40}


WORDS = st.sampled_from(
    ["options", "step", "steps", "posts", "path", "flags", "moves", "decision"]
    + ["category", "feeling", "reason", "accuracy", *"abcd", "true", "rumour", "trap"]
    + ["ask", "go", "leave", "stay", "tell", "secret", "typo", "check", "share"]
    + ["skip", "report", "spam", "joy", "who", "marks", "nothing", "spots"]
    + ["verdict", "fits", "not", "loaded", "urgency"]
)
TEXTS = WORDS | st.text(max_size=5)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(0, 6) | st.floats() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5)
    ),
    max_leaves=20,
)
POST = st.fixed_dictionaries(
    {"moves": st.just([]) | JSON, "decision": WORDS | JSON},
    optional={"category": JSON, "feeling": JSON, "accuracy": JSON},
)
NEARLY = st.one_of(
    st.fixed_dictionaries({"options": st.lists(TEXTS, max_size=5) | JSON}),
    st.fixed_dictionaries({"step": st.integers(0, 6) | JSON}),
    st.fixed_dictionaries({"steps": st.permutations("abcd") | JSON}),
    st.fixed_dictionaries(
        {"posts": st.fixed_dictionaries({"true": POST, "rumour": POST, "trap": POST})}
    ),
    st.fixed_dictionaries(
        {"path": st.lists(WORDS, max_size=4) | JSON, "flags": st.just([]) | JSON}
    ),
    st.fixed_dictionaries(
        {
            "marks": st.dictionaries(st.sampled_from("abcdx"), WORDS | JSON) | JSON,
            "nothing": st.booleans() | JSON,
        }
    ),
    st.fixed_dictionaries(
        {
            "spots": st.lists(st.sampled_from("abcdefx"), max_size=7) | JSON,
            "verdict": WORDS | JSON,
        }
    ),
)


@given(snapshot=st.sampled_from(make_any()), data=JSON | NEARLY)
def test_no_json_raises_anything_but_a_response_error(snapshot, data):
    try:
        parse(snapshot["format"], snapshot, data)
    except ResponseError as error:
        assert error.code


MOVE_ANSWERS = dict.fromkeys(feed.ANSWERS, JSON)


@given(
    move=JSON
    | st.fixed_dictionaries(
        {"post": st.just("true") | JSON, "move": WORDS | JSON}, optional=MOVE_ANSWERS
    ),
    arm=st.sampled_from(["prompt", "none"]),
)
def test_no_feed_move_raises_anything_but_a_response_error(move, arm):
    snapshot = make_feed(ask="feeling", accuracy_prompt=True)
    try:
        moves = feed.advance(snapshot, [], move, arm=arm)
    except ResponseError as error:
        assert error.code
    else:
        assert feed.state(snapshot, moves).total == 3


@given(
    move=JSON
    | st.fixed_dictionaries(
        {"choice": st.just("ask") | JSON}, optional={"flags": st.just(["typo"]) | JSON}
    )
)
def test_no_chat_move_raises_anything_but_a_response_error(move):
    try:
        moves = chat.advance(make_chat(), [], move)
    except ResponseError as error:
        assert error.code
    else:
        assert len(chat.state(make_chat(), moves).turns) > 0
