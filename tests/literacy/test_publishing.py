"""Every door through which something is published leads past the gate."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from literacy.errors import RefusedError
from literacy.findings import error, warning
from literacy.publishing import refused_notes
from quizzes.models import Activity, ActivityVersion
from tests.base import make_adam, make_edda, signed_in
from tests.cms_forms import form_of, press_publish, seal_in
from tests.make import (
    make_activity,
    make_home,
    make_index,
    make_info,
    make_lesson,
    make_locale,
)

pytestmark = pytest.mark.django_db
BAD = error("bad", "It is bad.", "Mend it.", "why")
ODD = warning("odd", "It is odd.", "Look at it.")
ACTIVITIES = "/cms/snippets/quizzes/activity/"


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


@pytest.fixture
def found():
    """Return a list; what is put there, every page and activity is said to have."""
    findings = []
    with hooks.register_temporarily("literacy_content_checks", lambda one: findings):
        yield findings


def edit_url(instance) -> str:
    if isinstance(instance, Page):
        return f"/cms/pages/{instance.pk}/edit/"
    return f"{ACTIVITIES}edit/{instance.pk}/"


def messages_in(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


# The forms


@pytest.mark.parametrize("make", [make_activity, make_lesson, make_info])
def test_errors_keep_a_form_from_being_published_and_nothing_is_lost(edda, found, make):
    thing = make()
    found.append(BAD)
    fields = form_of(thing, title="عنوان جديد")
    response = edda.post(edit_url(thing), {**fields, "action-publish": "1"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "It is bad." in page
    assert "<b>Mend it.</b>" in page
    assert "عنوان جديد" in page
    assert not seal_in(response)
    thing.refresh_from_db()
    assert thing.title != "عنوان جديد"
    assert not thing.has_unpublished_changes


def test_an_error_is_shown_at_its_field(edda, found):
    activity = make_activity()
    found += [BAD, error("bad", "So is this.", "Mend it.", "body.0.options.1.why")]
    fields = form_of(activity)
    form = edda.post(edit_url(activity), {**fields, "action-publish": "1"}).context[
        "form"
    ]
    assert form.errors["why"] == ["It is bad. Mend it."]
    (problem,) = form.errors["body"].as_data()
    (text,) = (
        problem.block_errors[0]
        .block_errors["options"]
        .block_errors[1]
        .block_errors["why"]
    )
    assert text == "So is this. Mend it."


def test_a_draft_is_saved_whatever_the_gate_says(edda, found):
    activity = make_activity()
    found.append(BAD)
    edda.post(edit_url(activity), form_of(activity, why="مسوّدة"))
    activity.refresh_from_db()
    assert activity.get_latest_revision_as_object().why == "مسوّدة"
    assert activity.why != "مسوّدة"
    page = edda.get(edit_url(activity)).content.decode()
    assert "It is bad." in page, "the panel shows what the saved draft has"


@pytest.mark.parametrize("make", [make_activity, make_lesson])
def test_warnings_ask_once(edda, found, make):
    thing = make()
    found.append(ODD)
    fields = form_of(thing, title="عنوان جديد")
    first = edda.post(edit_url(thing), {**fields, "action-publish": "1"})
    assert first.status_code == 200
    assert seal_in(first)
    again = edda.post(edit_url(thing), {**fields, "action-publish": "1"})
    assert again.status_code == 200, "the same button asks again"
    sealed = {**fields, "action-publish": seal_in(first)}
    found.append(warning("new", "And this.", "Look."))
    assert edda.post(edit_url(thing), sealed).status_code == 200
    found.pop()
    assert edda.post(edit_url(thing), sealed).status_code == 302
    thing.refresh_from_db()
    assert (thing.title, thing.live) == ("عنوان جديد", True)


def test_what_is_new_is_asked_too(edda, found):
    lesson = make_lesson()
    found.append(BAD)
    parent = lesson.get_parent()
    address = f"/cms/pages/add/courses/lessonpage/{parent.pk}/"
    fields = {**form_of(lesson, title="درس جديد", slug="new"), "action-publish": "1"}
    assert edda.post(address, fields).status_code == 200
    assert not Page.objects.filter(title="درس جديد").exists()
    found.clear()
    assert press_publish(edda, address, fields).status_code == 302
    assert Page.objects.get(slug="new").live


def test_an_activity_is_not_made_while_it_has_errors(edda, found):
    fields = form_of(make_activity(), title="نشاط جديد")
    found.append(BAD)
    response = edda.post(f"{ACTIVITIES}add/", {**fields, "action-publish": "1"})
    assert response.status_code == 200
    assert not Activity.objects.filter(title="نشاط جديد").exists()


# Other doors


@pytest.mark.parametrize("make", [make_activity, make_lesson])
def test_no_revision_with_errors_is_published(found, make):
    thing = make()
    thing.title = "عنوان جديد"
    revision = thing.save_revision()
    found.append(BAD)
    with pytest.raises(RefusedError, match="It is bad"):
        revision.publish()
    thing.refresh_from_db()
    assert thing.title != "عنوان جديد"


def test_no_page_of_several_is_published_when_one_has_errors(edda):
    good, bad = make_lesson(), make_lesson()
    for lesson in (good, bad):
        lesson.unpublish()
    bad.summary = "انظروا news.com"
    bad.save_revision()
    address = f"/cms/bulk/wagtailcore/page/publish/?id={good.pk}&id={bad.pk}"
    response = edda.post(address, {"include_descendants": ""}, follow=True)
    assert "news.com" in messages_in(response)
    good.refresh_from_db()
    assert not good.live
    edda.post(address.replace(f"&id={bad.pk}", ""), {"include_descendants": ""})
    good.refresh_from_db()
    assert good.live


def test_drafts_below_a_page_are_asked_as_well(edda):
    lesson = make_lesson()
    module = lesson.get_parent()
    lesson.unpublish()
    lesson.summary = "انظروا news.com"
    lesson.save_revision()
    address = f"/cms/bulk/wagtailcore/page/publish/?id={module.pk}"
    response = edda.post(address, {"include_descendants": "on"}, follow=True)
    assert "news.com" in messages_in(response)
    lesson.refresh_from_db()
    assert not lesson.live


def test_the_clock_leaves_errors_out_and_goes_on(caplog):
    bad, good = make_activity(), make_activity()
    due = timezone.now() - timedelta(minutes=1)
    for activity, why in ((bad, "انظروا news.com"), (good, "سبب مؤجّل")):
        activity.why = why
        revision = activity.save_revision()
        revision.approved_go_live_at = due
        revision.save()
    call_command("publish_scheduled", stdout=StringIO())
    good.refresh_from_db()
    bad.refresh_from_db()
    assert good.why == "سبب مؤجّل"
    assert "news.com" not in bad.why
    assert "news.com" in caplog.text


@pytest.mark.parametrize("make", [make_activity, make_lesson])
def test_what_the_clock_refuses_is_a_draft_again_and_the_first_screen_says_so(
    edda, found, caplog, make
):
    thing = make()
    thing.title = "عنوان مؤجّل"
    revision = thing.save_revision()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    found.append(BAD)
    for _run in range(2):
        call_command("publish_scheduled", stdout=StringIO())
    assert caplog.text.count("Not published on schedule") == 1
    assert "عنوان مؤجّل" in notes_on_first_screen(edda)
    found.clear()
    revision.refresh_from_db()
    revision.publish()
    assert notes_on_first_screen(edda) == ""


def test_whoever_changes_what_the_clock_refused_has_seen_it(edda, found):
    activity = make_activity()
    revision = activity.save_revision()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    found.append(BAD)
    call_command("publish_scheduled", stdout=StringIO())
    assert activity.title in notes_on_first_screen(edda)
    edda.post(edit_url(activity), form_of(activity, why="مسوّدة"))
    assert notes_on_first_screen(edda) == ""


def notes_on_first_screen(client) -> str:
    """Return what is said of the clock, in the editor's language."""
    request = client.get("/cms/").wsgi_request
    return " ".join(note.text for note in refused_notes(request))


def test_a_translation_with_errors_is_not_published(edda, found):
    activity = make_activity()
    english = submitted(edda, activity)
    response = edda.post(edit_url(english), {"action": "publish"}, follow=True)
    assert activity.title in messages_in(response)
    english.refresh_from_db()
    assert not english.live
    assert not ActivityVersion.objects.filter(language="en").exists()


def submitted(client, activity: Activity) -> Activity:
    english = make_locale("en")
    address = f"/cms/localize/submit/snippet/quizzes/activity/{activity.pk}/"
    client.post(address, {"locales": [english.pk]})
    return activity.get_translation(english)


def test_publishing_all_translations_at_once_is_refused_with_a_message(edda):
    activity = make_activity()
    english = submitted(edda, activity)
    source = TranslationSource.objects.get(object_id=activity.translation_key)
    response = edda.post(
        f"/cms/localize/update/{source.pk}/",
        {"publish_translations": "on"},
        follow=True,
    )
    assert response.status_code == 200
    assert activity.title in messages_in(response)
    english.refresh_from_db()
    assert not english.live


def test_copies_are_drafts(edda):
    lesson = make_lesson()
    parent = lesson.get_parent()
    fields = {
        "new_title": "نسخة",
        "new_slug": "copy",
        "new_parent_page": parent.pk,
        "publish_copies": "on",
    }
    address = f"/cms/pages/{lesson.pk}/copy/"
    assert "publish_copies" not in edda.get(address).content.decode()
    assert edda.post(address, fields).status_code == 302
    assert not Page.objects.get(slug="copy").live


def test_the_administrator_is_asked_too(found):
    make_index()
    client = signed_in(make_adam())
    activity = make_activity()
    found.append(BAD)
    fields = {**form_of(activity, why="سبب"), "action-publish": "1"}
    assert client.post(edit_url(activity), fields).status_code == 200
