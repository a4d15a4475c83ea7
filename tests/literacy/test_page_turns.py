"""Many visitors at once: one worker renders a page, the others wait or see the old."""

import threading
import time
from types import SimpleNamespace

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory

from literacy.middleware.page_cache import PageCacheMiddleware, leads_to_page
from literacy.page_store import purge_pages, renew_pages

pytestmark = pytest.mark.django_db
PAGE = SimpleNamespace(is_public=True, seconds_to_keep=lambda: None)
VISITORS = 8
SECONDS = 0.3


class SlowSite:
    """Renders pages slowly, and counts how often."""

    def __init__(self) -> None:
        self.rendered: list[str] = []
        self.is_public = True
        self.breaks = False
        self.cache = PageCacheMiddleware(self.render)

    def render(self, request):
        self.rendered.append(request.path)
        number = len(self.rendered)
        time.sleep(SECONDS)
        if self.breaks:
            raise RuntimeError("broken")
        response = HttpResponse(f"rendering {number}")
        response.headers["Content-Security-Policy"] = "default-src 'none'"
        if self.is_public:
            response.context_data = {"page": PAGE}
        return response

    def visit(self, path: str = "/ar/about/") -> str:
        return self.cache(RequestFactory().get(path)).content.decode()

    def crowd(self, *paths: str) -> list[tuple[str, float]]:
        """Visit from several threads at once; return what each saw, and when."""
        seen: list[tuple[str, float]] = []
        start = time.monotonic()

        def go(path):
            try:
                text = self.visit(path)
            except RuntimeError:
                text = "broken"
            finally:
                connection.close()
            seen.append((text, time.monotonic() - start))

        threads = [threading.Thread(target=go, args=[path]) for path in paths]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return seen


@pytest.fixture
def site():
    return SlowSite()


def test_a_crowd_before_a_page_that_nobody_rendered_waits_for_one(site):
    seen = site.crowd(*["/ar/about/"] * VISITORS)
    assert [text for text, _ in seen] == ["rendering 1"] * VISITORS
    assert len(site.rendered) == 1


def test_a_crowd_after_publishing_sees_the_old_page_but_for_one(site):
    site.visit()
    renew_pages()
    seen = site.crowd(*["/ar/about/"] * VISITORS)
    assert sorted(text for text, _ in seen) == [
        *["rendering 1"] * (VISITORS - 1),
        "rendering 2",
    ]
    quick = [seconds for text, seconds in seen if text == "rendering 1"]
    assert max(quick) < SECONDS / 2
    assert site.visit() == "rendering 2"


def test_one_worker_renews_one_page_at_a_time(site):
    paths = [f"/ar/page-{number}/" for number in range(4)]
    for path in paths:
        site.visit(path)
    renew_pages()
    site.crowd(*paths)
    assert len(site.rendered) == 5
    # The rest follows with later visits.
    for path in paths:
        site.visit(path)
    assert sorted(site.rendered) == sorted(paths * 2)


def test_what_was_taken_away_is_shown_to_nobody_in_the_crowd(site):
    site.visit()
    renew_pages()
    purge_pages()
    renew_pages()
    seen = site.crowd(*["/ar/about/"] * VISITORS)
    assert {text for text, _ in seen} == {"rendering 2"}


def test_one_who_visits_alone_sees_what_was_published(site):
    site.visit()
    renew_pages()
    assert site.visit() == "rendering 2"


def test_a_rendering_that_breaks_ends_its_turn(site):
    site.breaks = True
    seen = site.crowd(*["/ar/about/"] * 3)
    assert [text for text, _ in seen] == ["broken"] * 3
    # The first alone, then those that waited, beside each other.
    assert max(seconds for _, seconds in seen) < SECONDS * 2.9
    site.breaks = False
    assert site.visit() == "rendering 4"


def test_what_is_not_kept_makes_nobody_wait_twice(site):
    site.is_public = False
    seen = site.crowd(*["/ar/members/"] * VISITORS)
    assert len(site.rendered) == VISITORS
    assert max(seconds for _, seconds in seen) < SECONDS * 2.9


def test_what_is_no_page_waits_for_nobody(site):
    site.is_public = False
    seen = site.crowd(*["/ar/me/"] * VISITORS)
    assert max(seconds for _, seconds in seen) < SECONDS * 1.9


@pytest.mark.parametrize(
    ("path", "is_page"),
    [
        ("/ar/", True),
        ("/en/modules/pause/", True),
        ("/ar/nothing-here/", True),
        ("/ar/me/", False),
        ("/ar/answers/", False),
        ("/cms/", False),
        ("/nothing-here/", False),
        ("/ar/\x00", False),
    ],
)
def test_pages_are_known_by_their_address(path, is_page):
    assert leads_to_page(path) is is_page
