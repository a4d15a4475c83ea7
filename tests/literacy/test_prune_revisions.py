"""Old drafts go; what is live, signed, scheduled, submitted or newest stays."""

from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Comment, Revision

from literacy.services import make_demo_editor, may_sign, sign_content
from literacy.services.workflows import set_up_sign_off
from tests.base import PASSWORD, make_edda
from tests.make import make_activity, make_home, make_info, make_lesson

pytestmark = pytest.mark.django_db


@pytest.fixture
def edda():
    make_home()
    return make_edda()


def draft(thing, user=None, **changes) -> Revision:
    """Save a draft of the newest one with changes."""
    thing.refresh_from_db()
    newest = thing.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(newest, name, value)
    return newest.save_revision(user=user, clean=False)


def age(days: int = 100) -> None:
    """Let all revisions be older, in their order."""
    for number, revision in enumerate(Revision.objects.order_by("-pk")):
        made = timezone.now() - timedelta(days=days, minutes=number)
        Revision.objects.filter(pk=revision.pk).update(created_at=made)


def prune(**options) -> int:
    out = StringIO()
    call_command("prune_revisions", stdout=out, **options)
    return int(out.getvalue().split()[0])


def left() -> set[int]:
    return set(Revision.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("make", [make_activity, make_lesson])
def test_old_drafts_go_and_the_live_and_the_newest_one_stay(make):
    thing = make()
    live = thing.get_latest_revision()
    middle = [draft(thing, title=f"م {number}") for number in range(3)]
    newest = draft(thing, title="آخر")
    age()
    assert prune() == 3
    assert {live.pk, newest.pk} <= left()
    assert not {one.pk for one in middle} & left()
    thing.refresh_from_db()
    assert thing.get_latest_revision_as_object().title == "آخر"
    assert prune() == 0


def test_young_drafts_stay_as_long_as_the_setting_says():
    info = make_info()
    for number in range(3):
        draft(info, title=f"م {number}")
    assert settings.REVISION_DAYS == 90
    age(days=89)
    assert prune() == 0
    assert prune(days=30) == 2


def test_what_was_ever_published_stays():
    activity = make_activity()
    first = activity.get_latest_revision()
    draft(activity, title="ثانية").publish()
    draft(activity, title="ثالثة").publish()
    activity.refresh_from_db()
    activity.unpublish()
    age()
    assert prune() == 0
    assert first.pk in left()


def test_what_is_scheduled_stays():
    info = make_info()
    soon = draft(info, go_live_at=timezone.now() + timedelta(days=1))
    soon.publish()
    draft(info, go_live_at=None, title="بعدها")
    age()
    prune()
    assert Revision.objects.get(pk=soon.pk).approved_go_live_at


def test_what_was_submitted_stays(edda):
    set_up_sign_off()
    lesson = make_lesson()
    submitted = draft(lesson, user=edda, title="للقراءة")
    lesson.refresh_from_db()
    state = lesson.get_workflow().start(lesson, edda)
    for number in range(2):
        draft(lesson, title=f"م {number}")
    state.refresh_from_db()
    state.cancel(user=edda)
    age()
    prune()
    assert submitted.pk in left()


def test_what_was_signed_stays():
    activity = make_activity(sensitivity=2)
    signed = draft(activity, why="سبب موقَّع")
    sign_content(user=None, instance=signed.as_object())
    draft(activity, why="سبب عابر")
    draft(activity, why="آخر سبب")
    age()
    assert prune() == 1
    assert signed.pk in left()


def test_who_wrote_the_newest_words_stays_known(edda):
    sami = make_demo_editor(email="sami@demo.example", password=PASSWORD)
    activity = make_activity(sensitivity=2)
    draft(activity, user=edda, why="كلمات إدّا")
    for _number in range(3):
        draft(activity, user=sami)
    age()
    prune()
    activity.refresh_from_db()
    assert may_sign(user=sami, instance=activity)
    assert not may_sign(user=edda, instance=activity)


def test_what_a_comment_is_about_stays(edda):
    info = make_info()
    about = draft(info, title="مع تعليق")
    Comment.objects.create(
        page=info, user=edda, text="لماذا؟", contentpath="title", revision_created=about
    )
    draft(info, title="آخر")
    age()
    prune()
    assert Comment.objects.count() == 1
    assert about.pk in left()
