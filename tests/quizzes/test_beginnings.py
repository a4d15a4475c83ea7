"""A first answer whose reply was lost comes again without a cookie: one learner."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client

from literacy.access import COOKIE
from literacy.models import Learner
from literacy.services import give_phrase, merge_learners
from quizzes.models import Answer, Attempt
from quizzes.services.beginnings import SECONDS
from tests.make import make_activity, make_bank, make_learner, make_lesson, version_of
from tests.play import OURS, address, fields, send
from tests.recount import recounted, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    return make_activity()


@pytest.fixture
def lesson(activity):
    return make_lesson(practice=[activity], bank=make_bank(2))


def code_in(keeper) -> str:
    """Return the learner's code in the cookie of a reply or a browser."""
    return keeper.cookies[COOKIE].value.partition(":")[0]


def expire(name: str) -> None:
    """Let the minutes go by."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cache SET expires = %s WHERE cache_key LIKE %s",
            ["2001-01-01 00:00:00", f"%{name}"],
        )


@pytest.mark.parametrize("headers", [{}, {"x-part": "2"}])
def test_a_first_answer_sent_twice_is_one_learner_s(lesson, activity, headers):
    data = fields(lesson, activity)
    first, again = send(data, **headers), send(data, **headers)
    assert first.status_code == again.status_code
    assert Answer.objects.get().learner == Learner.objects.get()
    assert code_in(first) == code_in(again)
    assert stored() == recounted()


def test_another_answer_of_that_name_shows_the_first_and_brings_the_cookie(
    lesson, activity
):
    data = fields(lesson, activity)
    send(data)
    options = version_of(activity).snapshot["body"]["options"]
    client = Client()
    reply = send({**data, "options": options[1]["id"]}, client)
    assert reply.status_code == 409
    assert client.cookies[COOKIE].value
    assert Answer.objects.get().outcome == "right"


def test_a_first_move_sent_twice_is_one_move():
    feed = make_activity("feed")
    lesson = make_lesson(practice=[feed])
    post = version_of(feed).snapshot["body"]["posts"][0]["id"]
    data = fields(lesson, feed, post=post, move="skip", at=0)
    send(data)
    send(data)
    assert len(Answer.objects.get().response["moves"]) == 1


def test_a_first_check_begun_twice_is_one_check(lesson):
    start = {"subject": str(lesson.translation_key), "uuid": str(uuid4())}
    for _press in range(2):
        Client().post(address("check_start"), start, headers=OURS)
    assert Attempt.objects.get().learner == Learner.objects.get()
    assert stored() == recounted()


def test_a_page_without_scripts_names_nothing_and_begins_anew(lesson, activity):
    data = fields(lesson, activity, uuid="")
    send(data)
    send(data)
    assert Learner.objects.count() == 2


def test_after_ten_minutes_a_name_leads_to_nobody(lesson, activity):
    assert SECONDS == 600
    data = fields(lesson, activity)
    send(data)
    expire(data["uuid"])
    send(data)
    assert Learner.objects.count() == 2


def went_on(learner, lesson, activity, client):
    send(fields(lesson, activity), client)


def began_a_check(learner, lesson, activity, client):
    start = {"subject": str(lesson.translation_key)}
    client.post(address("check_start"), start, headers=OURS)


def has_a_phrase(learner, lesson, activity, client):
    give_phrase(learner=learner, language="ar")


def was_brought_together(learner, lesson, activity, client):
    merge_learners(kept=make_learner(), gone=learner)


@pytest.mark.parametrize(
    "deed", [went_on, began_a_check, has_a_phrase, was_brought_together]
)
def test_a_name_never_leads_to_somebody_who_heard_the_reply(lesson, activity, deed):
    data, client = fields(lesson, activity), Client()
    send(data, client)
    deed(Learner.objects.get(), lesson, activity, client)
    before = Learner.objects.count()
    assert code_in(send(data)) != code_in(client)
    assert Learner.objects.count() == before + 1


def test_a_form_from_another_site_finds_nobody(lesson, activity):
    data = fields(lesson, activity)
    send(data)
    reply = send(data, **{"sec-fetch-site": "cross-site"})
    assert reply.status_code == 403
    assert COOKIE not in reply.cookies


def test_an_answer_that_was_refused_leaves_no_name(lesson, activity):
    data = fields(lesson, activity, options="no-such-option")
    assert send(data).status_code == 400
    assert cache.get(f"began:{data['uuid']}") is None


def test_names_that_ran_out_are_deleted(lesson, activity):
    old, new = fields(lesson, activity), fields(lesson, activity)
    send(old)
    expire(old["uuid"])
    send(new)
    call_command("catch_up")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache WHERE cache_key LIKE '%began:%'")
        assert [name for (name,) in cursor] == [f":1:began:{new['uuid']}"]
