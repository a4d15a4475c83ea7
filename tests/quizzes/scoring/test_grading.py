import json
from dataclasses import asdict

import pytest

from quizzes.formats.rules import grade, parse, tally_names
from quizzes.scoring.errors import ResponseError
from tests.quizzes.scoring.snapshots import (
    make_chat,
    make_choice,
    make_confidence,
    make_feed,
    make_inspector,
    make_order,
    make_post,
    make_spotter,
)

FEED = make_feed(make_post("p", "accurate"), make_post("q", "misleading"), ask="why")
FEED_DATA = {
    "posts": {
        "p": {"moves": ["check"], "decision": "share", "reason": "who"},
        "q": {"moves": [], "decision": "report", "category": "spam"},
    }
}
CASES = [
    (make_choice(), {"options": ["a"]}, ["answers", "right", "option:a"]),
    (
        make_choice(several=True, correct="ac"),
        {"options": ["b", "a"]},
        ["answers", "partly", "option:b", "option:a"],
    ),
    (make_confidence(), {"step": 3}, ["answers", "not_sure", "step:3"]),
    (make_confidence(), {"step": 1}, ["answers", "not_quite", "step:1"]),
    (
        make_order("abc"),
        {"steps": ["a", "b", "c"]},
        ["answers", "right", "place:a:1", "place:b:2", "place:c:3"],
    ),
    (
        FEED,
        FEED_DATA,
        [
            "answers",
            "post:p:share",
            "post:p:checked",
            "post:p:reason:who",
            "post:q:report",
            "post:q:category:spam",
        ],
    ),
    (
        make_chat(),
        {"path": ["ask", "stay"], "flags": ["typo"]},
        ["answers", "choice:ask", "choice:stay", "flag:typo", "end:late"],
    ),
    (
        make_spotter(),
        {"marks": {"b": "loaded", "a": "blame"}, "nothing": False},
        ["answers", "partly", "flagged", "segment:a", "segment:a:blame"]
        + ["segment:b", "segment:b:loaded"],
    ),
    (
        make_spotter("", techniques="loaded"),
        {"marks": {}, "nothing": True},
        ["answers", "right", "nothing"],
    ),
    (
        make_spotter("b:loaded", techniques="loaded"),
        {"marks": {"b": None}, "nothing": False},
        ["answers", "right", "flagged", "segment:b"],
    ),
    (
        make_inspector(),
        {"spots": ["a", "d"], "verdict": "unsure"},
        ["answers", "not_sure", "spot:a", "spot:d", "verdict:unsure"],
    ),
]


@pytest.mark.parametrize(("snapshot", "data", "names"), CASES)
def test_tally_names(snapshot, data, names):
    response = parse(snapshot["format"], snapshot, data)
    mark = grade(snapshot, response)
    assert tally_names(snapshot, response, mark) == names


@pytest.mark.parametrize(("snapshot", "data", "names"), CASES)
def test_marks_are_whole_and_can_be_kept_as_json(snapshot, data, names):
    mark = grade(snapshot, parse(snapshot["format"], snapshot, data))
    assert type(mark.points) is type(mark.out_of) is int
    assert 0 <= mark.points <= mark.out_of
    assert "." not in json.dumps(asdict(mark))


def test_a_choice_taken_twice_is_counted_once():
    snapshot = make_chat()
    snapshot["body"]["nodes"][0]["choices"][0]["next"] = "start"
    response = parse("chat", snapshot, {"path": ["ask", "ask", "go"], "flags": []})
    names = tally_names(snapshot, response, grade(snapshot, response))
    assert names == ["answers", "choice:ask", "choice:go", "end:good"]


def test_a_response_of_another_format_is_refused():
    response = parse("confidence", make_confidence(), {"step": 1})
    with pytest.raises(ResponseError) as caught:
        grade(make_choice(), response)
    assert caught.value.code == "unknown_format"
