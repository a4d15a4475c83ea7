"""What browsers may run: nothing inside a page, neither here nor in the CMS."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.base import make_adam, signed_in
from tests.cms_forms import form_of
from tests.make import make_activity, make_home, make_info, make_lesson

pytestmark = pytest.mark.django_db
DATA = ("application/json", "text/template", "text/x-template", "text/django-form")


class Inside(HTMLParser):
    """Collects what a strict policy would block."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        values = dict(attrs)
        is_data = (values.get("type") or "").startswith(DATA)
        if tag == "script" and "src" not in values and not is_data:
            self.found.append(f"{tag} {attrs}")
        if any(name.startswith("on") for name in values):
            self.found.append(f"{tag} {attrs}")


def directives(response) -> dict[str, list[str]]:
    policy = response.headers["Content-Security-Policy"]
    return {
        words[0]: words[1:] for words in (part.split() for part in policy.split(";"))
    }


def style_hash(response) -> str:
    style = re.search(r"<style>(.*?)</style>", response.content.decode(), re.DOTALL)
    digest = hashlib.sha256(style[1].encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def assert_own_styles_only(response) -> None:
    policy = directives(response)
    assert policy["style-src"] == ["'self'", style_hash(response)]
    assert policy["script-src"] == ["'self'"]
    assert policy["default-src"] == ["'none'"]
    assert Inside(response.content.decode()).found == []


@pytest.mark.parametrize("name", ["", "my_progress", "account_login"])
def test_the_hash_is_that_of_the_stylesheet_in_the_page(client, name):
    home = make_home()
    with override("ar"):
        address = reverse(name) if name else home.url
    response = client.get(address)
    assert response.status_code == 200
    assert_own_styles_only(response)


def test_a_page_from_the_cache_brings_its_policy(client):
    info = make_info()
    first, second = client.get(info.url), Client().get(info.url)
    assert first.headers["ETag"] == second.headers["ETag"]
    assert_own_styles_only(second)
    etag = {"If-None-Match": second.headers["ETag"]}
    unchanged = Client().get(info.url, headers=etag)
    assert unchanged.status_code == 304
    assert directives(unchanged) == directives(second)


def test_a_message_for_a_lost_visitor_has_the_policy(client):
    make_home()
    response = client.get("/ar/nothing/")
    assert response.status_code == 404
    assert_own_styles_only(response)


def test_the_screens_of_the_cms_run_files_only():
    lesson, activity = make_lesson(), make_activity("feed")
    client = signed_in(make_adam())
    module = lesson.get_parent()
    for address in [
        "/cms/",
        "/cms/lessons/",
        f"/cms/pages/{lesson.pk}/edit/",
        f"/cms/pages/{lesson.pk}/move/",
        f"/cms/pages/{module.pk}/",
        f"/cms/pages/add/courses/lessonpage/{module.pk}/",
        "/cms/snippets/quizzes/activity/",
        "/cms/snippets/quizzes/activity/add/",
        f"/cms/snippets/quizzes/activity/edit/{activity.pk}/",
        f"/cms/localize/submit/page/{lesson.pk}/",
        "/cms/images/",
        "/cms/images/add/",
        "/cms/reports/site-history/",
        "/cms/users/",
        "/cms/groups/new/",
        "/cms/account/",
    ]:
        response = client.get(address)
        assert response.status_code == 200, address
        policy = directives(response)
        assert policy["script-src"] == ["'self'"]
        assert policy["style-src"] == ["'self'", "'unsafe-inline'"]
        assert Inside(response.content.decode()).found == [], address


def test_a_preview_has_the_policy_of_the_page():
    lesson = make_lesson()
    client = signed_in(make_adam())
    address = f"/cms/pages/{lesson.pk}/edit/preview/"
    assert client.post(address, form_of(lesson)).json()["is_valid"]
    assert_own_styles_only(client.get(address))
