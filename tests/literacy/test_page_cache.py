"""Public pages: the same bytes for everybody, no cookie, new after publishing."""

import gzip

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from literacy.page_store import purge_pages
from literacy.page_store.files import FileStore
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


@pytest.mark.parametrize("host", ["testserver:81", "testserver:443", "other.example"])
def test_each_name_of_the_site_shows_the_same_copy(
    host, settings, django_assert_num_queries
):
    settings.ALLOWED_HOSTS = ["*"]
    url = make_info().url
    plain = get(url)
    with django_assert_num_queries(0):
        assert get(url, host=host).content == plain.content


def test_a_page_is_the_same_under_each_name(settings):
    """One copy for all names is right only while no name stands in the page."""
    settings.ALLOWED_HOSTS = ["*"]
    settings.PAGE_CACHE = False
    lesson = make_lesson()
    assert get(lesson.url).content == get(lesson.url, host="other.example:81").content


def test_a_name_that_is_not_ours_gets_no_copy(settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    url = make_info().url
    get(url)
    for host in ("other.example", "bad host", "testserver:port"):
        assert get(url, host=host).status_code == 400


def test_plain_http_is_led_to_https_though_the_page_is_stored(settings):
    settings.SECURE_SSL_REDIRECT = True
    url = make_info().url
    assert Client().get(url, secure=True).status_code == 200
    reply = get(url)
    assert (reply.status_code, reply.headers["Location"]) == (
        301,
        f"https://testserver{url}",
    )


def test_https_is_asked_for_on_https_alone(settings):
    settings.SECURE_HSTS_SECONDS = 60
    url = make_info().url
    replies = [Client().get(url, secure=secure) for secure in (False, True) * 2]
    asked = ["Strict-Transport-Security" in reply.headers for reply in replies]
    assert asked == [False, True] * 2


def test_several_sites_share_no_copies(commit):
    info = make_info()
    other = info.copy(update_attrs={"slug": "other"})
    with commit():
        Site.objects.create(hostname="other.example", root_page=other)
    for _visit in range(2):
        reply = get(info.url)
        assert reply.status_code == 200
        assert "public" not in reply.headers.get("Cache-Control", "")


def test_a_store_that_cannot_write_still_shows_pages(settings, monkeypatch, tmp_path):
    (tmp_path / "pages").write_text("a file stands in the way")
    store = FileStore(tmp_path / "pages", "now")
    for name in ("literacy.page_store", "literacy.middleware.page_cache"):
        monkeypatch.setattr(f"{name}.page_store", lambda: store)
    page = make_info()
    for _visit in range(2):
        assert page.intro in get(page.url).content.decode()
    page.intro = "كلمات أخرى."
    page.save_revision().publish()
    purge_pages()
    assert page.intro in get(page.url).content.decode()
