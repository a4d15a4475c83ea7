"""Every page type renders, with exactly one first heading."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, get_page_models

from courses.models import LessonPage, ModuleIndexPage, ModulePage
from literacy.models import HelpPage, HomePage, InfoPage
from quizzes.models import QuizPage
from tests.make import (
    make_activity,
    make_help_page,
    make_home,
    make_index,
    make_info,
    make_lesson,
    make_module,
    make_quiz,
)

pytestmark = pytest.mark.django_db
MAKERS: dict[type[Page], Callable[[], Page]] = {
    HelpPage: make_help_page,
    HomePage: make_home,
    InfoPage: make_info,
    LessonPage: make_lesson,
    ModuleIndexPage: make_index,
    ModulePage: make_module,
    QuizPage: lambda: make_quiz([make_activity()]),
}


def first_headings(text: str) -> int:
    return len(re.findall(r"<h1[\s>]", text))


def test_every_page_type_is_made_here():
    ours = {model for model in get_page_models() if model is not Page}
    assert ours == set(MAKERS)


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
def test_a_page_has_one_first_heading(model):
    reply = Client().get(MAKERS[model]().url)
    assert reply.status_code == 200
    assert first_headings(reply.content.decode()) == 1


@pytest.mark.parametrize("name", ["my_progress", "account_login"])
def test_so_has_a_page_of_ours_that_is_no_wagtail_page(name):
    with override("ar"):
        reply = Client().get(reverse(name))
    assert first_headings(reply.content.decode()) == 1


def test_so_has_the_page_that_is_not_there():
    reply = Client().get("/ar/no-such-page/")
    assert reply.status_code == 404
    assert first_headings(reply.content.decode()) == 1


def test_two_headings_are_found():
    assert first_headings("<h1>One</h1><p>…</p><h1 class='x'>Two</h1>") == 2
