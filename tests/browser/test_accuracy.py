"""The question on accuracy before a share, which a draw asks half of the learners."""

from playwright.sync_api import expect

from .checks import assert_sound
from .hands import Touch
from .player import Player

FEED = "/ar/modules/tricks/masks/"
# That none of so many is asked happens once in sixteen thousand times.
LEARNERS = 14


def test_whoever_is_asked_answers_before_the_share_counts(page_for, axe):
    for _ in range(LEARNERS):
        page = page_for("ar", 390, scripts=False)
        player = Player(page, Touch(page), scripts=False)
        player.open(FEED)
        player.decide(player.place_of_feed(), "share")
        place = page.locator("main live-fragment")
        if place.locator("[name=accuracy]").count():
            break
        expect(place.locator(".feedback")).to_be_visible()
    expect(place.locator("[name=accuracy]")).to_have_count(5)
    expect(place.locator(".feedback")).to_have_count(0)
    assert_sound(page)
    axe(page)

    player.decide(place, "share")
    expect(place.locator(".errors")).to_be_focused()
    player.hands.mark(place.locator("[name=accuracy][value='2']"))
    player.decide(place, "skip")
    expect(place.locator(".feedback")).to_be_visible()
