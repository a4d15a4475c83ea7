"""The module "Pause for a moment" as learners take it, in the real content.

The first lesson is taken to its very end in four ways; each other lesson in one.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .checks import assert_sound
from .hands import Keys, Touch
from .player import Player

MODULE = "/{language}/modules/pause/"
WAYS = {
    "ar": ("ar", Touch, True),
    "en": ("en", Touch, True),
    "ar without scripts": ("ar", Touch, False),
    "ar by keyboard": ("ar", Keys, True),
}


@pytest.fixture
def learner(page_for) -> Callable[..., Player]:
    """Return a function that brings a new learner to a lesson."""

    def start(
        lesson: str, language: str = "ar", hands=Touch, *, scripts: bool = True
    ) -> Player:
        page = page_for(language, 390, scripts=scripts)
        player = Player(page, hands(page), scripts=scripts)
        player.open(f"{MODULE.format(language=language)}{lesson}/")
        return player

    return start


def read_hook(player: Player) -> None:
    expect(player.page.locator("h1")).to_be_visible()
    expect(player.step_of("hook").locator("img")).to_be_visible()
    assert_sound(player.page)


def answer_at_once(player: Player, kind: str, *, right: bool, number: int = 0) -> None:
    """Answer the activity of a step, and go back to the lesson if need be."""
    place = player.step_of(kind).nth(number).locator("live-fragment")
    player.answer(place, right=right)
    if not player.scripts:
        place = player.page.locator("main live-fragment")
    player.expect_feedback(place, right=right)
    assert_sound(player.page)


def take_check(player: Player, rights: list[bool]) -> None:
    player.play_check(rights)
    assert_sound(player.page)
    player.back_to_the_lesson()
    player.next_step()


def expect_next_lesson(player: Player, lesson: str) -> None:
    link = player.step_of("takeaway").locator("a.btn--primary")
    expect(link).to_be_visible()
    assert link.get_attribute("href").endswith(f"/{lesson}/")


def expect_done(page: Page, language: str, *, done: int, scripts: bool) -> None:
    """The wall shows what is done and what is next; without scripts, my progress."""
    if scripts:
        page.goto(MODULE.format(language=language))
        expect(page.locator(".wall__row.is-done")).to_have_count(done)
        now = page.locator(".wall__row.is-now")
        expect(now.locator("[data-state-text]")).not_to_be_empty()
        start = page.locator("[data-start]")
        expect(start).to_contain_text(now.locator(".brick__t").inner_text())
        way_on = now.locator("a").get_attribute("href")
        assert start.get_attribute("href").endswith(way_on)
    page.goto(f"/{language}/progress/")
    expect(page.locator(".pitem .is-done")).to_have_count(done)
    assert_sound(page)


@pytest.mark.parametrize("way", WAYS)
def test_the_first_lesson_to_its_end(learner, way):
    language, hands, scripts = WAYS[way]
    player = learner("faster", language, hands, scripts=scripts)
    read_hook(player)
    player.next_step()

    answer_at_once(player, "predict", right=False)
    if player.scripts:
        player.hands.press(player.step_of("predict").locator("[data-retry]"))
        answer_at_once(player, "predict", right=True)
    player.back_to_the_lesson()
    player.next_step()

    expect(player.step_of("key_idea").locator(".keyidea")).to_be_visible()
    assert_sound(player.page)
    player.next_step()

    player.play_feed()
    assert_sound(player.page)
    player.back_to_the_lesson()
    player.next_step()

    take_check(player, [False, True, True, True])
    expect_next_lesson(player, "steps")
    expect_done(player.page, language, done=1, scripts=scripts)


def test_steps_go_back_and_forth(learner):
    player = learner("faster")
    page = player.page
    expect(page.locator("[data-back]")).to_be_hidden()
    player.next_step()
    player.next_step()
    assert player.bricks_done() == 2

    player.hands.press(page.locator("[data-back]"))
    expect(player.step).to_have_attribute("data-kind", "predict")
    expect(player.step.locator(".step__title")).to_be_focused()
    page.go_back()
    expect(player.step).to_have_attribute("data-kind", "key_idea")
    page.go_back()
    page.go_back()
    expect(player.step).to_have_attribute("data-kind", "hook")
    page.go_forward()
    expect(player.step).to_have_attribute("data-kind", "predict")
    assert player.bricks_done() == 1


def test_one_step_at_a_time_with_scripts_and_all_without(learner):
    assert learner("faster").page.locator(".step:visible").count() == 1
    assert learner("faster", scripts=False).page.locator(".step:visible").count() == 6


def test_the_second_lesson_in_english(learner):
    player = learner("steps", "en")
    read_hook(player)
    player.next_step()
    answer_at_once(player, "predict", right=True)
    player.next_step()
    player.next_step()
    answer_at_once(player, "practice", right=False)
    player.hands.press(player.step.locator("[data-retry]"))
    answer_at_once(player, "practice", right=True)
    player.next_step()
    player.play_feed()
    player.next_step()
    take_check(player, [True, True, True, True])
    expect_next_lesson(player, "true-news")
    expect_done(player.page, "en", done=1, scripts=True)


def test_the_third_lesson_in_arabic_without_scripts(learner):
    player = learner("true-news", scripts=False)
    read_hook(player)
    answer_at_once(player, "predict", right=True)
    player.back_to_the_lesson()
    for number, right in enumerate((True, False)):
        answer_at_once(player, "practice", right=right, number=number)
        player.back_to_the_lesson()
    take_check(player, [True, False, True, False])
    expect_next_lesson(player, "aunt")
    expect_done(player.page, "ar", done=1, scripts=False)


def test_the_fourth_lesson_and_the_end_of_the_module(learner):
    player = learner("aunt")
    page = player.page
    read_hook(player)
    player.next_step()
    answer_at_once(player, "predict", right=True)
    player.next_step()
    player.next_step()
    answer_at_once(player, "practice", right=True)
    player.next_step()
    player.play_chat()
    expect(player.step.locator(".feedback")).to_be_visible()
    assert player.step.locator(".flagnote").count() > 2
    assert_sound(page)
    player.next_step()
    take_check(player, [True, True, False, True])

    player.hands.press(player.step_of("takeaway").locator("a.btn--primary"))
    page.wait_for_url("**/pause/done/")
    assert page.locator(".can li").count() >= 3
    expect(page.locator(".mod")).to_have_count(1)
    for host in ("wa.me", "t.me"):
        assert host in page.locator("share-button").inner_html()
    assert_sound(page)

    page.goto("/ar/progress/")
    expect(page.locator(".ring > svg")).to_be_visible()
    expect(page.locator(".ring__mid b")).to_have_text("١")
    expect(page.locator(".pitem .is-done")).to_have_count(1)
