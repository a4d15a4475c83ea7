"""Sorts and searches on the way from an editor's form to a learner's answer."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override

from quizzes.formats.address import AddressBlock
from quizzes.formats.blocks import FORMATS
from quizzes.formats.search import scoring as search
from quizzes.models import Answer
from tests.make import (
    item,
    make_activity,
    make_lesson,
    make_locale,
    result_value,
    search_body,
    sort_body,
    version_of,
    way_value,
)
from tests.quizzes.test_templates import (
    answered,
    asked,
    begun,
    names_in,
    shown,
)


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def faults(format_, body):
    """Return the faults that an editor sees, by the path of their fields."""
    block = dict(FORMATS)[format_]
    try:
        block.clean(block.to_python(body))
    except ValidationError as error:
        return dict(flat(error.as_json_data()))
    return {}


def flat(data, path=""):
    for text in [*data.get("messages", ()), *data.get("nonBlockErrors", ())]:
        yield path, text["messages"][0] if isinstance(text, dict) else text
    for name, inner in data.get("blockErrors", {}).items():
        yield from flat(inner, f"{path}/{name}".strip("/"))


def cards(*changes):
    fields = {"text": "نصّ", "category": 1, "also": None, "why": "لأنّه كذلك."}
    return [item({**fields, **one}) for one in (*changes, *[{}] * 4)]


# What an editor is told to mend


@pytest.mark.parametrize(
    ("card", "field", "text"),
    [
        ({"text": "كلمة " * 16}, "text", "16 words; 15 at most"),
        ({"category": 3}, "category", "only 2 categories"),
        ({"also": 4}, "also", "only 2 categories"),
        ({"also": 1}, "also", "same category"),
        ({"category": 5}, "category", "not one of the available"),
        ({"category": None}, "category", "required"),
    ],
)
def test_a_card_says_at_its_field_what_to_mend(card, field, text):
    found = faults("sort", sort_body(cards=cards({}, card)))
    assert list(found) == [f"cards/1/{field}"]
    assert text in found[f"cards/1/{field}"]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"categories": [item({"name": "سبب"})]}, "categories"),
        ({"categories": [item({"name": "سبب"})] * 5}, "categories"),
        ({"cards": cards()[:3]}, "cards"),
        ({"cards": cards(*[{}] * 7)}, "cards"),
    ],
)
def test_a_sort_has_its_sizes(changes, path):
    assert path in faults("sort", sort_body(**changes))


def with_way(*places, **changes):
    """Return a search whose first way on is changed; others are sound."""
    ways = [way_value(**changes), *map(way_value, ("claim", "about"))]
    return search_body(searches=[item(way) for way in ways])


def with_result(**changes):
    return with_way(results=[item(result_value(**changes)), item(result_value())])


@pytest.mark.parametrize(
    ("body", "path", "text"),
    [
        (with_way("name", results=[]), "searches/0/results", "at least 2"),
        (with_way(text="كلام"), "searches/0/text", "no text"),
        (with_way(kind="about", text=""), "searches/0/text", "Write"),
        (
            with_way(kind="comments", results=[item(result_value())] * 2),
            "searches/0/results",
            "Remove",
        ),
        (with_way(kind="about", text="و " * 61), "searches/0/text", "60 at most"),
        (
            with_result(snippet="و " * 31),
            "searches/0/results/0/snippet",
            "30 at most",
        ),
        (with_result(text="و " * 61), "searches/0/results/0/text", "60 at most"),
        (
            with_result(address="al-daffa.com"),
            "searches/0/results/0/address",
            ".example",
        ),
        (search_body(budget=3), "budget", "4"),
        (search_body(budget=9), "budget", "8"),
        (search_body(expert=[item("نبحث")]), "expert", "minimum"),
        (
            search_body(searches=[item(way_value("about"))] * 3),
            "searches",
            "leave the page",
        ),
        (
            search_body(
                searches=[
                    item(way_value(results=[item(result_value(worth=1))] * 2))
                    for _ in range(3)
                ]
            ),
            "searches",
            "settles it",
        ),
    ],
)
def test_a_search_says_at_its_field_what_to_mend(body, path, text):
    found = faults("search", body)
    assert list(found) == [path]
    assert text in found[path]


def test_the_page_to_judge_is_short_and_has_words_for_its_picture():
    page = {**search_body()["page"], "text": "و " * 121}
    found = faults("search", search_body(page=page))
    assert list(found) == ["page/text"]


def test_the_form_asks_for_the_picture_last():
    page = dict(FORMATS)["search"].child_blocks["page"]
    assert page.meta.form_layout.children[-2:] == ["picture", "alt"]
    assert list(page.child_blocks) == page.meta.form_layout.children


@pytest.mark.parametrize(
    "address",
    [
        "al-nahr.example",
        "news.al-nahr.example/2026/03?id=7#top",
        "xn--mgb.example/",
        "a1.example/…",
    ],
)
def test_invented_addresses(address):
    assert AddressBlock().clean(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "al-nahr.com",
        "example",
        ".example",
        "al-nahr.example.com",
        "https://al-nahr.example",
        "al-nahr.example:80",
        "al nahr.example",
        "al-nahr.example/two words",
        "al-nahr.example\n",
        "AL-NAHR.example",
        "-nahr.example",
        "al-nahr.examples",
        "al-nahr.example@evil.com",
        "النهر.example",
        "al-nahr.example/\u202egnp.exe",
    ],
)
def test_other_addresses_are_refused(address):
    with pytest.raises(ValidationError):
        AddressBlock().clean(address)


# What is frozen


@pytest.mark.django_db
def test_a_frozen_card_names_the_categories_by_id():
    body = version_of(make_activity("sort")).content["body"]
    first, second = (one["id"] for one in body["categories"])
    assert [card["accepted"] for card in body["cards"]] == [
        [first],
        [second],
        [second],
        [first, second],
    ]
    assert set(body["cards"][0]) == {"id", "text", "why", "accepted"}


# What learners see


@pytest.fixture
def sorting(db):
    return make_activity("sort", locale=make_locale("en"))


@pytest.fixture
def searching(db):
    return make_activity("search", locale=make_locale("en"))


def test_cards_are_mixed_the_same_way_for_everybody(sorting):
    orders = [[card["id"] for card in asked(sorting).cards] for _visit in range(2)]
    assert orders[0] == orders[1]


def test_a_faulty_sort_keeps_what_was_entered_and_points_at_the_missing(sorting):
    item_ = asked(sorting)
    card, group = item_.cards[0]["id"], item_.body["categories"][1]["id"]
    html = shown(item_.with_fault("3 are missing", {"cards": {card: group}}))
    checked = re.findall(r'name="card-([^"]+)" value="([^"]+)"[^>]* checked', html)
    assert checked == [(card, group)]
    assert html.count('aria-invalid="true"') == 3
    assert html.count("This card has no group yet.") == 3
    field = f'id="field-{item_.key}"'
    assert html.count(field) == 1
    assert html.index(field) < html.index("This card has no group yet.")


def test_a_sort_ends_with_a_table_in_words(sorting):
    html = shown(answered(sorting, False))
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', html)
    assert heads == ["Card", "Your group", "A good group"]
    rows = re.split(r'<th scope="row"[^>]*>', html)[1:]
    assert len(rows) == 4
    for row, card in zip(rows, answered(sorting, False).cards, strict=True):
        said, good = re.split(r"<td[^>]*>", row)[1:]
        assert card["text"] in row
        assert card["group"] in said
        assert ("A good one" in said) is card["is_right"]
        assert ("Worth a pause" in said) is not card["is_right"]
        assert all(group in good for group in card["good_groups"])


def moves_of(activity, *names):
    """Return moves: the kind of a search, or the number of a result of the last."""
    content = version_of(activity).snapshot
    moves, found = [], None
    for name in names:
        if isinstance(name, int):
            move = {"do": "open", "id": found["results"][name]["id"]}
        else:
            ways = content["body"]["searches"]
            found = next(way for way in ways if way["kind"] == name)
            move = {"do": "search", "id": found["id"]}
        moves = search.advance(content, moves, move)
    return moves


def test_nothing_is_read_before_it_is_opened(searching):
    untouched = shown(asked(searching))
    listed = shown(begun(searching, moves_of(searching, "name")))
    opened = shown(begun(searching, moves_of(searching, "name", 1)))
    text = result_value()["text"]
    assert "لا صلة للمصرف" not in untouched
    assert "لا صلة للمصرف" in listed
    assert text not in listed
    assert text in opened


def test_a_list_of_results_names_addresses_dates_and_adverts(searching):
    html = shown(begun(searching, moves_of(searching, "name")))
    assert '<bdi dir="ltr">springs.example/offer</bdi>' in html
    assert html.count("Sponsored") == 1
    assert "آذار 2026" in html
    assert len(re.findall(r'name="open" value="[^"]+"', html)) == 2
    # Each button says what it opens, and the newest part takes the focus.
    assert html.count('<span class="u-vh"> <bdi>') == 2
    assert html.count("data-focus") == 1


def test_what_was_seen_can_be_read_again_without_a_move(searching):
    moves = moves_of(searching, "name", 1, "about")
    html = shown(begun(searching, moves))
    assert result_value()["text"] in html
    assert "1 move left" in html
    assert len(re.findall(r'<details class="tab"', html)) == 4
    # The page to judge and the list are folded; both texts are open, to compare.
    assert len(re.findall(r'<details class="tab" open', html)) == 2


def test_the_task_stays_in_sight_to_the_end(searching):
    moves = moves_of(searching, "name", 1)
    content = version_of(searching).snapshot
    decide = {"do": "decide", "verdict": "not", "evidence": moves[-1]["id"]}
    done = begun(searching, search.advance(content, moves, decide))
    done.answer.is_finished = True
    for item_ in (asked(searching), begun(searching, moves), done):
        assert content["body"]["intro"] in shown(item_)


def test_without_moves_left_only_the_verdict_can_be_sent(searching):
    html = shown(begun(searching, moves_of(searching, "name", 0, 1, "about")))
    assert "No moves left" in html
    assert not {"search", "open"} & names_in(html)
    assert {"verdict", "evidence"} <= names_in(html)
    assert '<details class="tab tab--decide" open' in html


def test_a_verdict_at_first_sight_asks_for_no_evidence(searching):
    assert "evidence" not in names_in(shown(asked(searching)))


def test_the_end_of_a_search_compares_two_paths_and_tells_no_points(searching):
    moves = moves_of(searching, "name", 0, 1)
    content = version_of(searching).snapshot
    decide = {"do": "decide", "verdict": "not", "evidence": moves[-1]["id"]}
    answer = begun(searching, search.advance(content, moves, decide)).answer
    answer.is_finished = True
    html = shown(asked(searching, answer=answer))
    assert html.index("Your path") < html.index("An experienced checker’s path")
    assert html.count("told a lot") == 2
    assert html.count("told nothing") == 1
    assert "Your verdict rests on evidence that settles it." in html
    assert "an advertisement" in html
    assert "2 of 3 moves told you something." in html
    assert "of 4" not in html


# The whole way


@pytest.fixture
def client():
    return Client(headers={"sec-fetch-site": "same-origin"})


def fields_of(activity, lesson, **more):
    version = version_of(activity)
    return {
        "activity": str(version.activity_key),
        "version": version.number,
        "language": version.language,
        "subject": str(lesson.translation_key),
        **more,
    }


@pytest.mark.django_db
def test_a_sort_is_answered_after_a_fault(client):
    activity = make_activity("sort")
    lesson = make_lesson(practice=[activity])
    body = version_of(activity).content["body"]
    group = body["categories"][0]["id"]
    names = [f"card-{card['id']}" for card in body["cards"]]
    some = fields_of(activity, lesson, **{names[0]: group})
    faulty = client.post("/en/answers/", some)
    assert faulty.status_code == 400
    # In the language of the activity, on a page in another one.
    fault = "بقيت ٣ بطاقات بلا مجموعة. اختاروا لكل منها واحدة."
    assert fault in faulty.content.decode()
    assert not Answer.objects.exists()
    client.post(
        "/en/answers/", fields_of(activity, lesson, **dict.fromkeys(names, group))
    )
    answer = Answer.objects.get()
    assert (answer.outcome, answer.points, answer.out_of) == ("not_quite", 2, 4)


@pytest.mark.django_db
def test_a_search_is_made_move_by_move(client):
    activity = make_activity("search")
    lesson = make_lesson(practice=[activity])
    ways = version_of(activity).content["body"]["searches"]
    name = next(way for way in ways if way["kind"] == "name")
    best = name["results"][1]["id"]
    sent = [
        {"search": name["id"], "at": 0},
        {"open": best, "at": 1},
        # Sent twice: the second time nothing is added.
        {"open": best, "at": 1},
        {"open": best, "at": 2},
        {"verdict": "not", "evidence": best, "at": 2},
    ]
    for move in sent:
        reply = client.post("/en/answers/", fields_of(activity, lesson, **move))
        assert reply.status_code == 302, move
    answer = Answer.objects.get()
    assert len(answer.response["moves"]) == 3
    assert (answer.outcome, answer.points, answer.out_of) == ("right", 4, 4)
    page = client.get(reply["Location"]).content.decode()
    assert 'class="paths"' in page


@pytest.mark.django_db
def test_a_verdict_without_evidence_keeps_what_was_chosen(client):
    activity = make_activity("search")
    lesson = make_lesson(practice=[activity])
    ways = version_of(activity).content["body"]["searches"]
    about = next(way for way in ways if way["kind"] == "about")
    uuid = "6f2a0c1e-54f0-4f0e-9a54-3c53a1c4f1d8"
    fields = fields_of(activity, lesson, uuid=uuid)
    client.post("/en/answers/", {**fields, "search": about["id"], "at": 0})
    reply = client.post("/en/answers/", {**fields, "verdict": "not", "at": 1})
    html = reply.content.decode()
    assert reply.status_code == 400
    assert "اختاروا ما بنيتم عليه قراركم" in html
    assert re.search(r'value="not"[^>]* checked', html)
    assert '<details class="tab tab--decide" open' in html


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{}, {"X-Part": "3"}])
def test_a_move_takes_along_what_is_chosen_of_the_verdict(client, headers):
    activity = make_activity("search")
    lesson = make_lesson(practice=[activity])
    ways = version_of(activity).content["body"]["searches"]
    about, name = (
        next(way["id"] for way in ways if way["kind"] == kind)
        for kind in ("about", "name")
    )
    uuid = "6f2a0c1e-54f0-4f0e-9a54-3c53a1c4f1d9"
    fields = fields_of(activity, lesson, uuid=uuid)
    client.post("/en/answers/", {**fields, "search": about, "at": 0})
    chosen = {"verdict": "not", "evidence": about}
    reply = client.post(
        "/en/answers/",
        {**fields, **chosen, "search": name, "at": 1},
        headers=headers,
        follow=True,
    )
    html = reply.content.decode()
    for value in chosen.values():
        assert re.search(rf'type="radio"[^>]* value="{value}"[^>]* checked', html)
    assert '<details class="tab tab--decide" open' in html
    assert len(Answer.objects.get().response["moves"]) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    "move", [{"search": "q"}, {"open": "q"}, {"verdict": "q"}, {}, {"evidence": "q"}]
)
def test_bad_moves_of_a_search_are_refused_and_nothing_is_kept(client, move):
    activity = make_activity("search")
    lesson = make_lesson(practice=[activity])
    reply = client.post("/en/answers/", fields_of(activity, lesson, at=0, **move))
    assert reply.status_code == 400
    assert not Answer.objects.exists()
