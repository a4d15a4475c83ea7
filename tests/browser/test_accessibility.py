"""Every kind of page and every state of every format, judged by axe and by us.

Each state is judged on a phone and on a desktop, in Arabic and in English; that
nothing scrolls sideways also at 320 px, nor in letters twice as large. The watch of
`page_for` hears what breaks the content-security policy, and sees other hosts.
"""

from collections.abc import Callable, Iterator

import pytest
from django.test import RequestFactory
from playwright.sync_api import Locator, Page, expect

from literacy.management.commands.demo import EMAIL, PASSWORD
from literacy.views.errors import server_error

from . import searches
from .checks import (
    assert_sound,
    faults_in_large_text,
    run_axe,
    wider_than_the_screen,
)
from .hands import Touch
from .player import Player

LANGUAGES = ["ar", "en"]
WIDTHS = (360, 1280)
NARROWEST = 320
LARGE_TEXT_WIDTHS = (360, 412)
HEIGHT = 844


class Judge:
    """Looks at one state after the other, and tells all faults at the end."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.seen: list[str] = []

    def show_whole(self, width: int) -> None:
        """Show the page to its end, so that no bar at the edge covers a link."""
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        whole = self.page.evaluate("document.documentElement.scrollHeight")
        self.page.set_viewport_size({"width": width, "height": max(whole, HEIGHT)})

    def see(self, state: str) -> None:
        for width in WIDTHS:
            self.show_whole(width)
            where = f"{state} at {width} px"
            self.faults += [f"{where}: {fault}" for fault in run_axe(self.page)]
            try:
                assert_sound(self.page)
            except AssertionError as error:
                self.faults.append(f"{where}: {error}")
        self.page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        wide = wider_than_the_screen(self.page)
        self.faults += [f"{state} at {NARROWEST} px: {one}" for one in wide]
        for width in LARGE_TEXT_WIDTHS:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            where = f"{state} in large text at {width} px"
            large = faults_in_large_text(self.page)
            self.faults += [f"{where}: {fault}" for fault in large]
        self.page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        self.seen.append(state)


@pytest.fixture
def judged(page_for) -> Iterator[Callable[..., Judge]]:
    """Return a function that opens a judged page; its faults fail the test."""
    judges = []

    def start(language: str, **options) -> Judge:
        judges.append(Judge(page_for(language, WIDTHS[0], **options)))
        return judges[-1]

    yield start
    assert [fault for judge in judges for fault in judge.faults] == []


def player_of(judge: Judge, language: str, lesson: str, *, scripts: bool = True):
    """Return a player in a lesson; its module is "pause" unless it says another."""
    player = Player(judge.page, Touch(judge.page), scripts=scripts)
    path = lesson if "/" in lesson else f"pause/{lesson}"
    player.open(f"/{language}/modules/{path}/")
    return player


def go_to(player: Player, kind: str) -> Locator:
    """Go on to the next step of a kind; return its activity."""
    player.next_step()
    while player.step.get_attribute("data-kind") != kind:
        player.next_step()
    return player.place()


def send(place: Locator, shown: str) -> None:
    """Send a form as it is, and wait for what is shown then."""
    place.locator("button[type=submit]").last.click()
    expect(place.locator(shown)).to_be_visible()


def try_all(judge: Judge, player: Player, place: Locator, name: str) -> None:
    """See a form that is answered at once in each of its states."""
    judge.see(f"{name} untouched")
    if not place.locator("order-list").count():
        send(place, ".errors")
        expect(place.locator(".errors")).to_be_focused()
        judge.see(f"{name} with a fault")
    player.fill(place, right=False)
    judge.see(f"{name} chosen")
    send(place, ".feedback")
    judge.see(f"{name} not quite")
    player.hands.press(place.locator("[data-retry]"))
    player.answer(place, right=True)
    expect(place.locator(".feedback")).to_be_visible()
    judge.see(f"{name} right")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages(judged, language):
    judge = judged(language)
    for path in (
        "",
        "modules/",
        "modules/pause/",
        "modules/tricks/",
        "modules/pause/done/",
        "modules/doors/",
        "modules/doors/done/",
        "modules/doors/stranger/",
        "help/",
        "help/?region=outside&topic=recruitment",
        "about/",
        "privacy/",
        "teachers/",
        "organisations/",
        "accessibility/",
        "progress/",
        "nothing-here/",
    ):
        judge.page.goto(f"/{language}/{path}")
        judge.see(path or "home")

    judge.page.goto(f"/{language}/progress/")
    judge.page.locator("[name=phrase]").fill("one two three four")
    judge.page.locator("form[action$='/return/'] button").click()
    expect(judge.page.locator("#phrase-error")).to_be_visible()
    judge.see("a wrong phrase")


def test_the_page_of_last_resort(judged):
    judge = judged("ar")
    html = server_error(RequestFactory().get("/ar/broken/")).content
    judge.page.route(
        "**/broken/",
        lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"),
    )
    judge.page.goto("/ar/broken/")
    judge.see("500")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_with_choice_feed_and_check(judged, language):
    judge = judged(language)
    player = player_of(judge, language, "faster")
    judge.see("hook")
    player.next_step()
    try_all(judge, player, player.place(), "choice")
    player.next_step()
    judge.see("key idea")
    player.next_step()
    see_feed(judge, player)
    player.next_step()
    judge.see("check not begun")
    see_check(judge, player)
    player.next_step()
    judge.see("takeaway")
    see_what_is_done(judge, language)


def see_feed(judge: Judge, player: Player) -> None:
    judge.see("feed untouched")
    place = player.place_of_feed()
    player.hands.mark(place.locator("[name=feeling]").first)
    judge.see("feed with a feeling chosen")
    player.decide(place, "check")
    expect(place.locator(".clue").first).to_be_visible()
    judge.see("feed checked")
    player.decide(place, "report")
    expect(place.locator("input[name=category][type=radio]").first).to_be_visible()
    judge.see("feed asks for a category")
    player.decide(place, "report")
    expect(place.locator(".errors")).to_be_visible()
    judge.see("feed with a fault")
    player.hands.mark(place.locator("input[name=category][type=radio]").first)
    player.decide(place, "report")
    expect(place.locator(".feedback")).to_be_visible()
    judge.see("post reported")
    player.go_on(place)
    expect(place.locator(".decide")).to_be_visible()
    for state in ("right", "done", "miss", "done", "done"):
        player.decide(place, "share")
        expect(place.locator(".feedback")).to_be_visible()
        if state != "done":
            judge.see(f"post {state}")
        player.go_on(place)
        expect(place.locator(".decide, .results")).to_be_visible()
    judge.see("feed finished")


def see_check(judge: Judge, player: Player) -> None:
    place = player.check_place()
    send(place, ".count")
    judge.see("check begun")
    for number in range(4):
        player.answer(place, right=number == 1)
        expect(place.locator(".feedback")).to_be_visible()
        if number < 2:
            judge.see(f"check answered {'right' if number else 'wrong'}")
        player.go_on(place)
        expect(place.locator("[data-finished], form.question").first).to_be_visible()
    judge.see("check finished")


def see_what_is_done(judge: Judge, language: str) -> None:
    page = judge.page
    page.goto(f"/{language}/modules/pause/")
    expect(page.locator(".wall__row.is-done")).to_have_count(1)
    judge.see("module begun")
    page.goto(f"/{language}/progress/")
    judge.see("my progress")
    page.locator("form[action$='/forget/'] button").click()
    expect(page.locator(".field__error")).to_be_visible()
    judge.see("forget me without being sure")
    page.locator("form[action$='/phrase/'] button").click()
    expect(page.locator(".phrase")).to_be_visible()
    judge.see("my phrase")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lessons_with_order_confidence_several_and_chat(judged, language):
    judge = judged(language)
    player = player_of(judge, language, "steps")
    try_all(judge, player, go_to(player, "practice"), "order")
    player = player_of(judge, language, "true-news")
    try_all(judge, player, go_to(player, "practice"), "confidence")
    player = player_of(judge, language, "aunt")
    try_all(judge, player, go_to(player, "practice"), "several")
    place = go_to(player, "practice")
    judge.see("chat untouched")
    send(place, ".errors")
    judge.see("chat with a fault")
    place.locator("[name=flags]").first.check(force=True)
    place.locator("[name=choice]").first.check(force=True)
    judge.see("chat chosen")
    send(place, ".chat .is-me")
    judge.see("chat replied")
    player.play_chat()
    expect(place.locator(".feedback")).to_be_visible()
    judge.see("chat finished")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lessons_with_spotter_and_inspector(judged, language):
    judge = judged(language, dark=language == "ar")
    player = player_of(judge, language, "tricks/loaded")
    try_all(judge, player, go_to(player, "practice"), "spotter")
    player = player_of(judge, language, "tricks/masks")
    try_all(judge, player, go_to(player, "practice"), "inspector")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kinds_of_trick_are_asked_on_a_page_of_their_own(judged, language):
    judge = judged(language, scripts=False)
    player = player_of(judge, language, "tricks/loaded", scripts=False)
    place = player.step_of("practice").first.locator("live-fragment")
    player.fill(place, right=True)
    player.hands.press(place.locator("button[type=submit]"))
    place = judge.page.locator("main live-fragment")
    expect(place.locator("#result")).to_be_focused()
    judge.see("spotter asks for names")
    player.hands.press(place.locator("button[type=submit]"))
    expect(place.locator(".errors")).to_be_focused()
    judge.see("spotter without names")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_with_sort_and_search(judged, trial_site, language):
    judge = judged(language, on=trial_site, dark=language == "en")
    player = player_of(judge, language, "trial/trial")
    try_all(judge, player, go_to(player, "predict"), "sort")
    go_to(player, "practice")
    see_search(judge, player)


def see_search(judge: Judge, player: Player) -> None:
    judge.see("search untouched")
    place = player.place_with(".simbar")
    search, result, verdict = searches.best_move(place)
    player.judge_page("unsure")
    expect(place.locator(".paths")).to_be_visible()
    judge.see("search not sure")
    player.hands.press(place.locator("[data-retry]"))
    player.judge_page("trust" if verdict == "not" else "not")
    expect(place.locator(".feedback--miss")).to_be_visible()
    judge.see("search not quite")
    player.hands.press(place.locator("[data-retry]"))
    player.look("search", search)
    judge.see("search with results")
    player.look("open", result)
    judge.see("search with an opened page")
    player.hands.press(place.locator(".tab--decide summary"))
    judge.see("search with its verdict unfolded")
    player.hands.press(place.locator(".tab--decide button"))
    expect(place.locator(".errors")).to_be_focused()
    judge.see("search with a fault")
    player.hands.mark(place.locator(f"[name=verdict][value={verdict}]"))
    player.hands.mark(place.locator("[name=evidence]").first)
    judge.see("search decided")
    player.judge_page(verdict, result)
    expect(place.locator(".paths")).to_be_visible()
    judge.see("search right")


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_on_pages_of_their_own(judged, language):
    """Without scripts: the lesson in one piece, a fault, an answer, a check."""
    judge = judged(language, scripts=False)
    page = judge.page
    player = player_of(judge, language, "steps", scripts=False)
    judge.see("lesson in one piece")
    page.locator("order-list").locator("xpath=ancestor::form").locator("button").click()
    expect(page.locator(".errors")).to_be_visible()
    judge.see("order with a fault")
    player.answer(page.locator("main live-fragment"), right=True)
    expect(page.locator(".feedback")).to_be_visible()
    judge.see("order answered")
    player.back_to_the_lesson()
    page.locator("#activity-check button").click()
    expect(page.locator(".count")).to_be_visible()
    judge.see("check begun")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_for_editors(judged, language):
    judge = judged(language)
    page = judge.page
    page.goto(f"/{language}/accounts/password/reset/")
    judge.see("password reset")
    page.goto(f"/{language}/accounts/login/")
    judge.see("sign-in")
    page.locator("[name=login]").fill(EMAIL)
    page.locator("[name=password]").fill("not this one")
    page.locator("main button[type=submit]").click()
    expect(page.locator("main form")).to_be_visible()
    judge.see("sign-in refused")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "login" not in url)
    for path in ("2fa/", "2fa/totp/activate/", "password/change/", "email/", "logout/"):
        answer = page.goto(f"/{language}/accounts/{path}")
        if answer.status == 200:
            judge.see(f"accounts/{path}")
    assert len(judge.seen) >= 6


@pytest.mark.parametrize(
    "path",
    ["", "modules/pause/", "about/", "progress/", "help/", "modules/doors/stranger/"],
)
def test_in_the_dark(judged, path):
    judge = judged("ar", dark=True)
    judge.page.goto(f"/ar/{path}")
    judge.see(f"{path or 'home'} in the dark")


def test_a_lesson_in_the_dark(judged):
    judge = judged("ar", dark=True)
    player = player_of(judge, "ar", "faster")
    judge.see("hook in the dark")
    player.next_step()
    try_all(judge, player, player.place(), "choice in the dark")
    player.next_step()
    judge.see("key idea in the dark")
    player.next_step()
    place = player.place_of_feed()
    player.decide(place, "check")
    expect(place.locator(".clue").first).to_be_visible()
    judge.see("feed checked in the dark")
    player.decide(place, "skip")
    expect(place.locator(".feedback")).to_be_visible()
    judge.see("post skipped in the dark")
