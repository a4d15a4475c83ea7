"""Two requests at once on a real server: each transaction is held open for a while."""

import threading
from collections.abc import Callable
from uuid import uuid4

import pytest

from .browsers import Reply
from .conftest import CrashSite

ANSWERS, RETURN = "/ar/answers/", "/ar/progress/return/"


@pytest.fixture
def busy_site(crash_site) -> CrashSite:
    crash_site.ask_for("dawdle")
    return crash_site


def at_once(*requests: Callable[[], Reply]) -> list[Reply]:
    """Send requests at the same time, and return the replies in order."""
    replies: dict[int, Reply] = {}

    def send(place: int, request: Callable[[], Reply]) -> None:
        replies[place] = request()

    threads = [
        threading.Thread(target=send, args=numbered) for numbered in enumerate(requests)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [replies[place] for place in range(len(requests))]


def named(form: dict[str, str]) -> dict[str, str]:
    return {**form, "uuid": str(uuid4())}


def assert_sound(site: CrashSite, **expected: object) -> None:
    report = site.report()
    assert {name: report[name] for name in expected} == expected
    assert report["counters_are_right"]
    assert report["progress_is_right"]


def test_the_same_first_answer_twice_at_once(busy_site):
    one, other = busy_site.browser(), busy_site.browser()
    form = named(busy_site.lesson.forms[0])
    replies = at_once(
        lambda: one.send(ANSWERS, form), lambda: other.send(ANSWERS, form)
    )
    assert [reply.status for reply in replies] == [200, 200]
    assert one.code == other.code
    assert_sound(busy_site, learners=1, answers=[form["uuid"]])


def test_two_answers_of_one_learner_at_once(busy_site):
    browser = busy_site.browser()
    first, second = map(named, busy_site.lesson.forms)
    third = named(busy_site.lesson.forms[0])
    browser.send(ANSWERS, first)
    replies = at_once(
        lambda: browser.send(ANSWERS, second),
        lambda: browser.send(ANSWERS, third),
        lambda: browser.send(ANSWERS, third),
    )
    assert [reply.status for reply in replies] == [200, 200, 200]
    names = sorted(form["uuid"] for form in (first, second, third))
    # The second practice stands in the fifth step.
    assert_sound(busy_site, learners=1, answers=names, steps=[5])


def test_an_answer_while_its_learner_is_brought_elsewhere(busy_site):
    """The answer comes before the merge, or is asked for once more after it."""
    browser, phrase = busy_site.browser(), busy_site.known_phrase()
    form, again = map(named, busy_site.lesson.forms)
    browser.send(ANSWERS, form)
    moved, answered = at_once(
        lambda: browser.send(RETURN, {"phrase": phrase}),
        lambda: browser.send(ANSWERS, again),
    )
    assert moved.status == 302
    assert answered.status in (200, 409)
    assert browser.send(ANSWERS, again).status == 200
    assert_sound(busy_site, learners=1, count=4, steps=[5])


def test_a_phrase_used_twice_at_once(busy_site):
    browser, phrase = busy_site.browser(), busy_site.known_phrase()
    browser.send(ANSWERS, named(busy_site.lesson.forms[0]))
    replies = at_once(
        lambda: browser.send(RETURN, {"phrase": phrase}),
        lambda: browser.send(RETURN, {"phrase": phrase}),
    )
    assert [reply.status for reply in replies] == [302, 302]
    assert_sound(busy_site, learners=1, count=3, steps=[4])
