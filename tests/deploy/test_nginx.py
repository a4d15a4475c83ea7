"""nginx in front: slow and large bodies, an application that is away, quiet logs."""

import os
import re
import signal
import socket
import time
from contextlib import ExitStack

import pytest
from django.conf import settings

from literacy.middleware.page_cache import TRACKING
from quizzes.models import Attempt

from .nginx import CONFIGURATION, in_front_of
from .serving import FORWARDED, ask, served

VISITOR = FORWARDED["X-Forwarded-For"]
UNCACHED = "/ar/?page=2"
# nginx counts whole seconds: two of them are over after three.
EXPIRED = 3.1


@pytest.fixture(scope="module")
def front(server, tmp_path_factory):
    with in_front_of(server.port, tmp_path_factory.mktemp("front")) as running:
        yield running


def slow_body(port: int) -> socket.socket:
    """Begin an answer whose body does not come; bare granian would wait for it."""
    begun = socket.create_connection(("127.0.0.1", port))
    begun.sendall(
        b"POST /ar/answers/ HTTP/1.1\r\nHost: learn.example\r\n"
        b"X-Forwarded-Proto: https\r\nSec-Fetch-Site: same-origin\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 1000\r\n\r\na="
    )
    return begun


def test_200_slow_bodies_do_not_slow_down_others(front):
    with ExitStack() as slow:
        for _ in range(200):
            slow.enter_context(slow_body(front.port))
        for _ in range(10):
            start = time.monotonic()
            assert ask(front.port, UNCACHED).status == 200
            assert time.monotonic() - start < 5


def test_a_body_that_is_too_large_is_refused_in_words(front):
    reply = ask(front.port, "/ar/answers/", body=b"a" * 300_000)

    assert reply.status == 413
    assert "أصغر" in reply.text
    assert "smaller" in reply.text


def test_editors_may_send_what_the_site_takes(front):
    limits = re.findall(r"client_max_body_size (\d+)m;", CONFIGURATION.read_text())
    largest = max(
        settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    )

    assert [int(limit) * 2**20 > largest for limit in limits] == [True]


def test_a_public_page_is_kept_for_moments(front):
    assert front.visit("/ar/privacy/")[1] == "MISS"
    reply, found = front.visit("/ar/privacy/")
    assert (reply.status, found) == (200, "HIT")
    # What browsers may do is the application's word.
    assert reply.headers["Cache-Control"] == "public, max-age=60"

    time.sleep(EXPIRED)
    # An old copy of a page that was taken down since would be shown once more.
    assert front.visit("/ar/privacy/")[1] in ("EXPIRED", "REVALIDATED")


@pytest.mark.parametrize("name", [*TRACKING, "utm_source"])
def test_words_of_social_apps_do_not_miss_the_cache(front, name):
    front.visit("/en/privacy/")
    _reply, found = front.visit(f"/en/privacy/?{name}=a%20b&utm_medium=x")

    assert found in ("HIT", "EXPIRED", "REVALIDATED")


def test_other_queries_and_sessions_pass_the_cache_by(front):
    session = f"{settings.SESSION_COOKIE_NAME}=of-an-editor"
    for _ in range(2):
        assert front.visit(UNCACHED)[1] == "MISS"
        assert front.visit("/ar/", Cookie=session)[1] == "BYPASS"


def test_what_is_personal_is_not_kept(front):
    for _ in range(2):
        reply, found = front.visit("/ar/me/")
        assert (reply.status, found) == (200, "MISS")


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.000,gzip;q=0.5", "gzip"),
        ("gzip;q=0", None),
        ("identity", None),
    ],
)
def test_each_browser_gets_an_encoding_that_it_takes(front, accepted, encoding):
    for _ in range(2):
        reply = ask(front.port, "/ar/help/", Accept_Encoding=accepted)
        assert reply.headers["Content-Encoding"] == encoding


def test_pages_of_the_cms_are_compressed(front):
    reply = ask(front.port, "/ar/accounts/login/", Accept_Encoding="gzip")

    assert reply.headers["Content-Encoding"] == "gzip"


def test_static_files_are_kept_as_long_as_they_say(front):
    page = ask(front.port).text
    address = "/static/" + page.partition('src="/static/')[2].partition('"')[0]
    front.visit(address)
    reply, found = front.visit(address)

    assert found == "HIT"
    assert "immutable" in reply.headers["Cache-Control"]


def test_media_are_kept_and_what_is_private_is_not_served(front, image):
    folders = ("images", "documents", "original_images")
    for folder in folders:
        (image.root / "data" / "media" / folder).mkdir(exist_ok=True)
        (image.root / "data" / "media" / folder / "a.webp").write_text("a file")
    front.visit("/media/images/a.webp")
    reply, found = front.visit("/media/images/a.webp")

    assert (reply.text, found) == ("a file", "HIT")
    assert reply.headers["Cache-Control"] == "public, max-age=3600"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    for folder in folders[1:]:
        assert ask(front.port, f"/media/{folder}/a.webp").status == 404


def test_pages_outlive_the_application(image, tmp_path):
    with ExitStack() as stack:
        server = stack.enter_context(served(image, "--workers", "1"))
        front = stack.enter_context(in_front_of(server.port, tmp_path / "front"))
        seen = ask(front.port)
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        time.sleep(EXPIRED)

        again, found = front.visit("/ar/")
        assert (again.status, again.text, found) == (200, seen.text, "STALE")
        away = ask(front.port, "/ar/answers/", body=b"a=1")
        assert away.status == 503
        assert away.headers["Retry-After"] == "10"
        assert "انتظر" in away.text
        assert no_visitor_in(front)


def test_logs_hold_no_visitor(front):
    code = Attempt._meta.get_field("code").default()
    ask(front.port, "/ar/?token=in-the-query")
    ask(front.port, f"/ar/checks/{code}/")
    ask(front.port, f"/ar/accounts/password/reset/key/{code}/")
    ask(front.port, "/ar/answers/", body=b"a" * 300_000)
    with socket.create_connection(("127.0.0.1", front.port)) as odd:
        odd.sendall(b"GET /?in-the-query HTTP/9.9\r\n\r\n")
        odd.recv(100)

    assert no_visitor_in(front)
    logs = front.log() + front.log("error")
    assert "in-the-query" not in logs
    assert code not in logs
    assert "GET /ar/checks/*" in logs


def no_visitor_in(front) -> bool:
    logs = front.log() + front.log("error") + front.log("start")
    return VISITOR not in logs and "127.0.0.1" not in logs
