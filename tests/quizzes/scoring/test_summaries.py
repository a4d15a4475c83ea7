"""Names of counters: what finished sets and feeds raise, and that they fit."""

from uuid import uuid4

import pytest

from quizzes.formats.feed import scoring as feed
from quizzes.formats.feed.scoring import feed_names
from quizzes.formats.rules import grade, judgement, parse, set_answer, tally_names
from quizzes.scoring.summaries import (
    SetAnswer,
    item_names,
    set_names,
)

from .snapshots import (
    make_chat,
    make_choice,
    make_confidence,
    make_feed,
    make_inspector,
    make_order,
    make_post,
    make_search,
    make_sort,
    make_spotter,
)

LIMIT = 80  # of Tally.name and SetTally.name
SHARED = {"posts": {"a": {"moves": [], "decision": "share"}}}


def flag_of(snapshot, data):
    response = parse(snapshot["format"], snapshot, data)
    return judgement(snapshot, response).flag


@pytest.mark.parametrize(
    ("snapshot", "data", "flag"),
    [
        (make_confidence(), {"step": 1}, True),
        (make_confidence(), {"step": 3}, None),
        (make_confidence("misleading"), {"step": 4}, False),
        ({**make_confidence(), "veracity": "opinion"}, {"step": 1}, None),
        # A wrong choice may be too trusting as well as too suspicious.
        (make_choice(), {"options": ["a"]}, None),
        ({**make_choice(), "veracity": "accurate"}, {"options": ["b"]}, None),
        (make_spotter(), {"marks": {}, "nothing": True}, False),
        # A mark at the wrong place takes the text for manipulative all the same.
        (make_spotter(), {"marks": {"a": "blame"}, "nothing": False}, True),
        (
            {**make_spotter(""), "veracity": "accurate"},
            {"marks": {"a": "blame"}, "nothing": False},
            True,
        ),
        (make_inspector(), {"spots": ["a", "b"], "verdict": "not"}, True),
        (make_inspector(), {"spots": ["a", "b"], "verdict": "fits"}, False),
        (make_inspector(), {"spots": [], "verdict": "unsure"}, None),
        (
            make_inspector(asks_verdict=False),
            {"spots": list("ab"), "verdict": None},
            None,
        ),
        (make_search(), {"path": [], "verdict": "not", "evidence": None}, True),
        (make_search(), {"path": [], "verdict": "trust", "evidence": None}, False),
        (make_search(), {"path": [], "verdict": "unsure", "evidence": None}, None),
        # Nobody is asked whether steps or a conversation are misleading.
        (make_order(), {"steps": list("abcd")}, None),
        ({**make_order(), "veracity": "accurate"}, {"steps": list("bacd")}, None),
        (make_chat(), {"path": ["go"], "flags": []}, None),
        ({**make_chat(), "veracity": "accurate"}, {"path": ["go"], "flags": []}, None),
        (make_feed(make_post("a", "accurate")), SHARED, None),
    ],
)
def test_an_answer_says_whether_it_takes_the_item_for_misleading(snapshot, data, flag):
    assert flag_of(snapshot, data) == flag


def answer(key, veracity, is_right, **more):
    is_flag = is_right == (veracity == "misleading")
    return SetAnswer(key, veracity, is_right, is_flag, **more)


SET = [
    answer("a", "misleading", True, options=("x", "y")),
    answer("b", "misleading", False),
    answer("c", "accurate", True, step=5),
    answer("d", "accurate", True),
]


def test_an_item_is_counted_with_its_rest_scores():
    assert item_names(SET, 0) == ["set:3:2:1", "half:1:0:1", "pick:3:2:x", "pick:3:2:y"]
    assert item_names(SET, 1) == ["set:3:3:0", "half:1:1:0"]


def test_what_is_neither_true_nor_false_has_no_half():
    opinion = SetAnswer("o", "opinion", True, None)
    assert item_names([*SET, opinion], 4) == ["set:4:3:1"]


def test_a_set_is_counted_as_a_whole_and_by_halves():
    assert set_names(SET) == [
        "finished",
        "total:all:4:3",
        "total:misleading:2:1",
        "total:accurate:2:2",
        "item:a:1",
        "item:b:0",
        "item:c:1",
        "item:d:1",
        "sure:c:5:1",
        "detect:1:2:0:2",
    ]


def test_who_says_nothing_is_left_out_of_detection():
    unsure = SetAnswer("e", "misleading", False, None, step=3)
    assert set_names([*SET, unsure])[-1] == "detect:1:2:0:2"
    assert "sure:e:3:0" in set_names([*SET, unsure])


def test_a_feed_is_counted_by_arm_and_person():
    snapshot = make_feed()
    data = {
        "posts": {
            "true": {"moves": ["check"], "decision": "share"},
            "rumour": {"moves": ["check"], "decision": "share"},
            "trap": {"moves": [], "decision": "report", "category": "scam"},
        }
    }
    mark = feed.grade(snapshot, parse("feed", snapshot, data))
    assert feed_names("prompt", mark.details.habits) == [
        "discern:prompt:1:1:1:2",
        "checks:1:2",
    ]


def test_every_name_fits_its_column():
    """Ids that forms give are UUIDs; sets have at most 24 activities."""
    keys = [str(uuid4()) for _ in range(24)]
    answers = [answer(key, "misleading", True, options=(key,), step=5) for key in keys]
    names = [*set_names(answers), *item_names(answers, 0)]
    ids = dict(zip("abcdxyz", keys, strict=False))
    sort = make_sort()
    for card in sort["body"]["cards"]:
        card["id"], card["accepted"] = ids[card["id"]], [ids["x"]]
    for category in sort["body"]["categories"]:
        category["id"] = ids[category["id"]]
    data = {"cards": {ids[card]: ids["x"] for card in "abcd"}}
    response = parse("sort", sort, data)
    names += tally_names(sort, response, grade(sort, response))
    assert max(map(len, names)) <= LIMIT


def test_a_set_is_told_by_its_answers():
    snapshot = make_confidence()
    response = parse("confidence", snapshot, {"step": 4})
    told = set_answer("k", snapshot, response, grade(snapshot, response))
    assert told == SetAnswer("k", "accurate", True, False, step=4)
