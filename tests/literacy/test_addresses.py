"""No page takes an address at which the site itself answers, by whatever door."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import include, path, re_path
from django.views.generic import View
from wagtail.models import Page

from literacy.addresses import first_words, is_taken, own_words
from literacy.errors import RefusedError
from literacy.gate import content_findings
from literacy.models import InfoPage
from tests.base import make_edda, signed_in
from tests.cms_forms import form_of
from tests.make import (
    make_bank,
    make_home,
    make_index,
    make_info,
    make_lesson,
    make_module,
    make_quiz,
)
from tests.translations import live_in_english, say

pytestmark = pytest.mark.django_db
SAYS = "الموقع نفسه يجيب عند «{}»"
OURS = ["progress", "answers", "me", "checks", "accounts"]
view = View.as_view()


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


def edit_url(page) -> str:
    return f"/cms/pages/{page.pk}/edit/"


def faults(response, name="slug") -> str:
    return " ".join(response.context["form"].errors[name])


def test_the_words_are_those_of_the_addresses():
    assert set(OURS) <= own_words()
    assert "modules" not in own_words()


def test_a_new_address_is_known_by_itself():
    patterns = [
        path("classes/<slug:code>/", view),
        path("", include([path("join/", view), re_path(r"^robots\\.txt$", view)])),
        re_path(r"^((?:[\\w\\-]+/)*)$", view, name="wagtail_serve"),
    ]
    assert {"classes", "join"} <= set(first_words(patterns))
    assert not any("(" in word for word in first_words(patterns))


@pytest.mark.parametrize("slug", OURS)
@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_a_new_page_is_refused_at_the_field(edda, slug, action):
    address = f"/cms/pages/add/literacy/infopage/{make_home().pk}/"
    fields = form_of(InfoPage(), title="ص", slug=slug, intro="كلام باقٍ")
    reply = edda.post(address, {**fields, **action})
    assert SAYS.format(slug) in faults(reply)
    assert "كلام باقٍ" in reply.content.decode()
    assert not InfoPage.objects.exists()


@pytest.mark.parametrize("slug", OURS)
def test_an_edited_page_is_refused_at_the_field(edda, slug):
    info = make_info()
    reply = edda.post(edit_url(info), form_of(info, slug=slug))
    assert faults(reply).count(SAYS.format(slug)) == 1


@pytest.mark.parametrize("slug", OURS)
def test_a_copy_is_refused_at_the_field(edda, slug):
    info = make_info()
    fields = {"new_title": "ن", "new_slug": slug, "new_parent_page": make_home().pk}
    reply = edda.post(f"/cms/pages/{info.pk}/copy/", fields)
    assert SAYS.format(slug) in faults(reply, "new_slug")
    assert InfoPage.objects.count() == 1


def test_a_title_that_is_such_a_word_makes_another_address(edda):
    address = f"/cms/pages/add/literacy/infopage/{make_home().pk}/"
    edda.post(address, form_of(InfoPage(), title="Progress", slug=""))
    assert InfoPage.objects.get().slug == "progress-page"


def test_a_page_is_not_moved_to_such_an_address(edda):
    quiz = make_quiz(make_bank(1), parent=make_module(), slug="progress")
    before = quiz.url_path
    confirm = f"/cms/pages/{quiz.pk}/move/{make_home().pk}/confirm/"
    reply = edda.post(confirm, follow=True)
    said = " ".join(str(message) for message in reply.context["messages"])
    assert SAYS.format("progress") in said
    bulk = f"/cms/bulk/wagtailcore/page/move/?id={quiz.pk}&next=/cms/"
    edda.post(bulk, {"chooser": make_home().pk})
    with pytest.raises(RefusedError):
        quiz.move(make_home(), pos="last-child")
    assert Page.objects.get(pk=quiz.pk).url_path == before


def test_a_lesson_does_not_hide_the_last_page_of_its_module(edda):
    lesson, module = make_lesson(), make_module()
    assert is_taken("done", module)
    assert not is_taken("done", make_home())
    reply = edda.post(edit_url(lesson), form_of(lesson, slug="done"))
    assert SAYS.format("done") in faults(reply)


def test_below_other_pages_such_words_are_free():
    assert not is_taken("progress", make_index())
    assert not is_taken("progress", make_module())


def test_code_does_not_pass_either():
    with pytest.raises(ValidationError):
        make_info(slug="answers")


@pytest.mark.parametrize(("make", "slug"), [(make_info, "me"), (make_lesson, "done")])
def test_what_is_there_already_is_a_finding_at_its_address(make, slug):
    page = make()
    Page.objects.filter(pk=page.pk).update(slug=slug)
    page.refresh_from_db()
    (found,) = [one for one in content_findings(page) if one.code == "taken_address"]
    assert (found.where, found.is_error) == ("slug", True)


def test_a_translation_is_refused_at_its_text(edda):
    english = live_in_english(edda, make_info())
    text = say(english, "slug", "progress")
    edda.post(edit_url(english), {"action": "publish"}, follow=True)
    english.refresh_from_db()
    assert english.slug != "progress"
    text.refresh_from_db()
    assert SAYS.format("progress") in str(text.get_error())
