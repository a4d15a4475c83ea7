"""A site and a browser for whole journeys.

The journeys of a worker share one site: one that changes content uses `own_site`.
Learners are new with every `page_for`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.database import locked

from .checks import run_axe
from .site import Site, empty_site
from .truth import TRIAL
from .watch import Watch

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOCALES = {"ar": "ar-IQ", "en": "en-GB", "ckb": "ckb-IQ"}
HERE = Path(__file__).parent
MILLISECONDS = 15_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def copy_site(tmp_path_factory, worker_id) -> Callable[[], Site]:
    """Return a function that copies a site which is filled once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    number = 100 * int("0" + worker_id.removeprefix("gw").removeprefix("master"))
    done = shared / "filled-site.txt"

    def copy() -> Site:
        nonlocal number
        number += 1
        with locked(shared / "filled-site.lock"):
            if done.exists():
                filled = Site(shared / "filled-site", *done.read_text().split("\n"))
            else:
                filled = empty_site(shared / "filled-site")
                filled.fill()
                done.write_text(f"{filled.database}\n{filled.redis}")
            return filled.copy(base / f"site-{number}", number)

    return copy


@pytest.fixture(scope="session")
def site(copy_site) -> Iterator[Site]:
    """Serve the site that this worker's journeys share."""
    with copy_site().served() as served:
        yield served


@pytest.fixture(scope="session")
def trial_site(copy_site) -> Iterator[Site]:
    """Serve a site that also has a module of formats to try."""
    site = copy_site()
    site.manage("load_module", str(TRIAL))
    with site.served() as served:
        yield served


@pytest.fixture
def own_site(copy_site) -> Iterator[Site]:
    """Serve a site for one journey alone, to change what it likes."""
    with copy_site().served() as served:
        yield served
    shutil.rmtree(served.folder)


def find_browser() -> str:
    """Return the system's Chromium; none is downloaded."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, "no Chromium on PATH: `make test` installs it"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    # The driver keeps an event loop in this thread, which Django would take for
    # asynchronous code in the tests that follow.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=find_browser(), args=ARGUMENTS
        )
        yield started
        started.close()


@pytest.fixture
def page_for(request, browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a new visitor's page.

    `page_for("ar", 390, scripts=False, dark=True)`; `on=own_site` for a site of
    one's own; `state` is what an earlier browser kept. When the test ends, each
    page must have been quiet: no error in the console, no request to another host,
    no failed file. `page.watch.allow("…")` lets through an error that the journey
    brings about.
    """
    contexts, watches = [], []

    def open_page(
        language="ar", width=390, *, scripts=True, dark=False, on=None, state=None
    ):
        site = on or request.getfixturevalue("site")
        context = browser.new_context(
            base_url=site.url,
            locale=LOCALES[language],
            viewport={"width": width, "height": 844 if width < 800 else 900},
            has_touch=width < 800,
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            timezone_id="Asia/Baghdad",
            storage_state=state,
        )
        context.set_default_timeout(MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        page.has_scripts = scripts
        page.watch = Watch(site.url)
        page.watch.follow(context)
        watches.append(page.watch)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [fault for watch in watches for fault in watch.faults()] == []


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Return a function that asserts that a page has no accessibility fault."""

    def check(page: Page) -> None:
        assert run_axe(page) == []

    return check
