"""Sorts and searches as learners meet them: by touch, by keyboard, and without
scripts, in both languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from . import searches
from .checks import assert_sound, lengthen, wider_than_the_screen
from .hands import Keys, Touch
from .player import Player

WAYS = {
    "ar": ("ar", Touch, True),
    "en": ("en", Touch, True),
    "ar without scripts": ("ar", Touch, False),
    "en without scripts": ("en", Touch, False),
    "ar by keyboard": ("ar", Keys, True),
    "en by keyboard": ("en", Keys, True),
}


@pytest.fixture
def learner(page_for, trial_site) -> Callable[..., Player]:
    """Return a function that brings a new learner to the lesson to try."""

    def start(language="ar", hands=Touch, *, scripts=True) -> Player:
        page = page_for(language, 390, scripts=scripts, on=trial_site)
        player = Player(page, hands(page), scripts=scripts)
        player.open(f"/{language}/modules/trial/trial/")
        return player

    return start


def go_to(player: Player, kind: str) -> Locator:
    """Go on to the step of this kind, and return its activity."""
    step = player.step_of(kind)
    while player.scripts and "is-now" not in (step.get_attribute("class") or ""):
        player.next_step()
    return step.locator("live-fragment")


def again(player: Player, kind: str, place: Locator) -> Locator:
    if player.scripts:
        player.hands.press(place.locator("[data-retry]"))
        return place
    player.back_to_the_lesson()
    return go_to(player, kind)


@pytest.mark.parametrize("way", WAYS)
def test_a_lesson_with_both_formats_to_its_end(learner, way):
    language, hands, scripts = WAYS[way]
    player = learner(language, hands, scripts=scripts)
    place = go_to(player, "predict")
    player.answer(place, right=False)
    answered = place if scripts else player.page.locator("main live-fragment")
    player.expect_feedback(answered, right=False)
    place = again(player, "predict", answered)
    player.answer(place, right=True)
    answered = place if scripts else player.page.locator("main live-fragment")
    player.expect_feedback(answered, right=True)
    assert_sound(player.page)
    player.back_to_the_lesson()

    place = go_to(player, "practice")
    player.play_search(right=False)
    assert_sound(player.page)
    again(player, "practice", player.place_with(".simbar"))
    player.play_search(right=True)
    assert_sound(player.page)
    player.back_to_the_lesson()

    player.next_step()
    player.play_check([True, False, True, False])
    assert_sound(player.page)


# Sorts


def test_a_sort_keeps_what_was_chosen_and_leads_to_what_is_missing(learner):
    player = learner()
    place = go_to(player, "predict")
    cards = place.locator(".sort")
    player.hands.mark(cards.nth(0).locator("input").nth(1))
    player.hands.mark(cards.nth(2).locator("input").nth(0))
    player.hands.press(place.locator("button[type=submit]"))
    expect(place.locator(".errors")).to_be_focused()
    expect(place.locator("input:checked")).to_have_count(2)
    expect(place.locator(".sort.is-missing")).to_have_count(2)
    player.hands.press(place.locator(".errors a"))
    expect(cards.nth(1).locator("input").first).to_be_focused()


def test_cards_lie_in_the_same_order_for_everybody(learner):
    orders = [
        [
            one.inner_text()
            for one in go_to(learner(), "predict").locator("legend").all()
        ]
        for _visit in range(2)
    ]
    assert orders[0] == orders[1]


# Searches


@pytest.mark.parametrize("scripts", [True, False])
def test_moves_run_out_and_then_only_a_verdict_is_left(learner, scripts):
    player = learner(scripts=scripts)
    place = go_to(player, "practice")
    search, result, _verdict = searches.best_move(place)
    others = [
        one.get_attribute("value") for one in place.locator("[name=search]").all()
    ]
    player.look("search", search)
    player.look("open", result)
    for other in [one for one in others if one != search]:
        place = player.look("search", other)
    expect(place.locator("button[name=search], button[name=open]")).to_have_count(0)
    expect(place.locator(".count .is-done")).to_have_count(5)
    expect(place.locator(".tab--decide")).to_have_attribute("open", "")
    # What was read stays open, and what was found can be unfolded again.
    expect(place.locator(".tab__body", has_text="متحدّثة")).to_be_visible()
    found = place.locator(".tabs > li").first
    expect(found.locator(".hit").first).to_be_hidden()
    player.hands.press(found.locator("summary"))
    expect(found.locator(".hit").first).to_be_visible()
    place = player.judge_page("not", result)
    player.expect_feedback(place, right=True)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_verdict_without_its_reason_is_asked_for_it(learner, scripts):
    player = learner(scripts=scripts)
    place = go_to(player, "practice")
    search, result, verdict = searches.best_move(place)
    player.look("search", search)
    player.look("open", result)
    place = player.judge_page(verdict)
    expect(place.locator(".errors")).to_be_focused()
    expect(place.locator(f"[name=verdict][value={verdict}]")).to_be_checked()
    expect(place.locator(".tab--decide")).to_have_attribute("open", "")
    player.hands.press(place.locator(".errors a"))
    expect(place.locator("[name=evidence]").first).to_be_focused()
    place = player.judge_page(verdict, "none")
    expect(place.locator(".feedback--plain")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_verdict_that_was_begun_outlasts_another_move(learner, scripts):
    player = learner(scripts=scripts)
    place = go_to(player, "practice")
    search, _result, verdict = searches.best_move(place)
    chosen = f"[name=verdict][value={verdict}]"
    player.hands.press(place.locator(".tab--decide summary"))
    player.hands.mark(place.locator(chosen))
    place = player.look("search", search)
    expect(place.locator(".tab--decide")).to_have_attribute("open", "")
    expect(place.locator(chosen)).to_be_checked()
    # Enter sends the verdict: it makes no move.
    place.locator(chosen).press("Enter")
    place = player.place_with(".simbar")
    expect(place.locator(".paths")).to_be_visible()
    expect(place.locator(".paths ol").first.locator("li")).to_have_count(1)


def test_a_new_try_of_a_search_begins_at_its_first_way(learner):
    player = learner()
    place = go_to(player, "practice")
    player.play_search(right=False)
    player.hands.press(place.locator("[data-retry]"))
    expect(place.locator("button[name=search]").first).to_be_focused()


def test_a_search_goes_on_where_it_was_left(learner):
    player = learner()
    place = go_to(player, "practice")
    search, result, _verdict = searches.best_move(place)
    player.look("search", search)
    # A page that lags behind: the same move once more counts once.
    move = place.locator(f"button[name=open][value='{result}']")
    move.evaluate("button => { button.click(); button.click(); }")
    expect(place.locator(".tabs > li")).to_have_count(2)
    expect(place.locator(".count .is-done")).to_have_count(2)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_addresses_read_from_left_to_right(learner, language):
    player = learner(language)
    place = go_to(player, "practice")
    search, _result, _verdict = searches.best_move(place)
    place = player.look("search", search)
    for address in place.locator("bdi", has_text=".example").all():
        assert address.get_attribute("dir") == "ltr"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_long_address_does_not_widen_a_search(learner, language):
    player = learner(language)
    player.page.set_viewport_size({"width": 360, "height": 740})
    place = go_to(player, "practice")
    search, result, verdict = searches.best_move(place)
    player.look("search", search)
    place = player.look("open", result)
    player.hands.press(place.locator(".tab--decide summary"))
    lengthen(place.locator(".choice__text, .tab > summary > span, .hit__line > bdi"))
    assert wider_than_the_screen(player.page) == []
    place = player.judge_page(verdict, result)
    expect(place.locator(".paths")).to_be_visible()
    lengthen(place.locator(".paths li, .paths small"))
    assert wider_than_the_screen(player.page) == []


def test_addresses_begin_where_their_titles_do(learner):
    """Also where an English search stands in an Arabic page."""
    player = learner("ar")
    place = go_to(player, "practice")
    activity = place.locator("[data-activity]")
    for direction, side in (("rtl", "right"), ("ltr", "left")):
        activity.evaluate("(one, value) => one.setAttribute('dir', value)", direction)
        line = place.locator(".tab > summary > span").first.bounding_box()
        address = place.locator(".tab > summary bdi[dir=ltr]").first.bounding_box()
        ends = {
            "left": [box["x"] for box in (line, address)],
            "right": [box["x"] + box["width"] for box in (line, address)],
        }
        assert ends[side][0] == pytest.approx(ends[side][1], abs=2)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_table_of_a_sort_fits_every_screen(learner, width):
    player = learner()
    place = go_to(player, "predict")
    player.answer(place, right=False)
    expect(place.locator(".sorted")).to_be_visible()
    player.page.set_viewport_size({"width": width, "height": 740})
    expect(place.locator(".sorted thead")).to_be_visible()
    lengthen(place.locator(".sorted bdi"))
    assert wider_than_the_screen(player.page) == []
