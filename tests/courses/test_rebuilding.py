"""Progress that was lost comes back from answers and finished checks."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from courses.models import LessonPage, LessonProgress
from courses.services import rebuild_progress
from literacy.models import Learner
from quizzes.models import Attempt
from tests.make import make_activity, make_bank, make_lesson
from tests.play import check_fields, fields, send, start_check

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    return make_activity()


@pytest.fixture
def lesson(activity):
    return make_lesson(practice=[activity], bank=make_bank(2))


@pytest.fixture
def learner(lesson, activity) -> Learner:
    """A learner who answered a practice and finished the check of a lesson."""
    client = Client()
    send(fields(lesson, activity), client)
    start_check(client, lesson)
    for form in check_fields(Attempt.objects.get(kind=Attempt.CHECK)):
        send(form, client)
    return Learner.objects.get()


def rows() -> list[dict]:
    fields = [one.name for one in LessonProgress._meta.fields if one.name != "id"]
    return list(LessonProgress.objects.order_by("pk").values(*fields))


def catch_up(*options: str) -> str:
    out = StringIO()
    call_command("catch_up", *options, stdout=out)
    return out.getvalue()


def test_lost_progress_comes_back_whole(learner):
    before = rows()
    assert before[0]["best_points"] == 4
    LessonProgress.objects.all().delete()
    rebuild_progress(learner=learner)
    assert rows() == before


def test_progress_that_was_reached_is_never_taken_away(learner):
    LessonProgress.objects.update(steps_done=6, step_id="gone", best_points=5)
    before = rows()
    rebuild_progress(learner=learner)
    assert rows() == before


def test_a_check_closed_by_a_merge_finishes_no_lesson(learner):
    Attempt.objects.filter(kind=Attempt.CHECK).update(
        closed_as=Attempt.MERGED, is_counted=False
    )
    LessonProgress.objects.all().delete()
    rebuild_progress(learner=learner)
    assert not LessonProgress.objects.get().is_done


def test_an_answer_to_what_the_lesson_lost_brings_no_step(lesson, activity):
    client = Client()
    send(fields(lesson, activity), client)
    other = [one for one in lesson.steps.raw_data if one["type"] != "practice"]
    LessonPage.objects.update(steps=json.dumps(other))
    LessonProgress.objects.all().delete()
    rebuild_progress(learner=Learner.objects.get())
    assert not LessonProgress.objects.exists()


def test_catch_up_pays_lost_progress_and_has_nothing_to_do_twice(learner):
    before = rows()
    LessonProgress.objects.all().delete()
    assert "Progress of learners: 1 paid." in catch_up()
    assert rows() == before
    assert "Progress of learners: 0 paid." in catch_up()


def test_catch_up_looks_at_the_last_days_or_at_everything(learner):
    LessonProgress.objects.all().delete()
    long_ago = timezone.localdate() - timedelta(days=30)
    Learner.objects.update(seen_on=long_ago)
    assert "Progress of learners: 0 paid." in catch_up()
    assert "Progress of learners: 1 paid." in catch_up("--all")
    assert LessonProgress.objects.get().is_done


def test_looking_for_what_is_owed_costs_the_same_for_few_and_many(
    learner, lesson, activity, django_assert_num_queries
):
    from courses.services.rebuilding import find_owed

    with django_assert_num_queries(7):
        assert list(find_owed(True)) == []
    for _learner in range(5):
        send(fields(lesson, activity))
    with django_assert_num_queries(7):
        assert list(find_owed(True)) == []
