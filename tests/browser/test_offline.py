"""A bad network: nothing entered is lost, nothing is counted twice."""

import pytest
from playwright.sync_api import Page, expect

from literacy.access import COOKIE

from .checks import assert_sound
from .hands import Touch
from .player import Player
from .site import Site

LESSON = "/ar/modules/pause/steps/"


@pytest.fixture
def player(page_for) -> Player:
    """A learner at the prediction, with the answer chosen and not sent."""
    page = page_for("ar")
    player = Player(page, Touch(page), scripts=True)
    player.open(LESSON)
    player.next_step()
    player.fill(player.place(), right=True)
    return player


def send(page: Page) -> None:
    page.locator(".step.is-now button[type=submit]").click()


def cut(page: Page) -> None:
    """Let answers get lost; what the console says of it is no fault."""
    page.watch.allow("ERR_")
    page.route("**/answers/", lambda route: route.abort("internetdisconnected"))


def test_an_answer_that_cannot_be_sent_stays_and_is_said(player):
    page = player.page
    cut(page)
    send(page)

    place = player.place()
    expect(place.locator("[data-status] .note")).to_be_visible()
    expect(place.locator("[name=options]:checked")).to_have_count(1)
    expect(place.locator("button[type=submit]")).to_be_enabled()
    expect(place.locator("button[type=submit]")).to_have_attribute(
        "aria-disabled", "false"
    )
    assert_sound(page)

    page.unroute("**/answers/")
    send(page)
    player.expect_feedback(player.place(), right=True)
    expect(place.locator("[data-status] .note")).to_have_count(0)


def test_an_answer_whose_reply_is_lost_counts_once(player):
    """The site had it, the phone never heard: sent again it is the same answer."""
    page = player.page
    names = []

    def lose_the_reply(route):
        names.append(name_of(route.request))
        route.fetch()
        route.abort("connectionreset")

    page.watch.allow("ERR_")
    page.route("**/answers/", lose_the_reply)
    send(page)
    expect(player.place().locator("[data-status] .note")).to_be_visible()
    page.unroute("**/answers/")
    with page.expect_request("**/answers/") as again:
        send(page)

    player.expect_feedback(player.place(), right=True)
    assert names == [name_of(again.value)]


@pytest.mark.parametrize("kind", ["answers", "checks"])
def test_who_heard_no_first_reply_is_one_learner(page_for, site, kind):
    """The cookie was lost with the reply: the name alone leads to the learner."""
    page = page_for("ar")
    player = Player(page, Touch(page), scripts=True)
    player.open(LESSON)
    if kind == "answers":
        player.next_step()
        player.fill(player.place(), right=True)
    else:
        for _step in range(5):
            player.next_step()
    before = learners_of(site)

    def lose_reply_and_cookie(route):
        route.fetch()
        page.context.clear_cookies()
        route.abort("connectionreset")

    page.watch.allow("ERR_")
    page.route(f"**/{kind}/", lose_reply_and_cookie)
    send(page)
    expect(player.place().locator("[data-status] .note")).to_be_visible()
    assert page.context.cookies() == []
    page.unroute(f"**/{kind}/")
    send(page)

    expect(player.place().locator("#result")).to_be_visible()
    assert [cookie["name"] for cookie in page.context.cookies()] == [COOKIE]
    assert learners_of(site) == before + 1


def test_a_double_press_sends_once(player):
    page = player.page
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    page.locator(".step.is-now button[type=submit]").dblclick()

    player.expect_feedback(player.place(), right=True)
    assert len([url for url in sent if url.endswith("/answers/")]) == 1


def test_a_feed_goes_on_after_a_lost_move(player):
    page = player.page
    page.goto(LESSON)
    for kind in ("key_idea", "practice", "practice"):
        while player.step.get_attribute("data-kind") != kind:
            player.next_step()
    player.next_step()
    place = player.place_of_feed()
    cut(page)
    player.decide(place, "check")
    expect(place.locator("[data-status] .note")).to_be_visible()
    page.unroute("**/answers/")

    player.decide(place, "check")
    expect(place.locator(".clue").first).to_be_visible()
    expect(place.locator("#result")).to_be_focused()


def test_without_my_progress_a_page_is_whole(page_for):
    page = page_for("ar")
    page.watch.allow("ERR_")
    page.route("**/me/", lambda route: route.abort("internetdisconnected"))
    page.goto(LESSON)

    expect(page.locator(".step:visible")).to_have_count(1)
    page.locator("[data-next]").click()
    expect(page.locator(".step[data-kind=predict] .step__title")).to_be_focused()


def learners_of(site: Site) -> int:
    code = "from literacy.models import Learner; print(Learner.objects.count())"
    return int(site.manage("shell", "-v0", "-c", code))


def name_of(request) -> str:
    fields = dict(pair.split("=") for pair in request.post_data.split("&"))
    return fields["uuid"]
