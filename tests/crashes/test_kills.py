"""Killed in the middle of answers: nothing that was acknowledged is lost or doubled."""

import random
import threading
import time

import pytest

from .browsers import Browser
from .conftest import CrashSite, Lesson

BROWSERS = 4
# How many times all processes of the server are killed, and after how many seconds.
KILLS, SECONDS = 2, (0.5, 2.0)


class Class:
    """A class of browsers that play a lesson again and again, until told to stop."""

    def __init__(self, site: CrashSite) -> None:
        self.browsers: list[Browser] = []
        self.site, self.stopped = site, threading.Event()
        self.threads = [threading.Thread(target=self.play) for _ in range(BROWSERS)]

    def play(self) -> None:
        while not self.stopped.is_set():
            browser = self.site.browser()
            self.browsers.append(browser)
            play(browser, self.site.lesson)

    def __enter__(self) -> "Class":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stopped.set()
        for thread in self.threads:
            thread.join()


def play(browser: Browser, lesson: Lesson) -> None:
    for form in lesson.forms:
        browser.answer(form)
    browser.check(lesson.subject)


def assert_whole(report: dict, browsers: list[Browser]) -> None:
    """Everything acknowledged is there once, and what follows from it too."""
    names = sorted(name for browser in browsers for name in browser.names)
    assert report["answers"] == names
    assert report["learners"] == len(browsers)
    assert report["checks"] == report["finished"] == len(browsers)
    assert report["counters_are_right"]
    assert report["progress_is_right"]


def test_power_cuts_lose_and_double_nothing(crash_site):
    with Class(crash_site) as pupils:
        for _kill in range(KILLS):
            time.sleep(random.uniform(*SECONDS))
            crash_site.restart()
    assert any(browser.tries > browser.replies for browser in pupils.browsers)
    assert_whole(crash_site.report(), pupils.browsers)


@pytest.mark.parametrize("place", ["die-inside", "die-after"])
def test_a_worker_killed_within_an_answer(crash_site, place):
    """The same worker's end before and after the commit; then what is owed is paid."""
    browser = crash_site.browser()
    asked = crash_site.ask_for(place)
    play(browser, crash_site.lesson)
    assert not asked.exists()
    assert browser.tries == browser.replies + 1
    said = crash_site.site.manage("catch_up")
    assert "Progress of learners: 0 paid." in said
    assert_whole(crash_site.report(), [browser])
