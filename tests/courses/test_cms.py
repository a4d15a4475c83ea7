"""Lessons in the CMS: finding, writing, previewing and translating them."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.admin.icons import get_icons
from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from courses.blocks import step_blocks
from courses.models import LessonPage
from literacy.models import HomePage, InfoPage
from quizzes.models import Activity
from quizzes.services import retire_version
from tests.base import make_edda, signed_in
from tests.cms_forms import form_of, press_publish
from tests.make import (
    make_activity,
    make_home,
    make_index,
    make_info,
    make_lesson,
    make_locale,
    make_module,
)

LIST = "/cms/lessons/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Return a function that presses “publish”, and lets the page cache notice."""

    def send(client, page, fields):
        with django_capture_on_commit_callbacks(execute=True):
            response = press_publish(client, edit_url(page), fields)
        assert response.status_code == 302
        page.refresh_from_db()

    return send


def edit_url(page) -> str:
    return f"/cms/pages/{page.pk}/edit/"


def preview(client, page, fields, address: str = "") -> str:
    address = address or f"{edit_url(page)}preview/"
    assert client.post(address, fields).json()["is_valid"]
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def titles(response) -> set[str]:
    return {page.title for page in response.context["pages"]}


# Lists


def test_all_lessons_are_in_one_list(edda):
    lessons = {make_lesson().title, make_lesson().title}
    make_info()
    assert titles(edda.get(LIST)) == lessons


def test_the_list_can_be_narrowed_to_a_module_and_a_language(edda):
    one, other = make_lesson(), make_lesson()
    module = one.get_parent()
    assert titles(edda.get(LIST, {"module": module.pk})) == {one.title}
    assert titles(edda.get(LIST, {"locale": "ar"})) == {one.title, other.title}


def test_an_editor_begins_a_lesson_from_the_list(edda):
    module = make_module()
    response = edda.get(f"{LIST}choose_parent/", follow=True)
    assert response.status_code == 200
    address = f"/cms/pages/add/courses/lessonpage/{module.pk}/"
    assert edda.get(address).status_code == 200


# Writing


def test_an_edited_lesson_is_on_the_site_when_published_and_not_before(edda, publish):
    lesson = make_lesson()
    fields = form_of(lesson, **{"steps-0-value-heading": "ليلة أخرى"})
    edda.post(edit_url(lesson), fields)
    assert "ليلة أخرى" not in edda.get(lesson.url).content.decode()
    publish(edda, lesson, fields)
    assert "ليلة أخرى" in edda.get(lesson.url).content.decode()


def test_an_editor_adds_an_activity_to_a_lesson(edda, publish):
    lesson, extra = make_lesson(), make_activity("order")
    last = int(form_of(lesson)["steps-count"])
    new = {
        "steps-count": last + 1,
        f"steps-{last}-deleted": "",
        f"steps-{last}-order": 3.5,
        f"steps-{last}-type": "practice",
        f"steps-{last}-id": "",
        f"steps-{last}-value-heading": "تمرين ثانٍ",
        f"steps-{last}-value-text": "",
        f"steps-{last}-value-activity": extra.pk,
    }
    fields = {**form_of(lesson), **new}
    for number in range(last):
        fields[f"steps-{number}-order"] = number if number < 4 else number + 1
    fields[f"steps-{last}-order"] = 4
    publish(edda, lesson, fields)
    assert extra.translation_key in lesson.practice_keys()
    assert "تمرين ثانٍ" in edda.get(lesson.url).content.decode()


def test_a_lesson_without_a_step_says_which_is_missing(edda):
    lesson = make_lesson()
    fields = form_of(lesson, **{"steps-5-deleted": "1", "action-publish": "1"})
    response = edda.post(edit_url(lesson), fields)
    assert response.status_code == 200
    assert LessonPage.objects.get(pk=lesson.pk).steps[5].block_type == "takeaway"


# Previews


def test_a_preview_shows_what_is_not_saved_yet(edda):
    lesson = make_lesson()
    page = preview(edda, lesson, form_of(lesson, title="عنوان لم يُحفظ"))
    assert "عنوان لم يُحفظ" in page
    assert 'lang="ar" dir="rtl"' in page
    assert "عنوان لم يُحفظ" not in edda.get(lesson.url).content.decode()


def test_a_preview_of_a_live_page_is_never_the_stored_one(edda, client):
    info = make_info()
    client.get(info.url)
    assert "مقدّمة جديدة" in preview(edda, info, form_of(info, intro="مقدّمة جديدة"))


def test_a_new_lesson_and_a_new_module_have_previews(edda):
    lesson = make_lesson()
    module = lesson.get_parent().specific
    for parent, page in ((module, lesson), (module.get_parent(), module)):
        address = f"/cms/pages/add/courses/{page._meta.model_name}/{parent.pk}/preview/"
        fields = form_of(page, title="جديد", slug="new-one")
        assert "جديد" in preview(edda, page, fields, address)


def test_a_preview_shows_activities_that_are_not_published(edda):
    draft = make_activity("choice")
    lesson = make_lesson(practice=[draft])
    question = draft.body[0].value["question"]
    Activity.objects.filter(pk=draft.pk).update(live=False)
    retire_version(activity=draft)
    draft.refresh_from_db()
    draft.body[0].value["question"] = "سؤال لم يُنشر"
    draft.save_revision()
    shown = preview(edda, lesson, form_of(lesson))
    assert "سؤال لم يُنشر" in shown
    public = edda.get(lesson.url).content.decode()
    assert "سؤال لم يُنشر" not in public
    assert question != "سؤال لم يُنشر"


def test_a_preview_shows_the_published_version_of_a_changed_activity(edda):
    activity = make_activity("choice")
    lesson = make_lesson(practice=[activity])
    activity.body[0].value["question"] = "سؤال لم يُنشر"
    activity.save_revision()
    assert "سؤال لم يُنشر" not in preview(edda, lesson, form_of(lesson))


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", [name for name, _block in step_blocks()])
def test_every_step_shows_an_example_before_it_is_chosen(edda, name, language):
    block = LessonPage._meta.get_field("steps").stream_block.child_blocks[name]
    assert block.is_previewable
    profile = make_edda().wagtail_userprofile
    profile.preferred_language = language
    profile.save()
    response = edda.get("/cms/block-preview/", {"id": block.definition_prefix})
    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()
    assert f"step--{name}" in response.content.decode()


@pytest.mark.parametrize("model", [LessonPage, HomePage, InfoPage])
def test_every_block_has_an_icon_that_exists(model):
    from tests.literacy.test_cms_input import all_blocks

    icons = get_icons()
    for field in model._meta.get_fields():
        for block in all_blocks(getattr(field, "stream_block", None) or []):
            if block:
                assert f'id="icon-{block.meta.icon}"' in icons, block


# Languages


def submit(client, page):
    """Submit for translation as an editor does; return the English draft."""
    english = make_locale("en")
    address = f"/cms/localize/submit/page/{page.pk}/"
    assert client.post(address, {"locales": [english.pk]}).status_code == 302
    return page.get_translation(english)


def source_of(page) -> TranslationSource:
    return TranslationSource.objects.get(object_id=page.translation_key)


def translation_of(page) -> Translation:
    return Translation.objects.get(
        source=source_of(page), target_locale__language_code="en"
    )


def translate_all(client, page) -> None:
    """Fill in every string but the address as the translation editor does."""
    translation = translation_of(page)
    segments = StringSegment.objects.filter(source=translation.source)
    for segment in segments.exclude(context__path="slug"):
        address = f"/cms/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
        value = f"EN {segment.context.path}"[-30:]
        kind = "application/x-www-form-urlencoded"
        answer = client.put(address, f"value={value}", content_type=kind)
        assert answer.status_code in (200, 201)


def translate_activities() -> None:
    """Translate and publish the activities that were submitted with a lesson."""
    kind = ContentType.objects.get_for_model(Activity)
    for translation in Translation.objects.filter(source__specific_content_type=kind):
        segments = StringSegment.objects.filter(source=translation.source)
        for segment in segments:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                defaults={"data": "EN"},
            )
        translation.save_target()
        translation.get_target_instance().get_latest_revision().publish()


MAKERS = {
    "home": make_home,
    "info": make_info,
    "index": make_index,
    "module": make_module,
    "lesson": make_lesson,
}


@pytest.mark.parametrize("kind", MAKERS)
def test_every_page_is_translated_and_published(edda, publish, kind):
    page = MAKERS[kind]()
    english = submit(edda, page)
    assert not english.live
    editor = edda.get(edit_url(english)).content.decode()
    assert "js-translation-editor" in editor
    assert "<script>" not in editor
    translate_all(edda, page)
    translate_activities()
    publish(edda, english, {})
    assert english.live
    assert english.title.endswith("title")
    assert english.translation_key == page.translation_key


def test_a_translated_lesson_keeps_its_steps_and_names_translated_activities(
    edda, publish
):
    lesson = make_lesson()
    english = submit(edda, lesson)
    translate_all(edda, lesson)
    publish(edda, english, {})
    english = english.specific
    assert [step.id for step in english.steps] == [step.id for step in lesson.steps]
    assert english.practice_keys() == lesson.practice_keys()
    assert english.check_keys() == lesson.check_keys()
    own = Locale.objects.get(language_code="en")
    chosen = [
        step.value["activity"] for step in english.steps if "activity" in step.value
    ]
    assert {activity.locale for activity in chosen} == {own}


def test_a_translation_has_a_preview_in_its_language(edda):
    lesson = make_lesson()
    submit(edda, lesson)
    translate_all(edda, lesson)
    number = translation_of(lesson).pk
    page = edda.get(f"/cms/localize/translate/{number}/preview/").content.decode()
    assert 'lang="en" dir="ltr"' in page
    assert "EN title" in page


def test_a_synced_change_follows_and_keeps_what_was_translated(edda, publish):
    lesson = make_lesson()
    english = submit(edda, lesson)
    translate_all(edda, lesson)
    translate_activities()
    publish(edda, english, {})
    changed = form_of(lesson, minutes=7, tile="sun", summary="ملخّص آخر")
    publish(edda, lesson, changed)
    response = edda.post(f"/cms/localize/update/{source_of(lesson).pk}/", {})
    assert response.status_code == 302
    english = english.specific
    english.refresh_from_db()
    assert english.title == "EN title"
    total, done = translation_of(lesson).get_progress()
    # The new summary, and the address, which is the same in both languages.
    assert total - done == 2
    publish(edda, english, {})
    assert english.minutes == 6, "not published before its words are translated"
    translate_all(edda, lesson)
    publish(edda, english, {})
    assert (english.minutes, english.tile) == (7, "sun")
    assert english.summary == "EN summary"
    assert english.title == "EN title"


def test_the_submit_form_runs_files_only(edda):
    lesson = make_lesson()
    make_locale("en")
    page = edda.get(f"/cms/localize/submit/page/{lesson.pk}/").content.decode()
    assert "<script>" not in page
    assert "js/admin/select-all.js" in page
