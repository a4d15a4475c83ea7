"""Beginning a translation: what is live stays, and what is begun is a draft."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import TranslationCreator

from courses.models import LessonPage
from quizzes.models import Activity
from tests.base import make_edda, signed_in
from tests.cms_forms import form_of, press_publish
from tests.literacy.test_sign_off import messages_in
from tests.make import (
    make_activity,
    make_bank,
    make_help,
    make_home,
    make_lesson,
    make_locale,
    make_module,
    make_quiz,
    make_skill,
)
from tests.translations import (
    begin_english,
    edit_url,
    live_counts,
    live_in_english,
    submit_url,
    translation_of,
)


@pytest.fixture
def edda(db):
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


# What a page uses


def test_a_lesson_takes_no_activity_offline(edda, activity):
    bank = make_bank(2)
    for one in bank:
        live_in_english(edda, one)
    lesson = make_lesson(practice=[activity], bank=bank, predict=activity)
    before = live_counts()
    english = begin_english(edda, lesson)
    assert live_counts() == before
    assert not english.live
    assert before["Activity", "en"] == 5


def test_the_library_alone_still_takes_them_offline(edda, activity):
    """Fails once wagtail/wagtail-localize#463 is mended: then we need no creator."""
    lesson = make_lesson(practice=[activity])
    method = Translation.save_target
    Translation.save_target = method.upstream
    try:
        creator = TranslationCreator(None, [make_locale("en")])
        creator.create_translations(lesson)
    finally:
        Translation.save_target = method
    assert not english_of(activity).live


def test_a_quiz_takes_nothing_offline(edda, activity):
    quiz = make_quiz([activity])
    before = live_counts()
    begin_english(edda, quiz)
    assert live_counts() == before


def test_the_lesson_that_uses_it_can_be_published_again(edda, activity):
    lesson = make_lesson(practice=[activity])
    begin_english(edda, lesson)
    fields = form_of(lesson, summary="ملخّص آخر")
    assert press_publish(edda, edit_url(lesson), fields).status_code == 302
    lesson.refresh_from_db()
    assert (lesson.live, lesson.summary) == (True, "ملخّص آخر")


def test_words_written_by_hand_after_stopping_stay(edda, activity):
    english = english_of(activity)
    translation = translation_of(activity)
    edda.post(f"/cms/localize/translate/{translation.pk}/disable/")
    fields = form_of(english, why="Written by hand")
    assert press_publish(edda, edit_url(english), fields).status_code == 302
    begin_english(edda, make_lesson(practice=[activity]))
    english.refresh_from_db()
    translation.refresh_from_db()
    assert (english.why, english.live) == ("Written by hand", True)
    assert english.get_latest_revision_as_object().why == "Written by hand"
    assert not translation.enabled


def test_words_that_nobody_published_yet_stay(edda, activity):
    english = english_of(activity)
    edda.post(f"/cms/localize/translate/{translation_of(activity).pk}/disable/")
    edda.post(edit_url(english), form_of(english, why="A draft by hand"))
    begin_english(edda, make_lesson(practice=[activity]))
    english.refresh_from_db()
    assert english.get_latest_revision_as_object().why == "A draft by hand"
    assert english.why != "A draft by hand"


def test_an_english_lesson_leaves_arabic_originals_alone(edda, activity):
    """The library would make the Arabic original a translation of its translation."""
    lesson = make_lesson(practice=[activity])
    english = begin_english(edda, lesson)
    begin_english(edda, make_lesson())
    module = english.get_parent()
    copy = english.copy(
        to=module, update_attrs={"slug": "copy"}, reset_translation_key=True
    )
    fields = {"locales": [make_locale().pk]}
    assert edda.post(submit_url(copy), fields).status_code == 302
    assert not Translation.objects.filter(
        source__object_id=activity.translation_key, target_locale=make_locale()
    ).exists()
    activity.refresh_from_db()
    assert activity.live


def test_the_skill_of_a_new_activity_is_begun_too(edda):
    skill = make_skill()
    activity = make_activity(skill=skill)
    begin_english(edda, make_lesson(practice=[activity]))
    assert english_of(activity).skill == english_of(skill)


# Pages above


def test_pages_above_are_begun_as_drafts(edda, client):
    lesson = make_lesson()
    english = begin_english(edda, lesson)
    above = [page.specific for page in english.get_ancestors().filter(depth__gt=1)]
    assert [page.get_translation(make_locale()).pk for page in above] == [
        page.pk for page in lesson.get_ancestors().filter(depth__gt=1)
    ]
    assert not any(page.live or page.alias_of_id for page in above)
    assert {translation_of(page.get_translation(make_locale())) for page in above}
    assert not Page.objects.filter(locale=make_locale("en"), live=True).exists()
    shown = client.get(english.get_url())
    assert shown.url.endswith(lesson.get_url())


def test_pages_above_that_are_live_stay_so(edda):
    lesson = make_lesson()
    for page in lesson.get_ancestors().filter(depth__gt=1).specific():
        live_in_english(edda, page)
    before = live_counts()
    begin_english(edda, lesson)
    assert live_counts() == before


def test_everything_below_is_begun_as_drafts(edda, activity):
    lesson = make_lesson(practice=[activity])
    other = make_lesson(module=lesson.get_parent().specific, practice=[activity])
    before = live_counts()
    begin_english(edda, lesson.get_parent().specific, include_subtree="on")
    assert live_counts() == before
    for one in (lesson, other):
        assert not english_of(one).live


def test_an_alias_becomes_a_draft_translation(edda):
    """An alias of another language may be left from before; nothing live changes."""
    lesson = make_lesson()
    english = begin_english(edda, lesson.get_parent().specific)
    alias = lesson.copy_for_translation(make_locale("en"), alias=True)
    Page.objects.filter(pk=alias.pk).update(live=True)
    before = live_counts()
    assert begin_english(edda, lesson).pk == alias.pk
    assert live_counts() == before
    alias = LessonPage.objects.get(pk=alias.pk)
    assert alias.alias_of_id is None
    assert alias.get_parent().pk == english.pk
    assert alias.get_latest_revision()


# What the words are


def test_the_newest_draft_of_an_unpublished_page_is_translated(edda):
    lesson = make_lesson()
    lesson.unpublish()
    lesson.summary = "ملخّص أحدث"
    lesson.save_revision()
    assert begin_english(edda, lesson).summary == "ملخّص أحدث"


def test_a_newer_draft_of_a_live_page_is_not_translated(edda):
    lesson = make_lesson()
    lesson.summary = "ملخّص أحدث"
    lesson.save_revision()
    assert begin_english(edda, lesson).summary == "وقفة قبل المشاركة."


@pytest.mark.parametrize("make", [make_activity, make_help])
def test_a_draft_in_another_language_knows_nothing_of_its_source(edda, make):
    draft = begin_english(edda, make())
    assert not draft.live
    assert draft.live_revision is None
    assert draft.last_published_at is None


def test_what_is_incomplete_is_told_and_nothing_is_begun(edda):
    lesson = make_lesson()
    lesson.unpublish()
    lesson.summary = ""
    lesson.save_revision(clean=False)
    response = edda.post(
        submit_url(lesson), {"locales": [make_locale("en").pk]}, follow=True
    )
    assert lesson.title in messages_in(response)
    assert not lesson.get_translations().exists()
    assert not Translation.objects.exists()


def test_what_is_incomplete_below_is_left_out_and_told(edda):
    lesson = make_lesson()
    draft = make_lesson(module=lesson.get_parent().specific)
    draft.unpublish()
    draft.summary = ""
    draft.save_revision(clean=False)
    fields = {"locales": [make_locale("en").pk], "include_subtree": "on"}
    url = submit_url(lesson.get_parent())
    response = edda.post(url, fields, follow=True)
    assert draft.title in messages_in(response)
    assert english_of(lesson)
    assert not draft.get_translations().exists()


# Copies


def test_wagtails_own_copy_for_translation_is_a_draft(edda):
    activity = make_activity()
    copy = activity.copy_for_translation(make_locale("en"))
    copy.save()
    assert not Activity.objects.get(pk=copy.pk).live


def test_a_live_alias_of_another_language_is_impossible(edda):
    lesson = make_lesson()
    alias = lesson.copy_for_translation(
        make_locale("en"), copy_parents=True, alias=True
    )
    lesson.save_revision().publish()
    alias.refresh_from_db()
    assert not alias.live
    assert not Page.objects.filter(locale=make_locale("en"), live=True).exists()


# Two at once


def test_two_lessons_that_share_an_activity_are_begun_at_once(committed_db):
    make_home()
    browsers = [signed_in(make_edda()) for _turn in range(3)]
    shared, module = make_activity(), make_module()
    lesson, other = (make_lesson(practice=[shared], module=module) for _turn in "ab")
    make_locale("en")
    # SQLite in memory refuses where a file would wait.
    at_once = 3 if connection.vendor == "postgresql" else 1
    with ThreadPoolExecutor(at_once) as threads:
        codes = list(threads.map(send, browsers, [lesson, lesson, other]))
    assert set(codes) <= {200, 302}
    for one in (lesson, other, shared, module):
        assert one.get_translations().count() == 1


def send(client, thing) -> int:
    try:
        fields = {"locales": [make_locale("en").pk]}
        return client.post(submit_url(thing), fields).status_code
    finally:
        connections.close_all()
