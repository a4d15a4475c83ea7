"""What follows from an answer: all of it, or nothing, and once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import OperationalError
from django.dispatch import Signal
from django.test import Client

from courses.models import LessonProgress
from literacy.access import COOKIE
from literacy.models import Learner
from quizzes.models import Answer, Attempt, Tally
from quizzes.signals import (
    answer_recorded,
    answer_recording,
    attempt_finished,
    attempt_finishing,
)
from tests.make import make_activity, make_bank, make_lesson
from tests.play import check_fields, fields, send, start_check
from tests.recount import recounted, stored

pytestmark = pytest.mark.django_db


@contextmanager
def failing_once(signal: Signal) -> Iterator[list[dict[str, Any]]]:
    """Let a receiver of the signal raise the first time, as a locked database does."""
    calls: list[dict[str, Any]] = []

    def fail_once(**kwargs: Any) -> None:
        calls.append(kwargs)
        if len(calls) == 1:
            raise OperationalError("database is locked")

    signal.connect(fail_once)
    try:
        yield calls
    finally:
        signal.disconnect(fail_once)


@pytest.fixture
def activity():
    return make_activity()


@pytest.fixture
def lesson(activity):
    return make_lesson(practice=[activity], bank=make_bank(2))


@pytest.fixture
def client() -> Client:
    """A browser without a learner, to which a fault of the site is a reply."""
    return Client(raise_request_exception=False)


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """Return a context in which what follows a commit happens at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def begin_check(client: Client, lesson) -> list[dict[str, Any]]:
    """Start a check, answer all questions but the last; return the last one's form."""
    start_check(client, lesson)
    *forms, last = check_fields(Attempt.objects.get(kind=Attempt.CHECK))
    for form in forms:
        assert send(form, client).status_code == 302
    return last


def test_a_receiver_inside_the_transaction_takes_the_answer_back(
    lesson, activity, client, committing
):
    data = fields(lesson, activity)
    with failing_once(answer_recording) as calls:
        with committing():
            assert send(data, client).status_code == 500
        for model in (Learner, Attempt, Answer, Tally, LessonProgress):
            assert not model.objects.exists()
        with committing():
            assert send(data, client).status_code == 302
    assert len(calls) == 2
    assert Answer.objects.get().learner == Learner.objects.get()
    assert LessonProgress.objects.get().steps_done == 4
    assert stored() == recounted()


def test_a_receiver_after_the_commit_costs_nothing_but_a_line_in_the_log(
    lesson, activity, client, committing, caplog
):
    data = fields(lesson, activity)
    with failing_once(answer_recorded):
        with committing():
            reply = send(data, client)
        assert reply.status_code == 302
        assert reply.cookies[COOKIE].value
        with committing():
            assert send(data, client).status_code == 302
    assert "database is locked" in caplog.text
    assert Answer.objects.get().learner == Learner.objects.get()
    assert LessonProgress.objects.get().steps_done == 4
    assert stored() == recounted()


def test_a_receiver_inside_leaves_a_check_open(lesson, client, committing):
    last = begin_check(client, lesson)
    with failing_once(attempt_finishing):
        assert send(last, client).status_code == 500
        assert Attempt.objects.get().closed_as == ""
        assert Answer.objects.count() == 3
        with committing():
            assert send(last, client).status_code == 302
    assert Attempt.objects.get().closed_as == Attempt.FINISHED
    assert LessonProgress.objects.get().is_done
    assert stored() == recounted()


def test_a_receiver_after_a_finished_check_leaves_it_finished(
    lesson, client, committing, caplog
):
    last = begin_check(client, lesson)
    with failing_once(attempt_finished), committing():
        assert send(last, client).status_code == 302
    assert "database is locked" in caplog.text
    assert LessonProgress.objects.get().is_done
    assert stored() == recounted()


def test_what_listens_after_the_commit_hears_nothing_of_what_was_taken_back(
    lesson, activity, client, committing
):
    with failing_once(answer_recorded) as heard, failing_once(answer_recording):
        with committing():
            send(fields(lesson, activity), client)
        assert heard == []


def test_listeners_learn_the_step_of_the_answer(lesson, activity, client):
    heard = []

    def listen(answer, step, **kwargs):
        heard.append((answer.activity_key, step.number, step.id))

    answer_recording.connect(listen)
    send(fields(lesson, activity), client)
    answer_recording.disconnect(listen)
    step = lesson.steps.raw_data[3]
    assert heard == [(activity.translation_key, 4, step["id"])]
