"""The bank in the CMS: finding, writing, previewing and translating activities."""

import pytest
from wagtail.admin.icons import get_icons
from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from literacy.gate import content_findings
from quizzes.formats.blocks import FORMATS
from quizzes.models import Activity, ActivityVersion, Skill
from tests.base import make_edda, signed_in
from tests.bodies import make_image
from tests.cms_forms import form_of
from tests.make import (
    BODIES,
    make_activity,
    make_home,
    make_locale,
    make_skill,
    post_value,
    version_of,
)

LIST = "/cms/snippets/quizzes/activity/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


def edit_url(activity: Activity) -> str:
    return f"{LIST}edit/{activity.pk}/"


def titles(response) -> set[str]:
    return {activity.title for activity in response.context["object_list"]}


def ids_in(value) -> list[str]:
    """Return every id in frozen content, in order."""
    if isinstance(value, list):
        return [found for item in value for found in ids_in(item)]
    if isinstance(value, dict):
        own = [value["id"]] if "id" in value else []
        return own + [found for item in value.values() for found in ids_in(item)]
    return []


# Lists


def test_the_list_says_what_each_activity_is(edda):
    activity = make_activity("feed", title="ستة منشورات")
    page = edda.get(LIST).content.decode()
    assert activity.title in page
    assert str(activity.skill) in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"format": "feed"}, "feed"),
        ({"purpose": "check"}, "check"),
        ({"veracity": "accurate"}, "accurate"),
        ({"locale": "en"}, "english"),
        ({"q": "nothing-else"}, "nothing-else"),
    ],
)
def test_the_list_can_be_narrowed(edda, query, found):
    skill = make_skill()
    make_activity("feed", title="feed", skill=skill)
    make_activity("choice", title="check", purpose="check", skill=skill)
    make_activity("choice", title="accurate", veracity="accurate", skill=skill)
    make_activity("choice", title="english", locale=make_locale("en"), skill=skill)
    make_activity("choice", title="nothing-else", skill=skill)
    assert titles(edda.get(LIST, query)) == {found}


def test_the_list_can_be_narrowed_to_a_skill_of_all_languages(edda):
    skill, other = make_skill(title="وقفة"), make_skill(title="مصدر")
    english = skill.copy_for_translation(make_locale("en"))
    english.save()
    make_activity("choice", title="own", skill=skill)
    make_activity("choice", title="its English", skill=english)
    make_activity("choice", title="other", skill=other)
    query = {"skill": str(skill.translation_key)}
    assert titles(edda.get(LIST, query)) == {"own", "its English"}


def test_skills_are_listed_and_found(edda):
    make_skill(title="صورة قديمة")
    make_skill(title="وقفة")
    response = edda.get("/cms/snippets/quizzes/skill/", {"q": "صورة"})
    assert [skill.title for skill in response.context["object_list"]] == ["صورة قديمة"]


# Writing


@pytest.mark.parametrize("format_", BODIES)
def test_an_editor_writes_and_publishes_every_format(edda, format_):
    fields = form_of(make_activity(format_), title="نشاط جديد")
    response = edda.post(f"{LIST}add/", {**fields, "action-publish": "1"})
    assert response.status_code == 302
    made = Activity.objects.get(title="نشاط جديد")
    assert (made.format, made.live) == (format_, True)
    assert version_of(made).content["format"] == format_
    assert version_of(made).skill_key == made.skill.key


def test_a_draft_is_no_version_and_publishing_makes_the_next_one(edda):
    activity = make_activity("choice")
    before = version_of(activity)
    fields = form_of(activity, why="سبب أوضح")
    edda.post(edit_url(activity), fields)
    assert version_of(activity) == before
    edda.post(edit_url(activity), {**fields, "action-publish": "1"})
    after = version_of(activity)
    assert (after.number, after.content["why"]) == (before.number + 1, "سبب أوضح")
    assert ActivityVersion.objects.get(pk=before.pk).content == before.content
    assert ids_in(after.content) == ids_in(before.content)


def test_an_activity_without_format_may_be_a_draft_only(edda):
    fields = form_of(make_activity("choice"), title="بلا شكل")
    fields = {name: v for name, v in fields.items() if not name.startswith("body")}
    fields["body-count"] = 0
    response = edda.post(f"{LIST}add/", {**fields, "action-publish": "1"})
    assert response.status_code == 200
    assert not Activity.objects.filter(title="بلا شكل").exists()
    edda.post(f"{LIST}add/", fields)
    draft = Activity.objects.get(title="بلا شكل")
    assert (draft.live, draft.format) == (False, "")
    assert edda.get(LIST).status_code == 200
    assert edda.get(edit_url(draft)).status_code == 200
    edda.post(f"{LIST}preview/{draft.pk}/", fields)
    assert edda.get(f"{LIST}preview/{draft.pk}/").status_code == 200


def test_a_draft_without_skill_is_asked_for_one_when_it_is_published(edda):
    fields = form_of(make_activity("choice"), title="بلا مهارة", skill="")
    published = {**fields, "action-publish": "1"}
    response = edda.post(f"{LIST}add/", published)
    assert list(response.context["form"].errors) == ["skill"]
    edda.post(f"{LIST}add/", fields)
    draft = Activity.objects.get(title="بلا مهارة")
    assert "skill" in [one.field for one in content_findings(draft)]
    assert edda.get(LIST).status_code == 200


# Previews


@pytest.mark.parametrize("mode", ["question", "right", "not_quite"])
@pytest.mark.parametrize("format_", BODIES)
def test_a_preview_shows_what_is_in_the_form(edda, format_, mode):
    activity = make_activity(format_)
    address = f"{LIST}preview/{activity.pk}/"
    sent = edda.post(address, form_of(activity, why="سبب لم يُحفظ"))
    assert sent.json() == {"is_valid": True, "is_available": True}
    response = edda.get(address, {"mode": mode})
    page = response.content.decode()
    assert response.status_code == 200
    assert 'lang="ar" dir="rtl"' in page
    assert page.count("<h1") == 1
    assert (
        ActivityVersion.objects.filter(activity_key=activity.translation_key).count()
        == 1
    )
    if mode != "question":
        assert "سبب لم يُحفظ" in page or format_ in ("feed", "chat")


def test_a_preview_speaks_the_activitys_language(edda):
    activity = make_activity("choice", locale=make_locale("en"))
    address = f"{LIST}preview/{activity.pk}/"
    edda.post(address, form_of(activity))
    page = edda.get(address, headers={"Accept-Language": "ar"}).content.decode()
    assert 'lang="en" dir="ltr"' in page


def test_a_new_activity_has_a_preview_before_it_is_saved(edda):
    fields = form_of(make_activity("order"))
    assert edda.post(f"{LIST}preview/", fields).json()["is_valid"]
    assert edda.get(f"{LIST}preview/").status_code == 200


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("format_", BODIES)
def test_every_format_shows_an_example_before_it_is_chosen(edda, format_, language):
    stream = Activity._meta.get_field("body").stream_block
    block = stream.child_blocks[format_]
    assert block.is_previewable
    example = block.get_preview_value()
    if format_ == "inspector":
        # Its drawing comes with the site, and is no image of the library.
        example["picture"] = make_image()
    assert block.clean(example)
    profile = make_edda().wagtail_userprofile
    profile.preferred_language = language
    profile.save()
    response = edda.get("/cms/block-preview/", {"id": block.definition_prefix})
    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()
    assert "<form" in response.content.decode()


def test_every_format_has_an_icon_a_name_and_a_description():
    icons = get_icons()
    for _name, block in FORMATS:
        assert f'id="icon-{block.meta.icon}"' in icons
        assert block.label
        assert block.meta.description


# Languages


def submit(client, instance) -> object:
    """Submit for translation as an editor does; return the English draft."""
    kind = "skill" if isinstance(instance, Skill) else "activity"
    english = make_locale("en")
    address = f"/cms/localize/submit/snippet/quizzes/{kind}/{instance.pk}/"
    response = client.post(address, {"locales": [english.pk]})
    assert response.status_code == 302
    return instance.get_translation(english)


def translation_of(instance) -> Translation:
    return Translation.objects.get(
        source__object_id=instance.translation_key,
        target_locale__language_code="en",
    )


def strings_of(instance) -> dict[str, str]:
    """Return what is offered to the translator, by the last parts of its path."""
    source = TranslationSource.objects.get(object_id=instance.translation_key)
    segments = StringSegment.objects.filter(source=source)
    return {
        segment.context.path: segment.string.data
        for segment in segments.select_related("context", "string")
    }


def translate_all(client, instance) -> None:
    """Fill in every string as the translation editor does."""
    translation = translation_of(instance)
    for segment in StringSegment.objects.filter(source=translation.source):
        address = f"/cms/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
        value = f"EN {segment.context.path}"[-60:]
        assert client.put(
            address, f"value={value}", content_type="application/x-www-form-urlencoded"
        ).status_code in (200, 201)


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    def send(client, instance) -> None:
        english = instance.get_translation(Locale.objects.get(language_code="en"))
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(edit_url(english), {"action": "publish"})
        assert response.status_code == 302

    return send


@pytest.mark.parametrize("format_", BODIES)
def test_publishing_a_translation_freezes_a_version_with_the_same_ids(
    edda, publish, format_
):
    activity = make_activity(format_)
    english = submit(edda, activity)
    assert not english.live
    assert not ActivityVersion.objects.filter(language="en").exists()
    translate_all(edda, activity)
    publish(edda, activity)
    arabic, frozen = version_of(activity), ActivityVersion.objects.get(language="en")
    assert frozen.activity_key == arabic.activity_key
    assert ids_in(frozen.content) == ids_in(arabic.content)
    assert frozen.content["why"].startswith("EN")
    assert translation_of(activity).get_progress()[0] == len(strings_of(activity))


def test_short_names_and_handles_are_not_offered_for_translation(edda):
    for format_ in ("feed", "chat"):
        activity = make_activity(format_)
        submit(edda, activity)
        offered = strings_of(activity)
        for word in ("handle", "key", "sender", "next", "pair_key"):
            assert not [path for path in offered if path.endswith(word)]
        values = set(offered.values())
        assert values.isdisjoint({"dhifaf24", "layla", "no-source", "start", "good"})


def test_choices_and_pairs_follow_the_original(edda, publish):
    activity = make_activity("feed", pair_key="bridge", purpose="check")
    submit(edda, activity)
    translate_all(edda, activity)
    fields = form_of(activity, veracity="accurate", pair_key="library")
    fields["body-0-value-posts-0-value-veracity"] = "opinion"
    edda.post(edit_url(activity), {**fields, "action-publish": "1"})
    source = TranslationSource.objects.get(object_id=activity.translation_key)
    edda.post(f"/cms/localize/update/{source.pk}/", {})
    publish(edda, activity)
    english = Activity.objects.get(locale__language_code="en")
    assert (english.veracity, english.pair_key) == ("accurate", "library")
    frozen = version_of(english).content
    assert frozen["body"]["posts"][0]["veracity"] == "opinion"
    assert frozen["body"]["posts"][0]["handle"] == post_value()["handle"]


def test_a_synced_change_keeps_what_was_translated(edda, publish):
    activity = make_activity("choice")
    submit(edda, activity)
    translate_all(edda, activity)
    publish(edda, activity)
    before = version_of(Activity.objects.get(locale__language_code="en"))
    fields = form_of(activity, why="سبب آخر")
    edda.post(edit_url(activity), {**fields, "action-publish": "1"})
    source = TranslationSource.objects.get(object_id=activity.translation_key)
    edda.post(f"/cms/localize/update/{source.pk}/", {})
    english = Activity.objects.get(locale__language_code="en")
    assert version_of(english) == before
    done, total = translation_of(activity).get_progress()[::-1]
    assert total - done == 1
    publish(edda, activity)
    assert version_of(english) == before, "a word waits for its translation"
    translate_all(edda, activity)
    publish(edda, activity)
    after = version_of(english)
    assert ids_in(after.content) == ids_in(before.content)
    assert after.content["body"] == before.content["body"]
    assert after.content["why"] == "EN why"


def test_a_skill_goes_along_with_its_activity(edda):
    skill = make_skill(title="وقفة")
    english = submit(edda, make_activity("choice", skill=skill))
    assert english.skill.locale.language_code == "en"
    assert english.skill.translation_key == skill.translation_key
    assert Skill.objects.filter(key=skill.key).count() == 2


def test_a_skill_is_translated_and_published(edda, publish):
    skill = make_skill(title="وقفة", description="نتوقّف أولًا")
    submit(edda, skill)
    translation = translation_of(skill)
    for path, text in {"title": "Pause", "description": "We pause first"}.items():
        segment = StringSegment.objects.get(
            source=translation.source, context__path=path
        )
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data=text,
        )
    english = skill.get_translation(translation.target_locale)
    edda.post(f"/cms/snippets/quizzes/skill/edit/{english.pk}/", {"action": "publish"})
    english.refresh_from_db()
    assert (english.title, english.description) == ("Pause", "We pause first")


def test_the_translation_editor_runs_files_only(edda):
    activity = make_activity("choice")
    english = submit(edda, activity)
    page = edda.get(edit_url(english)).content.decode()
    assert "js-translation-editor" in page
    assert "<script>" not in page
    assert "js/admin/chooser-urls.js" in page
