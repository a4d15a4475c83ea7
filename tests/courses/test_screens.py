"""What the pages cost and show, however much content and however many learners."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from courses.queries import module_end_screen
from courses.services import finish_lesson
from literacy.access import COOKIE
from literacy.models import InfoPage
from literacy.page_store import purge_pages
from quizzes.formats.blocks import FORMATS
from quizzes.models import Answer
from tests.make import (
    make_activity,
    make_bank,
    make_home,
    make_info,
    make_learner,
    make_lesson,
    make_module,
)

pytestmark = pytest.mark.django_db
AT_MOST = 12


@pytest.fixture
def module():
    make_info()
    return make_module()


def sign(learner) -> Client:
    """Return a browser that holds the learner's cookie."""
    from django.core.signing import get_cookie_signer

    client = Client()
    client.cookies[COOKIE] = get_cookie_signer(salt=COOKIE + COOKIE).sign(learner.code)
    return client


def progress_url():
    with override("ar"):
        return reverse("my_progress")


def queries(url, assertion, client=None):
    """Return how many queries the page costs when it is made anew."""
    purge_pages()
    # Menus and the roots of the sites are made once per version.
    Client().get(InfoPage.objects.first().url)
    with assertion(AT_MOST) as seen:
        assert (client or Client()).get(url).status_code == 200
    return len(seen)


def test_lesson(module, django_assert_max_num_queries):
    lesson = make_lesson(module=module)
    few = queries(lesson.url, django_assert_max_num_queries)
    practice = [make_activity(kind) for kind, _block in FORMATS]
    rich = make_lesson(module=module, practice=practice, bank=make_bank(6))
    for _more in range(5):
        make_lesson(module=module)
    assert queries(rich.url, django_assert_max_num_queries) == few


def test_module(module, django_assert_max_num_queries):
    make_lesson(module=module)
    few = queries(module.url, django_assert_max_num_queries)
    for _more in range(9):
        make_lesson(module=module)
    assert queries(module.url, django_assert_max_num_queries) == few


def test_home(module, django_assert_max_num_queries):
    home = make_home()
    few = queries(home.url, django_assert_max_num_queries)
    for _more in range(9):
        make_lesson(module=make_module())
    assert queries(home.url, django_assert_max_num_queries) == few


def test_my_progress(module, django_assert_max_num_queries):
    lesson = make_lesson(module=module)
    pia = make_learner()
    finish_lesson(learner=pia, lesson_key=lesson.translation_key, points=3, out_of=4)
    few = queries(progress_url(), django_assert_max_num_queries, sign(pia))
    for _more in range(9):
        other = make_lesson(module=make_module())
        for learner in (pia, make_learner()):
            finish_lesson(
                learner=learner, lesson_key=other.translation_key, points=3, out_of=4
            )
    many = queries(progress_url(), django_assert_max_num_queries, sign(pia))
    assert many == few


def test_what_scripts_ask_is_two_queries(module, django_assert_max_num_queries):
    lesson = make_lesson(module=module)
    pia = make_learner()
    finish_lesson(learner=pia, lesson_key=lesson.translation_key, points=3, out_of=4)
    with override("ar"):
        url = reverse("me")
    client = sign(pia)
    with django_assert_max_num_queries(2):
        mine = client.get(url).json()
    assert mine["known"]
    assert mine["lessons"][str(lesson.translation_key)]["done"]
    assert Client().get(url).json() == {"known": False, "lessons": {}}


def test_my_progress_offers_what_is_next(module):
    first, second = make_lesson(module=module), make_lesson(module=module)
    pia = make_learner()
    finish_lesson(learner=pia, lesson_key=first.translation_key, points=3, out_of=4)
    progress = sign(pia).get(progress_url()).context["progress"]
    assert (progress["lessons_done"], progress["lessons_total"]) == (1, 2)
    assert progress["next_lesson"].url == second.url


def test_a_draft_lesson_is_in_no_list(module):
    shown, draft = make_lesson(module=module), make_lesson(module=module)
    draft.unpublish()
    text = Client().get(module.url).content.decode()
    assert shown.title in text
    assert draft.title not in text


def test_a_coming_module_is_shown_and_leads_nowhere():
    coming = make_module(is_open=False)
    home = Client().get(make_home().url).content.decode()
    assert coming.title in home
    assert f'href="{coming.url}"' not in home


def test_a_module_ends_with_the_one_that_comes_next():
    first, second, third = (make_module(is_open=is_open) for is_open in (1, 0, 1))

    assert module_end_screen(first)["next_module"].title == third.title
    assert module_end_screen(third)["next_module"] is None
    third.unpublish()
    assert module_end_screen(first)["next_module"].title == second.title


def test_reading_makes_no_rows(module):
    lesson = make_lesson(module=module)
    client = Client()
    for url in (make_home().url, module.url, lesson.url, progress_url()):
        client.get(url)
    assert not Answer.objects.exists()
    assert COOKIE not in client.cookies


def test_an_unlisted_lesson_opens_by_its_address_and_is_in_no_list(module, client):
    lesson = make_lesson(module=module)
    hidden = make_lesson(module=module, is_unlisted=True, title="للمجموعات")

    assert "للمجموعات" in client.get(hidden.url).content.decode()
    index = module.get_parent()
    for page in (module, index, index.get_parent(), lesson):
        assert "للمجموعات" not in client.get(page.url).content.decode()
    assert "للمجموعات" not in client.get("/ar/progress/").content.decode()
