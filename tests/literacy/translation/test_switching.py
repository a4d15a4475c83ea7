"""Syncing, stopping, translating again: nothing live changes, no words are lost."""

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from quizzes.models import Activity
from tests.base import make_adam, make_edda, make_tessa, signed_in
from tests.bodies import make_image
from tests.cms_forms import form_of, press_publish
from tests.literacy.test_sign_off import messages_in
from tests.make import make_activity, make_home, make_info, make_lesson, make_locale
from tests.translations import (
    WORDS,
    begin_english,
    edit_url,
    live_counts,
    live_in_english,
    say,
    sync_url,
    translation_of,
)

pytestmark = pytest.mark.django_db
RESTART = {"localize-restart-translation": "1"}


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


@pytest.fixture
def activity(edda):
    """Return an activity that is live in both languages."""
    activity = make_activity()
    live_in_english(edda, activity)
    return activity


def english_of(thing):
    return thing.get_translation(make_locale("en"))


def stop(client, thing):
    pk = translation_of(thing).pk
    return client.post(f"/cms/localize/translate/{pk}/disable/", follow=True)


def restart_url(thing) -> str:
    return f"/cms/localize/translate/{translation_of(thing).pk}/restart/"


def open_texts(thing) -> int:
    total, done = translation_of(thing).get_progress()
    return total - done


def publish_arabic(client, thing, **changes):
    fields = form_of(thing, **changes)
    assert press_publish(client, edit_url(thing), fields).status_code == 302


# Syncing


def test_syncing_changes_nothing_live(edda, activity):
    before = live_counts(), english_of(activity).why
    publish_arabic(edda, activity, why="سبب آخر")
    assert edda.post(sync_url(activity), {}).status_code == 302
    assert (live_counts(), english_of(activity).why) == before
    assert open_texts(activity) == 1


def test_syncing_and_publishing_with_open_texts_changes_nothing(edda, activity):
    publish_arabic(edda, activity, why="سبب آخر")
    before = live_counts(), english_of(activity).why
    edda.post(sync_url(activity), {"publish_translations": "on"})
    assert (live_counts(), english_of(activity).why) == before


def test_syncing_and_publishing_says_what_does_not_fit(edda, activity):
    say(activity, "next_time", "s" * 300)
    response = edda.post(
        sync_url(activity), {"publish_translations": "on"}, follow=True
    )
    assert "300" in messages_in(response) or "٣٠٠" in messages_in(response)
    assert english_of(activity).next_time == WORDS


def test_syncing_and_publishing_publishes_what_is_whole(edda, activity):
    say(activity, "why", "Better words")
    edda.post(sync_url(activity), {"publish_translations": "on"})
    english = english_of(activity)
    assert (english.why, english.live) == ("Better words", True)
    assert english.live_revision_id == english.latest_revision_id


def test_a_stopped_translation_is_not_synced(edda, activity):
    stop(edda, activity)
    publish_arabic(edda, activity, why="سبب آخر")
    edda.post(sync_url(activity), {"publish_translations": "on"})
    assert english_of(activity).why == WORDS


def test_the_newest_draft_of_an_unpublished_original_is_synced(edda):
    lesson = make_lesson()
    begin_english(edda, lesson)
    lesson.unpublish()
    lesson.summary = "ملخّص أحدث"
    lesson.save_revision()
    edda.post(sync_url(lesson), {})
    segment = translation_of(lesson).source.stringsegment_set.get(
        context__path="summary"
    )
    assert segment.string.data == "ملخّص أحدث"


def test_a_newer_draft_of_a_live_original_is_not_synced(edda, activity):
    edda.post(edit_url(activity), form_of(activity, why="مسوّدة"))
    edda.post(sync_url(activity), {})
    assert open_texts(activity) == 0


# Stopping


def test_stopping_keeps_what_is_live_and_what_was_translated(edda, activity):
    say(activity, "why", "Not published yet")
    publish_arabic(edda, activity, next_time="نسأل أوّلًا.")
    edda.post(sync_url(activity), {})
    before = live_counts()
    stop(edda, activity)
    english = english_of(activity)
    assert live_counts() == before
    assert english.why == WORDS
    draft = english.get_latest_revision_as_object()
    assert draft.why == "Not published yet"
    # What nobody has translated yet stays as it was, in English.
    assert draft.next_time == WORDS
    assert open_texts(activity) == 1
    form = edda.get(edit_url(english)).content.decode()
    assert "Not published yet" in form


def test_stopping_what_is_published_saves_no_draft(edda, activity):
    before = english_of(activity).latest_revision_id
    stop(edda, activity)
    english = english_of(activity)
    assert english.latest_revision_id == before
    assert not english.has_unpublished_changes


def test_only_editors_stop(activity):
    address = f"/cms/localize/translate/{translation_of(activity).pk}/disable/"
    signed_in(make_tessa()).post(address)
    assert translation_of(activity).enabled


# Translating again


def test_translating_again_is_asked_and_loses_no_words(edda, activity):
    stop(edda, activity)
    english = english_of(activity)
    publish_arabic(edda, english, why="By hand")
    sent = form_of(english, next_time="Just typed", why="By hand")
    response = edda.post(edit_url(english), {**sent, **RESTART})
    assert response.url == restart_url(activity)
    assert not translation_of(activity).enabled
    assert edda.get(response.url).status_code == 200
    before = live_counts()
    edda.post(response.url)
    assert translation_of(activity).enabled
    assert live_counts() == before
    english = english_of(activity)
    assert (english.why, english.next_time) == ("By hand", WORDS)
    edda.post(edit_url(english), {"action": "publish"})
    english = english_of(activity)
    assert (english.why, english.next_time) == ("By hand", "Just typed")


def test_a_form_with_errors_is_not_lost_for_translating_again(edda, activity):
    stop(edda, activity)
    english = english_of(activity)
    sent = form_of(english, title="t" * 200, why="Just typed")
    response = edda.post(edit_url(english), {**sent, **RESTART})
    assert response.status_code == 200
    assert "Just typed" in response.content.decode()
    assert not translation_of(activity).enabled


def test_words_without_a_place_in_the_original_are_named(edda):
    page = make_info()
    english = live_in_english(edda, page)
    stop(edda, page)
    english.refresh_from_db()
    english.body = [("note", {"text": "Only in English"})]
    english.save_revision()
    shown = edda.get(restart_url(page)).content.decode()
    assert "Only in English" in shown
    assert not StringTranslation.objects.filter(data="Only in English").exists()


def test_pictures_chosen_by_hand_stay(edda):
    own, other = make_image(), make_image()
    activity = make_activity("feed")
    raw = list(activity.body.raw_data)
    raw[0]["value"]["posts"][0]["value"].update(picture=own.pk, alt="صورة")
    activity.body = Activity._meta.get_field("body").to_python(raw)
    activity.save_revision().publish()
    english = live_in_english(edda, activity)
    stop(edda, activity)
    raw = list(english.body.raw_data)
    raw[0]["value"]["posts"][0]["value"]["picture"] = other.pk
    english.body = Activity._meta.get_field("body").to_python(raw)
    english.save_revision().publish()
    edda.post(restart_url(activity))
    edda.post(edit_url(english), {"action": "publish"})
    post = english_of(activity).body[0].value["posts"][0]
    assert post["picture"] == other


def test_nothing_is_translated_again_without_an_original(edda, activity):
    stop(edda, activity)
    english, translation = english_of(activity), translation_of(activity)
    url = restart_url(activity)
    activity.delete()
    assert edda.post(url).status_code == 302
    translation.refresh_from_db()
    assert not translation.enabled
    assert edda.get(edit_url(english)).status_code == 200


# Deleting


def test_deleting_either_language_leaves_the_other_live(edda, activity):
    other = make_activity()
    live_in_english(edda, other)
    adam = signed_in(make_adam())
    before = live_counts()
    for thing in (activity, english_of(other)):
        url = edit_url(thing).replace("/edit/", "/delete/")
        assert adam.post(url).status_code == 302
    after = live_counts()
    for language in ("ar", "en"):
        assert after["Activity", language] == before["Activity", language] - 1
    assert Activity.objects.get(translation_key=activity.translation_key).live
    other.refresh_from_db()
    assert other.live


def test_unpublishing_the_original_leaves_its_translation_live(edda):
    page = make_info()
    live_in_english(edda, page)
    adam = signed_in(make_adam())
    assert adam.post(f"/cms/pages/{page.pk}/unpublish/").status_code == 302
    page.refresh_from_db()
    assert not page.live
    assert english_of(page).live


def test_a_deleted_translation_is_begun_anew_with_its_words(edda, activity):
    english_of(activity).delete()
    before = live_counts()
    draft = begin_english(edda, activity)
    assert live_counts() == before
    assert (draft.live, draft.why) == (False, WORDS)


def test_what_was_deleted_is_not_found(edda, activity):
    translation = translation_of(activity)
    segment = translation.source.stringsegment_set.first()
    english_of(activity).delete()
    base = f"/cms/localize/translate/{translation.pk}"
    string = f"{base}/strings/{segment.pk}/edit/"
    assert edda.put(string, follow=True).status_code == 404
    for name in ("pofile/download", "restart"):
        assert edda.get(f"{base}/{name}/", follow=True).status_code == 404
    for name in ("pofile/upload", "disable"):
        assert edda.post(f"{base}/{name}/", follow=True).status_code == 404
    activity.delete()
    address = f"/cms/localize/update/{translation.source_id}/"
    assert edda.get(address, follow=True).status_code == 404


def test_a_text_that_is_not_sent_is_a_bad_request(edda, activity):
    translation = translation_of(activity)
    segment = translation.source.stringsegment_set.first()
    base = f"/cms/localize/translate/{translation.pk}"
    assert edda.put(f"{base}/strings/{segment.pk}/edit/").status_code == 400


# Aliases


def test_a_live_page_does_not_become_an_alias(edda):
    page = make_info()
    english = live_in_english(edda, page)
    address = f"/cms/localize/page/{english.pk}/convert_to_alias/"
    response = edda.post(address, follow=True)
    assert messages_in(response)
    english.refresh_from_db()
    assert (english.alias_of_id, english.live, english.intro) == (None, True, WORDS)
    assert translation_of(page).enabled
    stop(edda, page)
    assert "convert-to-alias" not in edda.get(edit_url(english)).content.decode()


def test_a_page_in_two_languages_stays_two_pages(edda):
    page = make_info()
    english = live_in_english(edda, page)
    sent = {**form_of(english), "localize-convert-to-alias": "1"}
    edda.post(edit_url(english), sent, follow=True)
    assert not Page.objects.filter(alias_of__isnull=False).exists()
