"""Who came no more is forgotten, a few at a time, so that answers go on."""

from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from courses.services import finish_lesson
from literacy.models import Learner, User
from literacy.models.learners import learner_models
from literacy.services import learners
from literacy.services.learners import BATCH, forget_some
from quizzes.models import Answer
from quizzes.services import open_practice, record_answer
from tests.make import make_activity, make_learner, version_of


def long_ago(days: int = 401):
    return timezone.localdate() - timedelta(days=days)


def make_idle(count: int) -> None:
    Learner.objects.bulk_create(
        Learner(language="ar", seen_on=long_ago()) for _number in range(count)
    )


def forget_idle() -> str:
    out = StringIO()
    call_command("forget_idle", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_who_answered_nothing_for_long_is_forgotten():
    make_learner(seen_on=long_ago())
    pia = make_learner(seen_on=long_ago(399))
    assert "1 learners deleted." in forget_idle()
    assert Learner.objects.get() == pia


@pytest.mark.django_db
def test_who_has_an_account_stays():
    user = User.objects.create_user("tessa@school.example", "not-so-secret")
    make_learner(seen_on=long_ago(), user=user)
    assert "0 learners deleted." in forget_idle()


@pytest.mark.django_db
def test_nothing_of_a_forgotten_learner_is_left():
    version = version_of(make_activity())
    learner = make_learner(seen_on=long_ago())
    attempt = open_practice(learner=learner, subject_key=uuid4(), language="ar")
    option = version.snapshot["body"]["options"][0]["id"]
    record_answer(
        attempt=attempt, version=version, uuid=None, data={"options": [option]}
    )
    finish_lesson(learner=learner, lesson_key=uuid4(), points=1, out_of=4)
    Learner.objects.update(seen_on=long_ago())
    forget_idle()
    assert Answer in learner_models()
    assert [model for model in learner_models() if model.objects.exists()] == []


def test_between_a_few_and_the_next_few_everything_is_committed(
    committed_db, monkeypatch
):
    make_idle(2 * BATCH + 1)
    left = []

    def pause(seconds):
        assert seconds > 0
        assert not connection.in_atomic_block
        left.append(Learner.objects.count())

    monkeypatch.setattr(learners.time, "sleep", pause)
    assert f"{2 * BATCH + 1} learners deleted." in forget_idle()
    assert left == [BATCH + 1, 1, 0]


@pytest.mark.django_db
def test_a_few_are_deleted_by_few_statements(django_assert_max_num_queries):
    """Whoever listens to each deleted row makes it a statement for each row."""
    make_idle(BATCH)
    for learner in Learner.objects.all():
        open_practice(learner=learner, subject_key=uuid4(), language="ar")
        finish_lesson(learner=learner, lesson_key=uuid4(), points=1, out_of=4)
    with django_assert_max_num_queries(12):
        assert forget_some(timezone.localdate()) == BATCH
