"""What a learner has done stays theirs: in both languages, later, on another phone."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from literacy.access import COOKIE

from .checks import assert_sound
from .hands import Touch
from .player import Player
from .site import make_sensitive

LESSON = "/ar/modules/pause/true-news/"
PROGRESS = "/ar/progress/"


def player_on(page: Page, *, scripts: bool = True) -> Player:
    player = Player(page, Touch(page), scripts=scripts)
    player.open(LESSON)
    return player


def begin(page: Page) -> Player:
    """Go to the prediction and answer it."""
    player = player_on(page)
    player.next_step()
    place = player.place()
    player.answer(place, right=True)
    player.expect_feedback(place, right=True)
    return player


def finish(page: Page) -> None:
    player = begin(page)
    for _ in range(4):
        player.next_step()
    player.play_check([True] * 4)


def begun(page: Page) -> Page:
    """Give a page's visitor some progress, and open "My progress"."""
    begin(page)
    page.goto(PROGRESS)
    return page


def make_phrase(page: Page) -> str:
    page.locator("form[action$='/phrase/'] button").click()
    page.wait_for_url("**/my-phrase/")
    words = page.locator(".phrase li").all_inner_texts()
    assert len(words) == 4
    return " ".join(words)


def use_phrase(page: Page, phrase: str) -> None:
    page.goto(PROGRESS)
    page.locator("[name=phrase]").fill(phrase)
    page.locator("form[action$='/return/'] button").click()


def expect_begun(page: Page, *, step: int = 2) -> None:
    """The way on names the lesson and the step that was reached."""
    page.goto(PROGRESS)
    way_on = page.locator(".goon")
    assert way_on.get_attribute("href").endswith("/true-news/")
    expect(way_on).to_contain_text("٠١٢٣٤٥٦٧٨٩"[step])


def test_switching_language_in_the_middle_keeps_progress(page_for):
    page = page_for("ar")
    player = begin(page)
    player.next_step()

    page.locator(".player__langs .langbtn").click()
    page.wait_for_url("**/en/modules/pause/true-news/**")
    expect(player.step).to_have_attribute("data-kind", "key_idea")
    assert page.evaluate("document.documentElement.lang") == "en"
    for _ in range(3):
        player.next_step()
    player.play_check([True] * 4)

    page.goto("/")
    page.wait_for_url("**/en/")
    for language in ("ar", "en"):
        page.goto(f"/{language}/progress/")
        expect(page.locator(".pitem .is-done")).to_have_count(1)
    page.goto("/ar/modules/pause/")
    expect(page.locator(".wall__row.is-done")).to_have_count(1)


def test_module_and_progress_name_the_same_next_lesson(page_for, own_site):
    """A sensitive lesson comes last: who skipped it is not asked again and again."""
    make_sensitive(own_site, "faster")
    page = page_for("ar", on=own_site)
    finish(page)
    expect_next(page, "steps")

    player = Player(page, Touch(page), scripts=True)
    player.open("/ar/modules/pause/aunt/")
    player.next_step()
    player.answer(player.place(), right=True)
    player.expect_feedback(player.place(), right=True)
    expect_next(page, "aunt")


def expect_next(page: Page, lesson: str) -> None:
    address = re.compile(f"/ar/modules/pause/{lesson}/$")
    page.goto("/ar/modules/pause/")
    expect(page.locator("[data-start]")).to_have_attribute("href", address)
    expect(page.locator(".wall__row.is-now a")).to_have_attribute("href", address)
    page.goto(PROGRESS)
    expect(page.locator(".goon")).to_have_attribute("href", address)


def test_a_new_visit_goes_on_where_the_last_one_stopped(page_for):
    player = begin(page_for("ar"))
    player.next_step()
    state = player.page.context.storage_state()
    player.page.context.close()

    later = player_on(page_for("ar", state=state))

    expect(later.step).to_have_attribute("data-kind", "key_idea")
    assert later.bricks_done() == 2
    expect_begun(later.page)


def test_without_the_phone_s_memory_the_answers_say_where(page_for):
    player = begin(page_for("ar"))
    state = {"cookies": player.page.context.storage_state()["cookies"], "origins": []}

    later = player_on(page_for("ar", state=state))

    expect(later.step).to_have_attribute("data-kind", "predict")


def test_without_scripts_my_progress_leads_on(page_for):
    page = page_for("ar", scripts=False)
    player = player_on(page, scripts=False)
    player.answer(player.step_of("predict").locator("live-fragment"), right=True)

    expect_begun(page)
    page.locator(".goon").click()
    expect(page.locator("lesson-player")).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_longest_words_of_a_phrase_are_not_broken(page_for, language):
    page = begun(page_for("ar", 360))
    make_phrase(page)
    listed = (settings.BASE_DIR / "literacy/text/words" / f"{language}.txt").read_text()
    words = sorted(listed.split(), key=len)[-4:]

    lines = page.locator(".phrase bdi").evaluate_all(
        """(places, words) => places.map((place, n) => {
            place.textContent = words[n];
            return place.getClientRects().length;
        })""",
        words,
    )
    assert lines == [1, 1, 1, 1]
    assert_sound(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_phrase_restores_progress_in_a_clean_browser(page_for, scripts):
    phrase = make_phrase(begun(page_for("ar")))

    page = page_for("ar", scripts=scripts)
    use_phrase(page, f"  {phrase.replace(' ', '  ')} ")

    expect(page.locator("[role=status]")).to_be_visible()
    expect_begun(page)
    assert_sound(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_what_was_written_down_outlives_reloads(page_for, scripts):
    """Reload, back and the same press again, restored tabs: the words stay."""
    page = page_for("ar", 360, scripts=scripts)
    player = player_on(page, scripts=scripts)
    player.next_step()
    predict = player.step_of("predict").locator("live-fragment")
    player.answer(predict, right=True)
    expect(page.locator(".feedback").first).to_be_visible()
    page.goto(PROGRESS)
    phrase = make_phrase(page)

    page.reload()
    assert " ".join(page.locator(".phrase li").all_inner_texts()) == phrase
    page.go_back()
    assert make_phrase(page) == phrase
    assert_sound(page)
    page.goto(PROGRESS + "phrase/")
    page.locator("main .btn--primary").click()
    assert make_phrase(page) == phrase

    other = page_for("ar", scripts=scripts)
    use_phrase(other, phrase)
    expect_begun(other)


def test_a_wrong_phrase_is_said_and_kept(page_for):
    page = page_for("ar")
    wrong = "ليس هذا هو الكلام"
    use_phrase(page, wrong)

    field = page.locator("[name=phrase]")
    expect(field).to_have_value(wrong)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#phrase-error")).to_be_visible()
    assert_sound(page)


def test_a_forged_cookie_is_nobody_and_does_no_harm(page_for, site):
    page = page_for("ar")
    page.context.add_cookies(
        [{"name": COOKIE, "value": "forged:1abcde:xyz", "url": site.url}]
    )
    page.goto(PROGRESS)
    expect(page.locator("main [role=status]")).to_be_visible()
    expect(page.locator("form[action$='/forget/']")).to_have_count(0)

    begin(page)
    expect_begun(page)


def test_forget_me_asks_first_and_leaves_nothing(page_for):
    page = begun(page_for("ar"))
    press = page.locator("form[action$='/forget/'] button")
    press.click()
    expect(page.locator("form[action$='/forget/'] .field__error")).to_be_visible()
    assert_sound(page)

    page.locator("[name=sure]").check()
    press.click()
    expect(page.locator("[role=status]")).to_be_visible()
    expect(page.locator("form[action$='/forget/']")).to_have_count(0)
    kept = [cookie["name"] for cookie in page.context.cookies()]
    assert COOKIE not in kept
    assert page.evaluate("fetch('/ar/me/').then(r => r.json())") == {
        "known": False,
        "lessons": {},
    }
