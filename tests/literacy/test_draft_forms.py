"""What a draft keeps of fields with another shape, and what it never takes over."""

from threading import Thread

import pytest

from courses.models import LessonPage
from literacy.errors import RefusedError
from literacy.gate import content_findings
from literacy.models import HelpResource, InfoPage
from quizzes.models import Activity, Skill
from tests.base import make_edda, signed_in
from tests.cms_forms import form_of, press_publish
from tests.make import (
    make_activity,
    make_help,
    make_home,
    make_info,
    make_lesson,
    make_module,
)

pytestmark = pytest.mark.django_db
HELP = "/cms/snippets/literacy/helpresource/"
ACTIVITIES = "/cms/snippets/quizzes/activity/"


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


def edit_url(page) -> str:
    return f"/cms/pages/{page.pk}/edit/"


def fields_found(thing) -> set[str]:
    return {one.field for one in content_findings(thing) if one.is_error}


def test_a_step_taken_out_of_a_live_lesson_is_kept_and_learners_keep_theirs(
    edda, client
):
    lesson = make_lesson()
    before = client.get(lesson.url).content
    response = edda.post(edit_url(lesson), form_of(lesson, **{"steps-5-deleted": "1"}))
    assert response.status_code == 302
    lesson.refresh_from_db()
    draft = lesson.get_latest_revision_as_object()
    assert [step.block_type for step in draft.steps][-1] == "check"
    assert lesson.steps[5].block_type == "takeaway"
    assert client.get(lesson.url).content == before
    assert fields_found(draft) == {"steps"}
    refused = press_publish(edda, edit_url(lesson), form_of(draft))
    assert "steps" in refused.context["form"].errors
    assert LessonPage.objects.get(pk=lesson.pk).live


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_what_is_not_whole_is_neither_published_nor_submitted(edda, action):
    lesson = make_lesson()
    fields = form_of(lesson, **{"steps-5-deleted": "1", action: "1"})
    response = edda.post(edit_url(lesson), fields)
    assert response.context["form"].errors["steps"] == ["أضيفوا خطوة «بطاقة الدرس»."]


def test_a_text_of_another_shape_is_kept_and_named_by_the_gate(edda):
    resource = make_help()
    changes = {"phone": "اتّصلوا بنا", "url": "example", "verified_by": ""}
    reply = edda.post(f"{HELP}edit/{resource.pk}/", form_of(resource, **changes))
    assert reply.status_code == 302
    resource.refresh_from_db()
    draft = resource.get_latest_revision_as_object()
    assert (draft.phone, draft.url) == ("اتّصلوا بنا", "example")
    assert {"phone", "url", "verified_by"} <= fields_found(draft)
    assert resource.phone == "123"


def test_a_text_that_no_column_takes_is_refused_with_all_that_was_entered(edda):
    resource = make_help()
    fields = form_of(resource, phone="1" * 31, hours="دائمًا")
    reply = edda.post(f"{HELP}edit/{resource.pk}/", fields)
    assert list(reply.context["form"].errors) == ["phone"]
    assert "دائمًا" in reply.content.decode()


def test_an_emptied_number_or_address_keeps_its_last_value(edda):
    lesson = make_lesson(minutes=7)
    fields = form_of(lesson, minutes="", slug="", objective="")
    assert edda.post(edit_url(lesson), fields).status_code == 302
    lesson.refresh_from_db()
    draft = lesson.get_latest_revision_as_object()
    assert (draft.minutes, draft.slug, draft.objective) == (7, lesson.slug, "")


def test_a_number_that_is_none_is_said_at_its_field(edda):
    lesson = make_lesson()
    reply = edda.post(edit_url(lesson), form_of(lesson, minutes="x", summary="لا يضيع"))
    assert list(reply.context["form"].errors) == ["minutes"]
    assert "لا يضيع" in reply.content.decode()


def test_a_new_page_without_an_address_gets_one_from_its_title(edda):
    module = make_module()
    fields = form_of(LessonPage(), title="درس جديد", slug="")
    edda.post(f"/cms/pages/add/courses/lessonpage/{module.pk}/", fields)
    assert LessonPage.objects.get().slug == "درس-جديد"


def test_nobody_else_publishes_what_is_empty_while_a_draft_is_checked():
    """Drafts are checked without a change in the blocks, which all threads share."""
    stream = InfoPage._meta.get_field("body")
    section = stream.stream_block.child_blocks["section"]
    seen = []
    draft = stream.formfield()
    draft.is_deferred_validation = True
    value = stream.to_python(
        [{"type": "section", "value": {"heading": "", "text": ""}}]
    )
    clean = section.child_blocks["heading"].field.clean

    def look(typed):
        other = Thread(
            target=lambda: seen.append(section.child_blocks["text"].required)
        )
        other.start()
        other.join()
        return clean(typed)

    section.child_blocks["heading"].field.clean = look
    try:
        draft.clean(value)
    finally:
        del section.child_blocks["heading"].field.clean
    assert seen == [True]


# What else reads a draft that is not whole


def test_an_unfinished_version_is_brought_back(edda):
    activity = make_activity()
    edda.post(f"{ACTIVITIES}edit/{activity.pk}/", form_of(activity, why="", skill=""))
    unfinished = activity.revisions.latest("pk")
    edda.post(f"{ACTIVITIES}edit/{activity.pk}/", form_of(activity, why="سبب"))
    address = f"{ACTIVITIES}history/{activity.pk}/revisions/{unfinished.pk}/revert/"
    assert edda.get(address).status_code == 200
    activity.refresh_from_db()
    draft = unfinished.as_object()
    assert edda.post(address, form_of(draft)).status_code == 302
    activity.refresh_from_db()
    assert activity.get_latest_revision_as_object().why == ""
    assert activity.why


def test_an_unfinished_activity_is_duplicated(edda):
    edda.post(f"{ACTIVITIES}add/", form_of(Activity(), title="نصف"))
    draft = Activity.objects.get()
    reply = edda.post(f"{ACTIVITIES}copy/{draft.pk}/")
    assert reply.status_code == 302
    assert Activity.objects.count() == 2


def test_an_unfinished_page_is_copied_and_moved(edda):
    lesson = make_lesson()
    edda.post(edit_url(lesson), form_of(lesson, **{"steps-0-deleted": "1"}))
    module, home = make_module(), make_home()
    fields = {"new_title": "ن", "new_slug": "copy", "new_parent_page": module.pk}
    assert edda.post(f"/cms/pages/{lesson.pk}/copy/", fields).status_code == 302
    copy = LessonPage.objects.get(slug="copy")
    assert not copy.live
    address = f"/cms/pages/{copy.pk}/move/{lesson.get_parent().pk}/confirm/"
    assert edda.post(address).status_code == 302
    assert home.get_descendants().filter(pk=copy.pk).exists()


def test_a_lessons_preview_says_where_an_activity_is_not_finished(edda):
    chat = Activity._meta.get_field("body").stream_block.child_blocks["chat"]
    begun = Activity(body=[("chat", chat.get_default())], title="نصف")
    edda.post(f"{ACTIVITIES}add/", form_of(begun))
    half, lesson = Activity.objects.get(), make_lesson()
    fields = form_of(lesson, **{"steps-3-value-activity": half.pk})
    address = f"{edit_url(lesson)}preview/"
    assert edda.post(address, fields).json()["is_valid"]
    shown = edda.get(address)
    assert shown.status_code == 200
    assert "لم يُختر هنا نشاط مكتمل بعد" in shown.content.decode()


def test_unfinished_drafts_are_listed_everywhere(edda):
    skill = "/cms/snippets/quizzes/skill/"
    edda.post(f"{ACTIVITIES}add/", form_of(Activity(), title="نصف نشاط"))
    edda.post(f"{HELP}add/", form_of(HelpResource(), name="نصف جهة"))
    edda.post(f"{skill}add/", form_of(Skill(), title="نصف مهارة"))
    for address in (ACTIVITIES, HELP, skill, "/cms/"):
        reply = edda.get(address)
        assert reply.status_code == 200
        assert "نصف" in reply.content.decode()
    for address in ("/cms/lessons/", "/cms/reports/content-check/"):
        assert edda.get(address).status_code == 200


def test_a_snippet_without_its_name_is_no_draft_and_stays_on_the_screen(edda):
    reply = edda.post(f"{ACTIVITIES}add/", form_of(Activity(), title="", why="لأنّه"))
    assert list(reply.context["form"].errors) == ["title"]
    assert "لأنّه" in reply.content.decode()


# Help resources have the gate's form


def test_a_resource_is_asked_about_like_any_other_content(edda, tmp_path, settings):
    resource = make_help()
    fields = form_of(resource, what_for="كلمة ممنوعة")
    words = tmp_path / "denied.txt"
    words.write_text("ممنوعة")
    settings.DENYLIST_FILE = str(words)
    refused = edda.post(f"{HELP}edit/{resource.pk}/", {**fields, "action-publish": "1"})
    assert "what_for" in refused.context["form"].errors
    assert 'class="findings"' in refused.content.decode()


def test_what_the_public_would_not_see_is_published_when_asked_twice(edda):
    resource = make_help()
    fields = form_of(resource, verified_on="", verified_by="", action="publish")
    first = edda.post(f"{HELP}edit/{resource.pk}/", {**fields, "action-publish": "1"})
    assert first.status_code == 200
    assert press_publish(edda, f"{HELP}edit/{resource.pk}/", fields).status_code == 302
    resource.refresh_from_db()
    assert resource.verified_on is None


def test_information_that_is_not_whole_is_refused_by_every_door(edda):
    info = make_info()
    info.unpublish()
    edda.post(edit_url(info), form_of(info, intro=""))
    edda.post(f"/cms/bulk/wagtailcore/page/publish/?id={info.pk}&next=/cms/")
    info.refresh_from_db()
    assert not info.live
    with pytest.raises(RefusedError):
        info.get_latest_revision().publish()
