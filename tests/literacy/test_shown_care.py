"""With how much care learners saw something: no way for one editor alone to end it."""

import pytest
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from courses.models import LessonPage, ModulePage
from literacy.errors import RefusedError
from literacy.gate import content_findings
from literacy.services import make_demo_editor, sign_content
from quizzes.models import Activity
from tests.base import PASSWORD, make_edda, signed_in
from tests.cms_forms import form_of, press_publish
from tests.literacy.test_sign_off import refused_codes, sign, submit
from tests.make import make_activity, make_home, make_lesson, make_locale, make_module
from tests.translations import edit_url

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("make", [make_activity, make_lesson])
LESS = {"sensitivity": 0}


@pytest.fixture
def editors():
    """Return two editors' browsers: Edda writes, Sami reads."""
    make_home()
    edda = make_edda()
    sami = make_demo_editor(email="sami@demo.example", password=PASSWORD)
    return signed_in(edda), signed_in(sami)


def unpublish(client, thing) -> None:
    """Take something from the site, as one editor alone may."""
    if isinstance(thing, Page):
        address = f"/cms/pages/{thing.pk}/unpublish/"
    else:
        address = edit_url(thing).replace("/edit/", "/unpublish/")
    # The first press may ask.
    for _press in range(2):
        assert client.post(address).status_code == 302
    thing.refresh_from_db()
    assert not thing.live


def draft_of(thing):
    return type(thing).objects.get(pk=thing.pk).get_latest_revision_as_object()


def is_refused(client, thing, **changes) -> bool:
    """Press “Publish” on the newest draft: is a second editor asked for?"""
    return "not_signed" in refused_codes(client, draft_of(thing), **changes)


@BOTH
def test_who_unpublishes_and_lowers_publishes_again_with_a_second_editor(editors, make):
    edda, sami = editors
    thing = make(sensitivity=2)
    unpublish(edda, thing)
    assert (
        edda.post(edit_url(thing), form_of(draft_of(thing), **LESS)).status_code == 302
    )
    assert type(thing).objects.get(pk=thing.pk).sensitivity == 0
    assert is_refused(edda, thing)
    submit(edda, draft_of(thing))
    sign(sami, thing)
    thing.refresh_from_db()
    assert (thing.live, thing.sensitivity) == (True, 0)
    fields = form_of(draft_of(thing), title="عنوان ثالث")
    assert press_publish(edda, edit_url(thing), fields).status_code == 302


@BOTH
def test_doing_it_in_small_steps_changes_nothing(editors, make):
    edda, _sami = editors
    thing = make(sensitivity=3)
    unpublish(edda, thing)
    for level in (2, 1, 0):
        fields = form_of(draft_of(thing), sensitivity=level)
        edda.post(edit_url(thing), fields)
    assert is_refused(edda, thing)
    with pytest.raises(RefusedError):
        draft_of(thing).get_latest_revision().publish()


def test_a_review_that_was_shown_is_not_ended_alone_either(editors):
    edda, sami = editors
    module = make_module(needs_safeguarding_review=True)
    press_publish(edda, edit_url(module), form_of(module))
    unpublish(edda, module)
    assert is_refused(edda, module, needs_safeguarding_review="")
    submit(edda, draft_of(module), needs_safeguarding_review="")
    sign(sami, module)
    assert not ModulePage.objects.get(pk=module.pk).needs_safeguarding_review


def test_what_was_never_shown_may_be_made_less_sensitive(editors):
    edda, _sami = editors
    activity = make_activity()
    activity.unpublish()
    for level in (2, 0):
        edda.post(edit_url(activity), form_of(draft_of(activity), sensitivity=level))
    fields = form_of(draft_of(activity))
    assert press_publish(edda, edit_url(activity), fields).status_code == 302


# Copies, aliases, translations


def test_a_duplicate_of_an_activity_is_as_careful(editors):
    edda, _sami = editors
    activity = make_activity(sensitivity=2)
    edda.post(f"/cms/snippets/quizzes/activity/copy/{activity.pk}/")
    assert is_refused(edda, Activity.objects.latest("pk"), **LESS)


def test_a_copy_of_a_lesson_is_as_careful_and_so_are_copies_of_it(editors):
    edda, _sami = editors
    lesson = make_lesson(sensitivity=2)
    for slug in ("one", "two"):
        place = lesson.get_parent().pk
        fields = {"new_title": slug, "new_slug": slug, "new_parent_page": place}
        edda.post(f"/cms/pages/{lesson.pk}/copy/", fields)
        lesson = LessonPage.objects.get(slug=slug)
        assert is_refused(edda, lesson, **LESS)


def test_lessons_that_are_copied_with_their_module_are_as_careful(editors):
    edda, _sami = editors
    module = make_lesson(sensitivity=2).get_parent()
    fields = {
        "new_title": "نسخة",
        "new_slug": "copy",
        "new_parent_page": module.get_parent().pk,
        "copy_subpages": "on",
    }
    edda.post(f"/cms/pages/{module.pk}/copy/", fields)
    copied = ModulePage.objects.get(slug="copy").get_children().get().specific
    assert is_refused(edda, copied, **LESS)


def test_an_alias_that_becomes_a_page_is_as_careful(editors):
    edda, _sami = editors
    lesson = make_lesson()
    alias = CreatePageAliasAction(lesson, update_slug="alias").execute()
    lesson.sensitivity, lesson.content_note = 2, "درس عن ضغط."
    sign_content(user=None, instance=lesson)
    lesson.save_revision().publish()
    alias = LessonPage.objects.get(pk=alias.pk)
    ConvertAliasPageAction(alias).execute()
    unpublish(edda, alias)
    assert is_refused(edda, alias, **LESS)


@BOTH
def test_a_translation_is_as_careful_also_when_it_is_begun_again(editors, make):
    thing = make(sensitivity=2)
    thing.refresh_from_db()
    if isinstance(thing, Page):
        above = thing.get_parent()
        for page in (above.get_parent().get_parent(), above.get_parent(), above):
            page.specific.copy_for_translation(make_locale("en"))
    for _time in range(2):
        english = thing.copy_for_translation(make_locale("en"))
        english.live, english.sensitivity = False, 0
        english.save()
        assert "not_signed" in [one.code for one in content_findings(english)]
        english.delete()


def test_whoever_saves_an_older_state_does_not_end_care(editors):
    activity = make_activity()
    older = Activity.objects.get(pk=activity.pk)
    activity.sensitivity = 2
    sign_content(user=None, instance=activity)
    activity.save_revision().publish()
    older.save()
    assert Activity.objects.get(pk=activity.pk).shown_sensitivity == 2


# Moves


def test_a_moved_lesson_is_as_careful_as_before(editors):
    edda, _sami = editors
    lesson, other = make_lesson(sensitivity=2), make_module()
    unpublish(edda, lesson)
    edda.post(f"/cms/pages/{lesson.pk}/move/{other.pk}/confirm/")
    assert LessonPage.objects.get(pk=lesson.pk).get_parent().pk == other.pk
    assert is_refused(edda, lesson, **LESS)


@pytest.fixture
def reviewed(editors):
    """Return a live lesson whose module waits for a review, and another module."""
    edda, _sami = editors
    lesson, other = make_lesson(), make_module(title="وحدة أخرى")
    module = lesson.get_parent().specific
    fields = form_of(module, needs_safeguarding_review="on")
    assert press_publish(edda, edit_url(module), fields).status_code == 302
    return lesson, module, other


@pytest.mark.parametrize("is_live", [True, False])
def test_a_lesson_does_not_leave_a_review_by_a_move(editors, reviewed, is_live):
    edda, _sami = editors
    lesson, module, other = reviewed
    if not is_live:
        unpublish(edda, lesson)
    address = f"/cms/pages/{lesson.pk}/move/{other.pk}/confirm/"
    reply = edda.post(address, follow=True)
    assert "وحدة أخرى" in " ".join(map(str, reply.context["messages"]))
    assert LessonPage.objects.get(pk=lesson.pk).get_parent().pk == module.pk
    ModulePage.objects.filter(pk=other.pk).update(needs_safeguarding_review=True)
    edda.post(address)
    assert LessonPage.objects.get(pk=lesson.pk).get_parent().pk == other.pk


def test_a_copy_does_not_leave_a_review_either(editors, reviewed):
    edda, sami = editors
    lesson, _module, other = reviewed
    fields = {"new_title": "ن", "new_slug": "copy", "new_parent_page": other.pk}
    edda.post(f"/cms/pages/{lesson.pk}/copy/", fields)
    copy = LessonPage.objects.get(slug="copy")
    assert is_refused(edda, copy)
    submit(edda, draft_of(copy))
    sign(sami, copy)
    copy.refresh_from_db()
    assert copy.live
    assert not copy.shown_in_review


def test_what_two_ended_is_ended_for_the_lessons_as_well(editors, reviewed):
    edda, sami = editors
    lesson, module, other = reviewed
    submit(edda, draft_of(module), needs_safeguarding_review="")
    sign(sami, module)
    edda.post(f"/cms/pages/{lesson.pk}/move/{other.pk}/confirm/")
    assert LessonPage.objects.get(pk=lesson.pk).get_parent().pk == other.pk
    fields = form_of(draft_of(lesson), title="عنوان آخر")
    assert press_publish(edda, edit_url(lesson), fields).status_code == 302


def test_what_was_shown_is_no_part_of_what_is_signed():
    activity = make_activity(sensitivity=2)
    Activity.objects.filter(pk=activity.pk).update(shown_sensitivity=0)
    activity.refresh_from_db()
    codes = [one.code for one in content_findings(activity)]
    assert "not_signed" not in codes
