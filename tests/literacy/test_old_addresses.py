"""Old addresses lead on, in every language; translations follow what is moved."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from courses.models import LessonPage
from tests.base import make_edda, signed_in
from tests.cms_forms import form_of, press_publish
from tests.make import (
    make_bank,
    make_home,
    make_info,
    make_lesson,
    make_locale,
    make_module,
    make_quiz,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edda(django_capture_on_commit_callbacks):
    """Return Edda's browser; what she sends is committed before she goes on."""
    make_home()
    client = signed_in(make_edda())
    send = client.post

    def post(*args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return send(*args, **kwargs)

    client.post = post
    return client


def edit_url(page) -> str:
    return f"/cms/pages/{page.pk}/edit/"


def rename(client, page, slug) -> None:
    fields = form_of(page.get_latest_revision_as_object(), slug=slug)
    assert press_publish(client, edit_url(page), fields).status_code == 302
    page.refresh_from_db()


def move(client, page, target, **options):
    return client.post(f"/cms/pages/{page.pk}/move/{target.pk}/confirm/", **options)


def english(page, parent):
    """Return a live English page for a page, below an English parent."""
    made = page.copy_for_translation(make_locale("en"), copy_parents=False)
    type(made).objects.filter(pk=made.pk).update(live=True)
    made.refresh_from_db()
    assert made.get_parent() == parent
    return made


@pytest.fixture
def both():
    """Return an Arabic lesson and a module to move it to, and both in English."""
    home = make_home()
    lesson, other = make_lesson(), make_module()
    module = lesson.get_parent().specific
    top = home.copy_for_translation(make_locale("en"))
    index = english(module.get_parent().specific, top.page_ptr)
    modules = [english(one, index.page_ptr) for one in (module, other)]
    type(top).objects.filter(pk=top.pk).update(live=True)
    translated = english(lesson, modules[0].page_ptr)
    return lesson, other, translated, modules[1]


# Renamed


def test_the_old_address_of_a_renamed_page_leads_to_it(edda, client):
    info = make_info(slug="about")
    client.get("/ar/about/")
    rename(edda, info, "who-we-are")
    for old in ("/ar/about/", "/ar/about", "/ar/about/?utm_source=x"):
        reply = client.get(old, follow=True)
        assert reply.redirect_chain[-1][0].startswith("/ar/who-we-are/")
        assert reply.status_code == 200


def test_an_arabic_address_leads_on_as_well(edda, client):
    info = make_info(slug="من-نحن")
    rename(edda, info, "about")
    reply = client.get("/ar/%D9%85%D9%86-%D9%86%D8%AD%D9%86/")
    assert (reply.status_code, reply["Location"]) == (301, "/ar/about/")


def test_a_visitor_who_was_signed_in_is_led_on_too(edda):
    info = make_info(slug="about")
    rename(edda, info, "who-we-are")
    assert edda.get("/ar/about/")["Location"] == "/ar/who-we-are/"


def test_the_pages_below_a_renamed_module_and_its_last_page_lead_on(edda, client):
    lesson = make_lesson()
    module = lesson.get_parent().specific
    quiz = make_quiz(make_bank(1), parent=module)
    old = [one.url for one in (module, lesson, quiz)] + [f"{module.url}done/"]
    rename(edda, module, "renamed")
    for address in old:
        reply = client.get(address, follow=True)
        assert reply.status_code == 200, address
        assert "/modules/renamed/" in reply.redirect_chain[-1][0]
    assert client.get(old[-1])["Location"].endswith("/renamed/done/")


# Moved, and moved back


def test_a_moved_lesson_is_found_at_its_old_address_also_without_a_slash(edda, client):
    lesson, other = make_lesson(), make_module()
    old = lesson.url
    assert move(edda, lesson, other).status_code == 302
    new = LessonPage.objects.get(pk=lesson.pk).url
    for address in (old, old.rstrip("/"), old.removeprefix("/ar")):
        assert client.get(address, follow=True).redirect_chain[-1][0] == new


def test_no_browser_keeps_that_a_page_was_moved(edda, client):
    lesson, other = make_lesson(), make_module()
    move(edda, lesson, other)
    assert client.get(lesson.url)["Cache-Control"] == "no-cache"


def test_what_is_moved_back_and_forth_goes_round_in_no_circle(edda, client):
    lesson, other = make_lesson(), make_module()
    home, first = lesson.get_parent(), lesson.url
    for target in (other, home, other, home):
        move(edda, lesson, target)
    second = f"{other.url}{lesson.slug}/"
    assert client.get(first).status_code == 200
    assert client.get(second, follow=True).redirect_chain == [(first, 301)]
    # The first press asks.
    for _press in range(2):
        edda.post(f"/cms/pages/{lesson.pk}/unpublish/")
    assert client.get(first, follow=True).status_code == 404
    assert client.get(second, follow=True).status_code == 404


def test_who_takes_an_old_address_is_shown_there(edda, client):
    info = make_info(slug="about")
    rename(edda, info, "who-we-are")
    make_info(slug="about", title="صفحة أخرى")
    assert "صفحة أخرى" in client.get("/ar/about/").content.decode()


def test_a_page_that_is_nowhere_is_still_nowhere(client):
    make_home()
    assert client.get("/ar/nowhere/").status_code == 404


# Translations follow


def test_a_moved_lesson_takes_its_translation_along(edda, client, both):
    lesson, other, translated, english_other = both
    old = translated.url
    reply = move(edda, lesson, other, follow=True)
    assert "بقيت" not in said(reply)
    translated.refresh_from_db()
    assert translated.get_parent().pk == english_other.pk
    new = LessonPage.objects.get(pk=translated.pk).url
    assert client.get(old, follow=True).redirect_chain[-1] == (new, 301)


def test_several_moved_lessons_take_their_translations_along(edda, both):
    lesson, other, translated, english_other = both
    address = f"/cms/bulk/wagtailcore/page/move/?id={lesson.pk}&next=/cms/"
    edda.post(address, {"chooser": other.pk})
    lesson.refresh_from_db()
    translated.refresh_from_db()
    assert lesson.get_parent().pk == other.pk
    assert translated.get_parent().pk == english_other.pk


def test_a_moved_translation_takes_the_arabic_page_along(edda, both):
    lesson, other, translated, english_other = both
    move(edda, translated, english_other)
    lesson.refresh_from_db()
    assert lesson.get_parent().pk == other.pk


def test_what_cannot_follow_is_named_with_what_to_do(edda, both):
    lesson, _other, translated, english_other = both
    untranslated, before = make_module(title="جديدة"), translated.get_parent()
    reply = move(edda, lesson, untranslated, follow=True)
    assert "جديدة" in said(reply)
    assert "ترجموها" in said(reply)
    translated.refresh_from_db()
    assert translated.get_parent() == before


def test_a_translation_does_not_push_another_page_from_its_address(edda, both):
    lesson, other, translated, english_other = both
    taken = LessonPage(title="x", slug=translated.slug, live=False)
    english_other.add_child(instance=taken)
    reply = move(edda, lesson, other, follow=True)
    assert "عنوان" in said(reply)
    translated.refresh_from_db()
    assert translated.get_parent().pk != english_other.pk


def said(reply) -> str:
    return " ".join(str(message) for message in reply.context["messages"])


# The list in the CMS


def test_editors_see_write_and_remove_redirects(edda):
    info = make_info(slug="about")
    rename(edda, info, "who-we-are")
    page = edda.get("/cms/redirects/")
    assert "/ar/about" in page.content.decode()
    fields = {"old_path": "/ar/flyer", "redirect_page": info.pk, "is_permanent": ""}
    assert edda.post("/cms/redirects/add/", fields).status_code == 302
    assert Client().get("/ar/flyer/")["Location"] == "/ar/who-we-are/"
    made = Redirect.objects.get(old_path="/ar/flyer")
    edda.post(f"/cms/redirects/{made.pk}/delete/")
    assert Client().get("/ar/flyer/").status_code == 404


@pytest.mark.parametrize("asked", ["?q=about", "?q=%22", "?site=1", "?q=%00"])
def test_the_list_of_redirects_is_searched(edda, asked):
    rename(edda, make_info(slug="about"), "who-we-are")
    assert edda.get(f"/cms/redirects/{asked}").status_code == 200
