"""Public pages: the same bytes for everybody, no cookie, new after publishing."""

import gzip

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.make import make_activity, make_home, make_info, make_lesson

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Do on the way out what happens after a commit: pages are let go then."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def get(url, **headers):
    return Client().get(url, headers=headers)


def test_two_visitors_get_the_same_bytes_and_no_cookie():
    lesson = make_lesson()
    first, second = get(lesson.url), get(lesson.url)
    assert first.content == second.content
    assert not first.cookies
    assert not second.cookies
    assert first.headers["Cache-Control"].startswith("public")
    assert first.headers["Vary"] == "Accept-Encoding"


def test_the_second_visit_asks_the_database_nothing(django_assert_num_queries):
    url = make_lesson().url
    get(url)
    with django_assert_num_queries(0):
        get(url)


@pytest.mark.parametrize(
    "query", ["?fbclid=abc", "?utm_source=x&utm_medium=y", "?si=1"]
)
def test_tracking_words_in_a_link_do_not_miss_the_cache(
    query, django_assert_num_queries
):
    url = make_info().url
    plain = get(url)
    with django_assert_num_queries(0):
        assert get(url + query).content == plain.content


def test_a_page_is_compressed_once_for_each_kind_of_browser():
    url = make_info().url
    plain = get(url)
    small = get(url, accept_encoding="gzip")
    smaller = get(url, accept_encoding="gzip, deflate, br")
    assert gzip.decompress(small.content) == plain.content
    assert smaller.headers["Content-Encoding"] == "br"
    assert len(smaller.content) < len(plain.content) / 2


def test_a_browser_that_has_the_page_is_told_so():
    url = make_info().url
    tag = get(url).headers["ETag"]
    again = get(url, if_none_match=tag)
    assert again.status_code == 304
    assert not again.content
    assert again.headers["ETag"] == tag


def test_publishing_shows_at_once(commit):
    page = make_info()
    get(page.url)
    page.intro = "نتعلّم معًا كلّ يوم."
    with commit():
        page.save_revision().publish()
    assert page.intro in get(page.url).content.decode()


def test_publishing_an_activity_shows_in_its_lesson_at_once(commit):
    activity = make_activity()
    lesson = make_lesson(practice=[activity])
    get(lesson.url)
    activity.body[0].value["question"] = "سؤال جديد تمامًا؟"
    with commit():
        activity.save_revision().publish()
    assert "سؤال جديد تمامًا؟" in get(lesson.url).content.decode()


def test_unpublishing_takes_the_page_away_at_once(commit):
    page = make_info()
    get(page.url)
    with commit():
        page.unpublish()
    assert get(page.url).status_code == 404


def test_a_private_page_never_enters_the_cache(commit):
    page = make_info()
    get(page.url)
    with commit():
        PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.LOGIN
        )
    answer = get(page.url)
    assert answer.status_code == 302
    assert page.intro not in answer.content.decode()


def test_somebody_signed_in_passes_the_cache_by(django_user_model):
    page = make_info()
    user = django_user_model.objects.create_user("edda@demo.example", "secret")
    client = Client()
    client.force_login(user)
    answer = client.get(page.url)
    assert answer.status_code == 200
    assert "public" not in answer.headers.get("Cache-Control", "")


def test_a_query_of_its_own_passes_the_cache_by():
    url = make_info().url + "?page=2"
    for _visit in range(2):
        with CaptureQueriesContext(connection) as seen:
            answer = get(url)
        assert len(seen) > 0
        assert "public" not in answer.headers.get("Cache-Control", "")


def test_what_is_not_found_is_not_kept():
    make_home()
    for _visit in range(2):
        answer = get("/ar/nothing-here/")
        assert answer.status_code == 404
        assert "public" not in answer.headers.get("Cache-Control", "")
