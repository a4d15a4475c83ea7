"""Something else answers in the site's place: nothing is lost, and one can go on."""

import pytest
from playwright.sync_api import Page, expect

from .checks import assert_sound
from .hands import Touch
from .player import Player

LESSON = "/ar/modules/pause/steps/"
PAGE = "<!doctype html><title>Hotspot</title><form><button>Sign in</button></form>"
KINDS = {
    "a proxy's error": {"status": 502, "content_type": "text/html", "body": PAGE},
    "a sign-in page": {"status": 200, "content_type": "text/html", "body": PAGE},
    "half a page": {"status": 200, "content_type": "text/html", "body": PAGE[15:]},
    "plain text": {"status": 200, "content_type": "text/plain", "body": "No credit."},
    "data": {"status": 200, "content_type": "application/json", "body": '{"ok": 1}'},
    "nothing": {"status": 200, "body": ""},
}
# What the console says of a 502 is no fault of the page.
REFUSED = "502: "


def answer_instead(page: Page, pattern: str, reply: dict) -> None:
    page.watch.allow(REFUSED)
    page.route(pattern, lambda route: route.fulfill(**reply))


def press(page: Page) -> None:
    page.locator(".step.is-now button[type=submit]").click()


@pytest.fixture
def player(page_for) -> Player:
    page = page_for("ar", 360)
    player = Player(page, Touch(page), scripts=True)
    player.open(LESSON)
    player.next_step()
    return player


def test_a_choice_stays_and_can_be_sent_again(player):
    page, place = player.page, player.place()
    player.fill(place, right=True)
    address, note = page.url, place.locator("[data-status] .note")
    for kind, reply in KINDS.items():
        answer_instead(page, "**/answers/", reply)
        press(page)

        expect(note, kind).to_contain_text("نضغط مرّة أخرى")
        expect(place.locator("[name=options]:checked")).to_have_count(1)
        expect(place.locator("button[aria-disabled=false]")).to_be_visible()
        assert page.url == address
        page.unroute("**/answers/")
    assert_sound(page)

    press(page)
    player.expect_feedback(place, right=True)
    expect(note).to_have_count(0)


@pytest.mark.parametrize("kind", ["a proxy's error", "half a page"])
def test_a_check_starts_and_goes_on_at_the_second_press(player, kind):
    page = player.page
    while player.step.get_attribute("data-kind") != "check":
        player.next_step()
    place = player.check_place()
    answer_instead(page, "**/checks/**", KINDS[kind])
    press(page)
    expect(place.locator("[data-status] .note")).to_be_visible()
    page.unroute("**/checks/**")
    press(page)

    expect(place.locator("#result")).to_be_focused()
    player.answer(place, right=True)
    player.expect_feedback(place, right=True)
    answer_instead(page, "**/checks/**", KINDS[kind])
    player.go_on(place)
    expect(place.locator("[data-status] .note")).to_be_visible()
    expect(place.locator(".feedback")).to_be_visible()
    page.unroute("**/checks/**")
    player.go_on(place)
    expect(place.locator(".count .is-done")).to_have_count(1)


def test_what_is_mine_is_left_aside(page_for):
    page = page_for("ar", 360)
    lesson = "/ar/modules/pause/"
    bodies = ["null", "[]", '"x"', '{"lessons": null}']
    replies = [{"content_type": "application/json", "body": body} for body in bodies]
    for reply in [*KINDS.values(), *replies]:
        answer_instead(page, "**/me/", reply)
        page.goto(lesson, wait_until="networkidle")
        expect(page.locator("[data-start]")).to_be_visible()
        expect(page.locator(".is-done, .is-now")).to_have_count(0)
        page.unroute("**/me/")


def test_a_part_that_is_gone_is_said_in_place(player):
    """The site's own refusals are parts: they say what to do instead."""
    page, place = player.page, player.place()
    player.fill(place, right=True)
    activity = place.locator("[name=activity]")
    activity.evaluate("field => { field.value = crypto.randomUUID(); }")
    press(page)

    expect(place.locator(".message #result")).to_be_focused()
    expect(place.locator(".message a")).to_be_visible()
    assert_sound(page)


def test_an_answer_is_sent_by_itself_once_the_network_is_back(player):
    page, place = player.page, player.place()
    player.fill(place, right=True)
    page.watch.allow("ERR_")
    page.context.set_offline(True)
    press(page)
    expect(place.locator("[data-status] .note")).to_be_visible()
    page.context.set_offline(False)

    player.expect_feedback(place, right=True)
    expect(place.locator("[data-status] .note")).to_have_count(0)


def test_a_changed_answer_waits_for_its_own_press(player):
    """What was chosen before is not sent behind somebody's back."""
    page, place = player.page, player.place()
    player.fill(place, right=True)
    page.watch.allow("ERR_")
    page.context.set_offline(True)
    press(page)
    expect(place.locator("[data-status] .note")).to_be_visible()
    player.fill(place, right=False)
    expect(place.locator("[data-status] .note")).to_have_count(0)
    page.context.set_offline(False)
    press(page)

    player.expect_feedback(place, right=False)
