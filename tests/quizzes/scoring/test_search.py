import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.formats import rules
from quizzes.formats.rules import parse, tally_names
from quizzes.formats.search import scoring as search
from quizzes.formats.search.response import SearchResponse
from quizzes.scoring.errors import ResponseError, SnapshotError
from tests.quizzes.scoring.snapshots import make_search


def answer(path="", verdict="not", evidence=None) -> dict:
    return {"path": path.split(), "verdict": verdict, "evidence": evidence}


def graded(path="", verdict="not", evidence=None, **changes):
    snapshot = make_search(**changes)
    data = answer(path, verdict, evidence)
    return search.grade(snapshot, parse("search", snapshot, data))


def code_of(function, *arguments):
    with pytest.raises(ResponseError) as caught:
        function(*arguments)
    return caught.value.code


def go(*moves, **changes):
    """Make moves such as "search name", "open bank", "decide not bank"."""
    snapshot, made = make_search(**changes), []
    for move in moves:
        made = search.advance(snapshot, made, as_move(move))
    return made


def as_move(text: str) -> dict:
    do, name, *evidence = text.split()
    if do != "decide":
        return {"do": do, "id": name}
    return {
        "do": do,
        "verdict": name,
        **dict(zip(["evidence"], evidence, strict=False)),
    }


# The mark


@pytest.mark.parametrize(
    ("path", "verdict", "evidence", "outcome", "level", "points"),
    [
        ("name bank", "not", "bank", "right", "mastery", 4),
        ("about name bank", "not", "bank", "right", "mastery", 3),
        ("claim blog", "not", "blog", "partly", "emerging", 3),
        ("name advert", "not", "advert", "partly", "emerging", 2),
        ("name bank", "not", None, "partly", "emerging", 2),
        ("comments", "not", "comments", "partly", "emerging", 2),
        ("about", "not", "about", "partly", "emerging", 1),
        ("", "not", None, "partly", "emerging", 1),
        # Evidence counts only with a right verdict.
        ("name bank", "trust", "bank", "not_quite", "beginning", 1),
        ("about", "trust", "about", "not_quite", "beginning", 0),
        ("", "trust", None, "not_quite", "beginning", 0),
        ("name bank", "unsure", "bank", "not_sure", "beginning", 1),
        ("", "unsure", None, "not_sure", "beginning", 0),
    ],
)
def test_points_for_a_misleading_page(path, verdict, evidence, outcome, level, points):
    mark = graded(path, verdict, evidence)
    assert (mark.outcome, mark.details.level) == (outcome, level)
    assert (mark.points, mark.out_of) == (points, 4)


def test_an_accurate_page_can_be_relied_on():
    assert graded("name bank", "trust", "bank", veracity="accurate").points == 4
    assert graded("name bank", "not", "bank", veracity="accurate").points == 1


@pytest.mark.parametrize("veracity", ["unverifiable", "opinion"])
def test_a_page_without_truth_has_no_mark(veracity):
    with pytest.raises(SnapshotError):
        graded(veracity=veracity)


def test_details_tell_the_way():
    details = graded("claim name advert bank", "not", "bank").details
    assert [(n.id, n.do, n.kind, n.worth) for n in details.path] == [
        ("claim", "search", "claim", 1),
        ("name", "search", "name", 2),
        ("advert", "open", "name", 0),
        ("bank", "open", "name", 2),
    ]
    assert (details.informative, details.moves) == (3, 4)
    assert (details.first_kind, details.first_is_lateral) == ("claim", True)
    assert details.opened_sponsored_first
    assert (details.evidence, details.evidence_worth) == ("bank", 2)


def test_details_of_a_verdict_at_first_sight():
    details = graded().details
    assert (details.first_kind, details.first_is_lateral) == ("", False)
    assert (details.informative, details.moves, details.path) == (0, 0, ())
    assert not details.opened_sponsored_first


def test_about_and_comments_do_not_leave_the_page():
    assert not graded("about name").details.first_is_lateral
    assert not graded("comments").details.first_is_lateral


@pytest.mark.parametrize(
    ("path", "verdict", "evidence", "names"),
    [
        (
            "name advert",
            "not",
            "advert",
            ["partly", "search:name", "open:advert", "verdict:not"]
            + ["evidence:advert", "first:name"],
        ),
        ("", "unsure", None, ["not_sure", "verdict:unsure"] + ["evidence:none"]),
    ],
)
def test_counters(path, verdict, evidence, names):
    snapshot = make_search()
    response = parse("search", snapshot, answer(path, verdict, evidence))
    found = tally_names(snapshot, response, search.grade(snapshot, response))
    first = [] if path else ["first:none"]
    assert found == ["answers", *names, *first]


# The response


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (answer("bank"), "not_found_yet"),
        (answer("name wiki"), "not_found_yet"),
        (answer("bank name"), "not_found_yet"),
        (answer("name name"), "repeated"),
        (answer("name bank bank"), "repeated"),
        (answer("elsewhere"), "unknown_move"),
        (answer("name advert bank claim about"), "too_many"),
        (answer("name bank " * 100), "too_many"),
        (answer("name", "perhaps"), "unknown_verdict"),
        (answer("name", None), "nothing_chosen"),
        (answer("name", 1), "wrong_shape"),
        (answer("name bank", evidence="advert"), "evidence_not_seen"),
        (answer("name", evidence="name"), "evidence_not_seen"),
        (answer("name", evidence="about"), "evidence_not_seen"),
        (answer("name", evidence="elsewhere"), "evidence_not_seen"),
        (answer("name", evidence=["bank"]), "wrong_shape"),
        ({**answer(), "path": "name"}, "wrong_shape"),
        ({**answer(), "path": [1]}, "wrong_shape"),
        ({**answer(), "path": None}, "wrong_shape"),
        ({**answer(), "points": 4}, "unknown_key"),
        ({"path": [], "verdict": "not"}, "missing_key"),
        ([], "wrong_shape"),
    ],
)
def test_faults(data, code):
    assert code_of(parse, "search", make_search(), data) == code


# Moves


def test_moves_lead_to_a_verdict():
    moves = go("search name", "open bank", "decide not bank")
    assert moves == [
        {"do": "search", "id": "name"},
        {"do": "open", "id": "bank"},
        {"do": "decide", "verdict": "not", "evidence": "bank"},
    ]
    folded = rules.fold(make_search(), moves)
    assert folded == answer("name bank", "not", "bank")
    assert parse("search", make_search(), folded) == SearchResponse(
        ("name", "bank"), "not", "bank"
    )
    assert rules.is_finished(make_search(), moves)
    assert not rules.is_finished(make_search(), moves[:-1])


def test_each_move_costs_one_of_the_budget():
    state = search.state(make_search(), go("search name", "open bank"))
    assert (state.left, state.verdict, state.is_finished) == (2, None, False)
    assert [step.id for step in state.steps] == ["name", "bank"]
    assert [step.is_evidence for step in state.steps] == [False, True]


@pytest.mark.parametrize("again", ["search name", "open bank"])
def test_what_was_seen_can_be_asked_for_again_for_nothing(again):
    moves = go("search name", "open bank")
    assert search.advance(make_search(), moves, as_move(again)) == moves
    full = [*moves, *go("search claim", "search about")]
    assert search.advance(make_search(), full, as_move(again)) == full


def test_without_moves_left_only_a_verdict_is_possible():
    moves = go("search name", "open advert", "open bank", "search claim")
    for move in ("search about", "open blog"):
        assert code_of(search.advance, make_search(), moves, as_move(move)) == (
            "no_moves_left"
        )
    assert search.advance(make_search(), moves, as_move("decide not bank"))


def test_a_verdict_is_possible_at_once():
    assert go("decide trust") == [
        {"do": "decide", "verdict": "trust", "evidence": None}
    ]


def test_evidence_is_asked_for_where_something_was_read():
    moves = go("search name")
    assert search.advance(make_search(), moves, as_move("decide not"))
    moves = go("search name", "open bank")
    wanted = as_move("decide not")
    assert code_of(search.advance, make_search(), moves, wanted) == "evidence_missing"
    nothing = {**wanted, "evidence": None}
    assert search.advance(make_search(), moves, nothing)[-1]["evidence"] is None
    assert search.advance(make_search(), moves, as_move("decide unsure"))


@pytest.mark.parametrize(
    ("before", "move", "code"),
    [
        ([], {"do": "open", "id": "bank"}, "not_found_yet"),
        ([], {"do": "search", "id": "bank"}, "unknown_move"),
        (["search name"], {"do": "open", "id": "name"}, "unknown_move"),
        (["search name"], {"do": "open", "id": "blog"}, "not_found_yet"),
        ([], {"do": "search", "id": "elsewhere"}, "unknown_move"),
        ([], {"do": "search", "id": None}, "wrong_shape"),
        ([], {"do": "search"}, "missing_key"),
        ([], {"do": "search", "id": "name", "verdict": "not"}, "unknown_key"),
        ([], {"do": "leave"}, "unknown_move"),
        ([], {"do": None}, "unknown_move"),
        ([], {"do": ["search"]}, "unknown_move"),
        ([], {}, "missing_key"),
        ([], None, "wrong_shape"),
        ([], {"do": "decide"}, "missing_key"),
        ([], {"do": "decide", "verdict": None}, "nothing_chosen"),
        ([], {"do": "decide", "verdict": "yes"}, "unknown_verdict"),
        ([], {"do": "decide", "verdict": "not", "id": "bank"}, "unknown_key"),
        (
            ["search name"],
            {"do": "decide", "verdict": "not", "evidence": "bank"},
            "evidence_not_seen",
        ),
        (["decide not"], {"do": "search", "id": "name"}, "finished"),
        (["decide not"], {"do": "decide", "verdict": "not"}, "finished"),
    ],
)
def test_faults_of_a_move(before, move, code):
    assert code_of(search.advance, make_search(), go(*before), move) == code


WORDS = st.sampled_from(
    "name claim about comments advert bank blog wiki q search open decide"
    " trust not unsure".split()
)
ANY = st.none() | st.integers() | st.text(max_size=3) | st.lists(WORDS) | WORDS
MOVE = st.fixed_dictionaries(
    {"do": WORDS | ANY}, optional={"id": ANY, "verdict": ANY, "evidence": ANY}
)


@given(moves=st.lists(MOVE | ANY, max_size=12))
def test_moves_raise_nothing_but_response_errors_and_fold_to_a_response(moves):
    snapshot, made = make_search(), []
    for move in moves:
        try:
            made = search.advance(snapshot, made, move)
        except ResponseError as error:
            assert error.code
    now = search.state(snapshot, made)
    assert 0 <= now.left <= 4
    if now.is_finished:
        mark = search.grade(snapshot, parse("search", snapshot, search.response(made)))
        assert 0 <= mark.points <= 4


@given(
    data=st.fixed_dictionaries(
        {"path": st.lists(WORDS, max_size=6) | ANY, "verdict": ANY, "evidence": ANY}
    )
)
def test_no_search_raises_anything_but_a_response_error(data):
    try:
        response = parse("search", make_search(), data)
    except ResponseError as error:
        assert error.code
    else:
        assert search.grade(make_search(), response).out_of == 4
