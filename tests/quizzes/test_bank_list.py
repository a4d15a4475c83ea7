"""The list of activities: what it shows, narrows to, and makes copies of."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from literacy.models import SignOff
from literacy.services import note_shipped
from quizzes.gate import review_faults
from quizzes.models import Activity, ActivityVersion
from quizzes.queries.analysis import passport
from tests.base import make_edda, make_tessa, signed_in
from tests.make import make_activity, make_home, make_locale, make_skill
from tests.quizzes.counted import newest, store

LIST = "/cms/snippets/quizzes/activity/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


def titles(response) -> set[str]:
    return {activity.title for activity in response.context["object_list"]}


def row_of(page: str, title: str) -> str:
    start = page.index(f">{title}<") if f">{title}<" in page else page.index(title)
    return page[start : page.index("</tr>", start)]


def make_counted(answers: int, right: int, **changes) -> Activity:
    activity = make_activity(**changes)
    (version,) = newest([activity])
    store({version.pk: {"answers": answers, "right": right}})
    return activity


# Reading


def test_whoever_chooses_is_offered_the_newest_first(edda):
    for title in ("first", "second"):
        make_activity(title=title)
    offered = edda.get(
        "/cms/snippets/choose/quizzes/activity/results/"
    ).content.decode()
    assert 0 < offered.index("second") < offered.index("first")


def test_difficulty_is_shown_from_thirty_answers(edda):
    make_counted(30, 21, title="enough")
    make_counted(29, 20, title="few")
    page = edda.get(LIST).content.decode()
    assert "٧٠٪" in row_of(page, "enough")
    assert "—" in row_of(page, "few")


@pytest.mark.parametrize("query", [{}, {"needs_review": "any"}])
def test_a_page_of_rows_takes_a_fixed_number_of_queries(edda, query):
    skill = make_skill()
    make_activity(skill=skill, sensitivity=2)
    edda.get(LIST, query)
    with CaptureQueriesContext(connection) as few:
        edda.get(LIST, query)
    for _number in range(12):
        make_activity(skill=skill, sensitivity=2)
    with CaptureQueriesContext(connection) as many:
        response = edda.get(LIST, query)
    assert len(response.context["object_list"]) == 13
    assert len(many) == len(few)
    assert len(many) <= 30


def test_the_list_says_how_each_activity_stands(edda):
    make_activity(title="published")
    draft = make_activity(title="hidden")
    draft.unpublish()
    later = make_activity(title="later")
    later.unpublish()
    later.refresh_from_db()
    later.go_live_at = timezone.now() + timedelta(days=3)
    later.save_revision().publish()
    page = edda.get(LIST).content.decode()
    for title in ("published", "hidden", "later"):
        activity = Activity.objects.get(title=title)
        assert str(activity.status_string) in row_of(page, title)


def test_what_can_be_translated_can_be_sent_from_the_list(edda):
    make_locale("en")
    activity = make_activity()
    page = edda.get(LIST).content.decode()
    assert f"/cms/localize/submit/snippet/quizzes/activity/{activity.pk}/" in page
    activity.copy_for_translation(make_locale("en")).save()
    page = edda.get(LIST).content.decode()
    assert f"/cms/localize/submit/snippet/quizzes/activity/{activity.pk}/" not in page


# Needs review


def come_with_site(activity: Activity) -> None:
    SignOff.objects.filter(object_key=activity.translation_key).delete()
    note_shipped(instance=activity)


@pytest.fixture
def reviews():
    today = timezone.localdate()
    make_activity(title="everyday")
    make_activity(title="due", review_due=today - timedelta(days=1))
    make_activity(title="today", review_due=today, sensitivity=3)
    make_activity(title="missing", sensitivity=2)
    come_with_site(make_activity(title="signed outside", sensitivity=2))
    make_counted(40, 2, title="hard")


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("date", {"due", "missing"}),
        ("flagged", {"hard"}),
        ("any", {"due", "missing", "hard"}),
        ("", {"everyday", "due", "today", "missing", "signed outside", "hard"}),
    ],
)
def test_what_needs_review_is_found(edda, reviews, reason, found):
    assert titles(edda.get(LIST, {"needs_review": reason})) == found


def test_gate_passport_and_list_ask_for_a_date_of_the_same(edda, reviews):
    found = titles(edda.get(LIST, {"needs_review": "date"}))
    for activity in Activity.objects.all():
        is_asked = activity.title in found
        assert bool(list(review_faults(activity))) == is_asked
        assert (passport(activity).review in ("due", "missing")) == is_asked


# Duplicates


def copy_url(activity: Activity) -> str:
    return f"{LIST}copy/{activity.pk}/"


def test_the_list_offers_to_duplicate(edda):
    assert copy_url(make_activity()) in edda.get(LIST).content.decode()


def test_asking_makes_nothing(edda):
    activity = make_activity(title="سؤال الجسر")
    response = edda.get(copy_url(activity))
    assert response.status_code == 200
    assert "سؤال الجسر" in response.content.decode()
    assert Activity.objects.count() == 1


def test_a_duplicate_is_a_draft_of_its_own(edda):
    activity = make_activity(
        "feed",
        title="منشورات",
        pair_key="bridge",
        reviewed_by=make_edda(),
        review_due=timezone.localdate(),
    )
    activity.copy_for_translation(make_locale("en")).save()
    response = edda.post(copy_url(activity))
    made = Activity.objects.exclude(title="منشورات").get()
    assert response.url == f"{LIST}edit/{made.pk}/"
    assert edda.get(response.url).status_code == 200
    assert "منشورات" in made.title
    assert made.key != activity.key
    assert made.translation_key != activity.translation_key
    assert list(made.get_translations()) == []
    assert (made.live, made.first_published_at, made.live_revision) == (
        False,
        None,
        None,
    )
    assert made.body.get_prep_value() == activity.body.get_prep_value()
    assert (made.pair_key, made.veracity) == ("bridge", activity.veracity)
    assert (made.reviewed_by, made.review_due) == (None, None)
    versions = ActivityVersion.objects.filter(activity_key=made.translation_key)
    assert not versions.exists()
    activity.refresh_from_db()
    assert activity.live


def test_a_duplicate_begins_as_the_newest_draft(edda):
    activity = make_activity(why="قديم")
    activity.why = "مسودّة"
    activity.save_revision()
    edda.post(copy_url(activity))
    made = Activity.objects.exclude(pk=activity.pk).get()
    assert made.get_latest_revision_as_object().why == "مسودّة"
    activity.refresh_from_db()
    assert activity.why == "قديم"


def test_a_scheduled_original_does_not_publish_its_copy(edda):
    activity = make_activity()
    activity.go_live_at = timezone.now() - timedelta(minutes=1)
    activity.save()
    edda.post(copy_url(activity))
    made = Activity.objects.exclude(pk=activity.pk).get()
    call_command("publish_scheduled", verbosity=0)
    made.refresh_from_db()
    assert (made.live, made.go_live_at) == (False, None)


def test_a_long_name_still_fits(edda):
    activity = make_activity(title="ط" * 160)
    edda.post(copy_url(activity))
    assert len(Activity.objects.exclude(pk=activity.pk).get().title) == 160


def test_outsiders_duplicate_nothing(edda):
    activity = make_activity()
    response = signed_in(make_tessa()).post(copy_url(activity))
    assert response.status_code == 302
    assert edda.post(f"{LIST}copy/999999/", follow=True).status_code == 404
    assert Activity.objects.count() == 1
