"""Sending an answer: what can go wrong has a clear reply, and stores nothing."""

from uuid import uuid4

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from literacy.access import COOKIE
from literacy.models import Learner
from quizzes.models import Answer, Attempt
from tests.make import make_activity, make_bank, make_lesson, version_of
from tests.play import OURS, address, check_fields, fields, send, start_check

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    return make_activity()


@pytest.fixture
def lesson(activity):
    return make_lesson(practice=[activity], bank=make_bank(2))


def test_without_scripts_an_answer_leads_to_its_own_page(lesson, activity):
    client = Client()
    reply = send(fields(lesson, activity), client)
    assert reply.status_code == 302
    page = client.get(reply.url)
    text = page.content.decode()
    assert page.status_code == 200
    assert activity.why in text
    assert activity.fair_version in text
    assert activity.next_time in text
    assert "no-store" in page.headers["Cache-Control"]


def test_with_scripts_the_reply_is_the_part_alone(lesson, activity):
    reply = send(fields(lesson, activity), **{"x-part": "1"})
    text = reply.content.decode()
    assert reply.status_code == 200
    assert activity.why in text
    assert "<html" not in text
    assert "X-Part" in reply.headers["Vary"]
    assert reply.headers["X-Part"], "else scripts take it for somebody else's"


@pytest.mark.parametrize(
    ("name", "data"),
    [("answer_new", {}), ("check_start", {}), ("answer", None), ("attempt", None)],
)
def test_refusals_are_parts_of_ours_as_well(lesson, name, data):
    place = {"answer": {"uuid": uuid4()}, "attempt": {"code": "nobody"}}.get(name, {})
    headers = {**OURS, "x-part": "2"}
    send = Client(headers=headers).get if data is None else Client(headers=headers).post
    reply = send(address(name, **place), data)
    assert reply.status_code in (400, 404)
    assert reply.headers["X-Part"]
    assert "<html" not in reply.content.decode()
    assert 'class="message"' in reply.content.decode()


def test_a_learner_and_the_cookie_begin_with_the_first_answer(lesson, activity):
    client = Client()
    client.get(lesson.url)
    assert not Learner.objects.exists()
    reply = send(fields(lesson, activity), client)
    cookie = reply.cookies[COOKIE]
    assert Learner.objects.count() == 1
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert COOKIE not in send(fields(lesson, activity), client).cookies
    assert Learner.objects.count() == 1


def test_feedback_is_never_on_the_page_before_the_answer(lesson, activity):
    assert activity.why not in Client().get(lesson.url).content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://other.example"},
        {},
    ],
)
def test_a_form_from_another_site_is_refused(lesson, activity, headers):
    reply = Client().post(address(), fields(lesson, activity), headers=headers)
    assert reply.status_code == 403
    assert not Answer.objects.exists()


def test_an_older_browser_is_known_by_its_origin(lesson, activity):
    origin = {"origin": "http://testserver"}
    reply = Client().post(address(), fields(lesson, activity), headers=origin)
    assert reply.status_code == 302


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"activity": str(uuid4())}, 404),
        ({"activity": "not-a-key"}, 400),
        ({"activity": ""}, 400),
        ({"version": ""}, 400),
        ({"version": "0"}, 400),
        ({"version": "999"}, 404),
        ({"version": "1; drop"}, 400),
        ({"language": "xx"}, 400),
        ({"language": "en"}, 404),
        ({"subject": str(uuid4())}, 404),
        ({"subject": "\x00"}, 400),
        ({"uuid": "1234"}, 400),
        ({"attempt": "nobody-has-this"}, 404),
        ({"options": ""}, 400),
        ({"options": "no-such-option"}, 400),
        ({"options": "\x00\ud800"}, 400),
    ],
)
def test_bad_input_is_answered_and_stores_nothing(lesson, activity, changes, status):
    data = fields(lesson, activity, **changes)
    reply = Client().post(address(), encode(data), content_type=FORM, headers=OURS)
    assert reply.status_code == status
    assert "<h1" in reply.content.decode()
    assert not Answer.objects.exists()
    assert not Learner.objects.exists()


FORM = "application/x-www-form-urlencoded"


def encode(data):
    from urllib.parse import urlencode

    return urlencode(data, errors="surrogatepass")


def test_an_over_long_body_is_refused(lesson, activity):
    data = fields(lesson, activity, options="x" * 20_000)
    reply = Client().post(address(), encode(data), content_type=FORM, headers=OURS)
    assert reply.status_code == 413
    assert not Answer.objects.exists()


def test_a_half_filled_form_comes_back_with_what_was_entered(lesson):
    order = make_activity("order")
    lesson = make_lesson(practice=[order])
    steps = version_of(order).snapshot["body"]["steps"]
    places = {f"place-{step['id']}": 1 for step in steps}
    reply = send(fields(lesson, order, **places))
    text = reply.content.decode()
    assert reply.status_code == 400
    assert text.count("selected") == len(steps)
    assert not Answer.objects.exists()


@pytest.mark.parametrize("last", ["", "abc", "²", "-1", "0", "5", "9" * 900])
def test_a_number_that_cannot_be_is_told_and_stores_nothing(last):
    order = make_activity("order")
    lesson = make_lesson(practice=[order])
    steps = version_of(order).snapshot["body"]["steps"]
    places = zip(steps, ["1", "2", "3", last], strict=True)
    given = {f"place-{step['id']}": place for step, place in places}
    reply = send(fields(lesson, order, **given))
    assert reply.status_code == 400
    assert 'class="errors"' in reply.content.decode()
    assert not Answer.objects.exists()


def test_the_first_answer_wins(lesson, activity):
    client = Client()
    first = fields(lesson, activity)
    send(first, client)
    options = version_of(activity).snapshot["body"]["options"]
    reply = send({**first, "options": options[1]["id"]}, client)
    assert reply.status_code == 409
    assert Answer.objects.get().outcome == "right"
    assert activity.why in reply.content.decode(), "the first answer is shown"


def test_that_the_first_one_counts_is_said_in_the_activitys_language(lesson, activity):
    client = Client(headers=OURS)
    first = fields(lesson, activity)
    options = version_of(activity).snapshot["body"]["options"]
    client.post("/en/answers/", first)
    reply = client.post("/en/answers/", {**first, "options": options[1]["id"]})
    assert "سبق أن أجبتم عن هذا." in reply.content.decode()


def test_the_same_answer_again_has_the_same_reply(lesson, activity):
    client, data = Client(), fields(lesson, activity)
    first, second = send(data, client), send(data, client)
    assert first.url == second.url
    assert Answer.objects.count() == 1


@pytest.mark.parametrize("cookie", ["forged", "abc:def:ghi", "", "é" * 40])
def test_a_forged_cookie_begins_a_new_learner(lesson, activity, cookie):
    other = Client()
    send(fields(lesson, activity), other)
    client = Client()
    client.cookies[COOKIE] = cookie
    reply = send(fields(lesson, activity), client)
    assert reply.status_code == 302
    assert reply.cookies[COOKIE].value
    assert Learner.objects.count() == 2


def test_nobody_sees_an_answer_of_somebody_else(lesson, activity):
    reply = send(fields(lesson, activity))
    assert Client().get(reply.url).status_code == 404


def test_a_draft_cannot_be_answered(lesson, activity):
    data = fields(lesson, activity)
    lesson.unpublish()
    assert send(data).status_code == 404
    assert not Answer.objects.exists()


def test_a_private_page_cannot_be_answered(lesson, activity):
    PageViewRestriction.objects.create(
        page=lesson.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )
    assert send(fields(lesson, activity)).status_code == 404
    assert not Answer.objects.exists()


def test_an_activity_that_the_page_does_not_offer_cannot_be_answered(lesson):
    stranger = make_activity()
    assert send(fields(lesson, stranger)).status_code == 404


def test_a_check_item_cannot_be_answered_outside_a_check(activity):
    bank = make_bank(2)
    lesson = make_lesson(practice=[activity], bank=bank)
    assert send(fields(lesson, bank[0])).status_code == 404


def test_an_old_page_is_marked_by_the_version_it_showed(lesson, activity):
    old = fields(lesson, activity)
    for option in activity.body[0].value["options"]:
        option["correct"] = not option["correct"]
    activity.save_revision().publish()
    send(old)
    assert Answer.objects.get().outcome == "right"
    assert Answer.objects.get().version.number == old["version"]


def test_reading_an_answer_by_post_and_sending_by_get_are_refused(lesson, activity):
    assert Client().get(address()).status_code == 405
    reply = Client().post(address("answer", uuid=uuid4()), headers=OURS)
    assert reply.status_code == 405


def test_a_check_goes_from_start_to_end_without_scripts(activity):
    lesson = make_lesson(practice=[activity], bank=make_bank(4))
    client = Client()
    reply = start_check(client, lesson)
    attempt = Attempt.objects.get()
    for data in check_fields(attempt):
        page = client.get(reply.url)
        assert page.status_code == 200
        assert 'name="uuid"' in page.content.decode()
        assert page.context["question"].key == data["activity"]
        assert send(data, client).status_code == 302
    attempt.refresh_from_db()
    end = client.get(reply.url)
    assert attempt.finished_on
    assert end.context["right"] == 4


def test_a_check_is_private(activity):
    lesson = make_lesson(practice=[activity])
    reply = start_check(Client(), lesson)
    assert Client().get(reply.url).status_code == 404


def test_a_sensitive_check_has_its_way_out_in_any_language(settings):
    settings.EXIT_URL = "https://weather.example/"
    lesson = make_lesson(sensitivity=2)
    client = Client()
    start_check(client, lesson)
    reply = client.get(f"/en/checks/{Attempt.objects.get().code}/")
    assert "<quick-exit" in reply.content.decode()


def test_an_answer_costs_at_most_fifteen_queries(
    activity, django_assert_max_num_queries, django_capture_on_commit_callbacks
):
    second = make_activity()
    lesson = make_lesson(practice=[activity, second])
    client = Client()
    with django_capture_on_commit_callbacks(execute=True):
        send(fields(lesson, activity), client)
    data = fields(lesson, second)
    with (
        django_assert_max_num_queries(15),
        django_capture_on_commit_callbacks(execute=True),
    ):
        send(data, client)
