"""Whatever a browser sends is an answer, or is told in words."""

import pytest
from django.http import QueryDict
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.faults import fault_text
from quizzes.formats import rules
from quizzes.formats.registry import format_of
from quizzes.formats.rules import grade, parse
from quizzes.scoring.errors import ResponseError
from tests.quizzes.scoring.snapshots import make_any, make_order

NAMES = (
    *("options", "step", "marks", "nothing", "spots", "verdict", "choice", "flags"),
    *("search", "open", "evidence", "post", "move", "category", "feeling"),
    *("reason", "accuracy", "place-", "card-", "name-", "other"),
)
WORDS = (
    *("", "0", "1", "2", "3", "4", "5", "٣", "²", "-1", "abc", "9" * 40, "\x00"),
    *("check", "share", "skip", "report", "scam", "fear", "who", "loaded", "urgency"),
    *("fits", "not", "trust", "unsure", "none", "on"),
)


def form(*pairs):
    data = QueryDict(mutable=True)
    for name, value in pairs:
        data.appendlist(name, value)
    return data


def ids_in(value):
    """Yield every name that a part of a snapshot has."""
    if isinstance(value, dict):
        yield from (value[name] for name in ("id", "key") if name in value)
        value = list(value.values())
    for one in value if isinstance(value, list) else []:
        yield from ids_in(one)


def send(snapshot, moves, data):
    """Take one form; return the moves so far."""
    read = format_of(snapshot["format"]).read(snapshot, data)
    if rules.is_stepwise(snapshot["format"]):
        return rules.advance(snapshot, moves, read, arm="prompt")
    grade(snapshot, parse(snapshot["format"], snapshot, read))
    return moves


@pytest.mark.parametrize("snapshot", make_any(), ids=lambda one: one["format"])
@settings(max_examples=60)
@given(drawn=st.data())
def test_any_form_is_taken_or_refused_in_words(snapshot, drawn):
    ids = st.sampled_from(["", *ids_in(snapshot["body"])])
    names = st.sampled_from(NAMES)
    names = st.one_of(names, st.builds("{}{}".format, names, ids))
    pairs = st.tuples(names, st.one_of(ids, st.sampled_from(WORDS), st.text()))
    moves = []
    for sent in drawn.draw(st.lists(st.lists(pairs, max_size=12), max_size=4)):
        try:
            moves = send(snapshot, moves, form(*sent))
        except ResponseError as error:
            assert fault_text(error, snapshot["format"])


@pytest.mark.parametrize(
    ("places", "says"),
    [
        (["1", "2", "3", "abc"], "Give each step a different number."),
        (["1", "2", "3", "9" * 900], "Give each step a different number."),
        (["abc", "²", "-1", "1.5"], "Give each step a different number."),
        (["1", "2", "3", "5"], "The numbers go from 1 to 4: one for each step."),
        (["0", "0", "3", "4"], "The numbers go from 1 to 4: one for each step."),
        (["1", "2", "3", "٣"], "The number 3 is used twice. Give each step its own."),
    ],
)
def test_what_to_mend_in_the_numbers_of_an_order(places, says):
    snapshot = make_order()
    data = form(
        *((f"place-{step}", place) for step, place in zip("abcd", places, strict=True))
    )
    with override("en"), pytest.raises(ResponseError) as caught:
        format_of("order").read(snapshot, data)
    with override("en"):
        assert fault_text(caught.value, "order") == says


def test_the_fields_of_a_sort():
    data = QueryDict("card-a=x&card-b=&card-c=y&other=1")
    assert format_of("sort").read({}, data) == {"cards": {"a": "x", "c": "y"}}
    assert format_of("sort").entered(data)["cards"] == {"a": "x", "c": "y"}


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("search=a", {"do": "search", "id": "a"}),
        ("open=b", {"do": "open", "id": "b"}),
        ("search=a&verdict=not", {"do": "search", "id": "a"}),
        ("verdict=not", {"do": "decide", "verdict": "not"}),
        (
            "verdict=not&evidence=b",
            {"do": "decide", "verdict": "not", "evidence": "b"},
        ),
        (
            "verdict=not&evidence=none",
            {"do": "decide", "verdict": "not", "evidence": None},
        ),
        ("", {"do": "decide", "verdict": None}),
    ],
)
def test_the_fields_of_a_search(text, move):
    assert format_of("search").read({}, QueryDict(text)) == move
