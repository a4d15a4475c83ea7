"""Every lesson that comes with the site, taken to its end.

The first module in all four ways; the others in Arabic, since each format is played
in all ways on its own.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from . import course, truth
from .checks import assert_sound
from .hands import Keys, Touch
from .player import Player

WAYS = {
    "ar": ("ar", Touch, True),
    "en": ("en", Touch, True),
    "ar without scripts": ("ar", Touch, False),
    "ar by keyboard": ("ar", Keys, True),
}
FIRST = "pause"
JOURNEYS = [
    pytest.param(module, lesson, way, id=f"{module}/{lesson} {way}")
    for module, lesson in course.lessons()
    for way in WAYS
    if module == FIRST or way == "ar"
]


@pytest.fixture
def learner(page_for) -> Callable[..., Player]:
    """Return a function that brings a new learner to a lesson."""

    def start(module: str, lesson: str, way: str) -> Player:
        language, hands, scripts = WAYS[way]
        page = page_for(language, 390, scripts=scripts)
        player = Player(page, hands(page), scripts=scripts)
        player.open(f"/{language}/modules/{module}/{lesson}/")
        return player

    return start


def play(player: Player, place: Locator, format_: str) -> None:
    """Take an activity of any format to its feedback."""
    if format_ == "feed":
        player.play_feed()
    elif format_ == "chat":
        player.play_chat()
    elif format_ == "search":
        player.play_search()
    else:
        player.answer(place, right=True)
        if not player.scripts:
            place = player.page.locator("main live-fragment")
        player.expect_feedback(place, right=True)


@pytest.mark.parametrize(("module", "lesson", "way"), JOURNEYS)
def test_a_lesson_to_its_end(learner, module, lesson, way):
    player = learner(module, lesson, way)
    expect(player.page.locator("h1")).to_be_visible()
    file = course.lesson(module, lesson)
    practised = 0
    for step in file["steps"]:
        if step["type"] == "check":
            player.play_check([False, True, True, True])
            assert_sound(player.page)
            player.back_to_the_lesson()
        elif "activity" in step:
            number = practised if step["type"] == "practice" else 0
            practised += step["type"] == "practice"
            place = player.step_of(step["type"]).nth(number).locator("live-fragment")
            play(player, place, truth.activities()[step["activity"]]["format"])
            assert_sound(player.page)
            player.back_to_the_lesson()
        if step["type"] != "takeaway":
            player.next_step()
    expect(player.step_of("takeaway").locator("a.btn--primary")).to_be_visible()
    language, _hands, _scripts = WAYS[way]
    player.page.goto(f"/{language}/progress/")
    listed = 0 if file.get("unlisted") else 1
    expect(player.page.locator(".pitem .is-done")).to_have_count(listed)
