"""Spotters and inspectors as learners meet them: by touch, by keyboard, and without
scripts, in both languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from . import marks
from .checks import assert_sound, lengthen, wider_than_the_screen
from .hands import Keys, Touch
from .player import Player

WAYS = {
    "ar": ("ar", Touch, True),
    "en": ("en", Touch, True),
    "ar without scripts": ("ar", Touch, False),
    "ar by keyboard": ("ar", Keys, True),
}
SPOTTERS, INSPECTORS = "loaded", "masks"
FIELDS = {SPOTTERS: "marks", INSPECTORS: "spots"}


@pytest.fixture
def learner(page_for) -> Callable[..., Player]:
    """Return a function that brings a new learner to a lesson."""

    def start(lesson: str, language="ar", hands=Touch, *, scripts=True) -> Player:
        page = page_for(language, 390, scripts=scripts)
        player = Player(page, hands(page), scripts=scripts)
        player.open(f"/{language}/modules/tricks/{lesson}/")
        return player

    return start


def go_to(player: Player, lesson: str, number: int = 0) -> Locator:
    """Go on to a practice of the lesson's format, and return it."""
    steps = player.step_of("practice")
    holds = [one.locator(f"[name={FIELDS[lesson]}]").count() for one in steps.all()]
    places = [place for place, count in enumerate(holds) if count]
    step = steps.nth(places[number])
    while player.scripts and "is-now" not in (step.get_attribute("class") or ""):
        player.next_step()
    return step.locator("live-fragment")


@pytest.mark.parametrize("lesson", FIELDS)
@pytest.mark.parametrize("way", WAYS)
def test_each_format_to_its_end(learner, lesson, way):
    language, hands, scripts = WAYS[way]
    player = learner(lesson, language, hands, scripts=scripts)
    place = go_to(player, lesson)
    player.answer(place, right=False)
    place = place if scripts else player.page.locator("main live-fragment")
    player.expect_feedback(place, right=False)
    assert_sound(player.page)
    if scripts:
        player.hands.press(place.locator("[data-retry]"))
    else:
        player.back_to_the_lesson()
        place = go_to(player, lesson)
    player.answer(place, right=True)
    place = place if scripts else player.page.locator("main live-fragment")
    player.expect_feedback(place, right=True)
    assert_sound(player.page)


@pytest.mark.parametrize("way", ["ar", "ar without scripts", "ar by keyboard"])
def test_a_fair_text_is_right_when_nothing_is_marked(learner, way):
    language, hands, scripts = WAYS[way]
    player = learner(SPOTTERS, language, hands, scripts=scripts)
    place = go_to(player, SPOTTERS, 1)
    assert marks.tricks_in(place) == {}
    player.answer(place, right=True)
    place = place if scripts else player.page.locator("main live-fragment")
    player.expect_feedback(place, right=True)
    expect(place.locator("mark")).to_have_count(0)


def test_chips_come_with_a_mark_and_are_kept(learner):
    player = learner(SPOTTERS)
    place = go_to(player, SPOTTERS)
    boxes, names = place.locator("[name=marks]"), place.locator("[data-names]")
    expect(names).to_be_hidden()
    player.hands.mark(boxes.nth(1))
    expect(names.locator("fieldset")).to_have_count(1)
    expect(place.locator("[role=status]").first).not_to_be_empty()
    chip = names.locator("input").nth(1)
    player.hands.mark(chip)

    player.hands.mark(place.locator("[name=nothing]"))
    expect(boxes.nth(1)).not_to_be_checked()
    expect(names).to_be_hidden()
    player.hands.mark(boxes.nth(1))
    expect(place.locator("[name=nothing]")).not_to_be_checked()
    expect(chip).to_be_checked()


def test_what_a_tick_takes_back_is_said(learner):
    player = learner(SPOTTERS, "en")
    place = go_to(player, SPOTTERS)
    nothing, mark = (
        place.locator("[name=nothing]"),
        place.locator("[name=marks]").nth(1),
    )
    status = place.locator("trick-spotter [role=status]")
    player.hands.mark(nothing)
    expect(status).to_be_empty()
    player.hands.mark(mark)
    expect(status).to_contain_text("“No manipulation here” is taken back. Marked.")
    player.hands.mark(nothing)
    expect(status).to_contain_text("All marks are taken back")


def test_a_piece_is_named_as_it_is_written(learner):
    player = learner(SPOTTERS)
    place = go_to(player, SPOTTERS)
    piece = place.locator(".ph__text").nth(1)
    piece.evaluate("place => { place.innerHTML = 'من <bdi>B2</bdi> إلى'; }")
    player.hands.mark(place.locator("[name=marks]").nth(1))
    expect(place.locator("trick-spotter [role=status] bdi")).to_have_text("B2")


def test_without_scripts_the_next_step_is_in_sight(learner):
    player = learner(SPOTTERS, scripts=False)
    page, place = player.page, go_to(player, SPOTTERS)
    send = page.locator("main live-fragment button[type=submit]")
    player.hands.mark(place.locator("[name=marks]").nth(1))
    player.hands.press(place.locator("button[type=submit]"))
    for focused in (".ask__label", ".errors"):
        assert page.url.endswith("#result")
        expect(page.locator(f"{focused}#result")).to_be_focused()
        expect(page.locator("#result")).to_be_in_viewport()
        player.hands.press(send)


def test_in_forced_colours_marks_and_the_focus_are_seen(learner):
    player = learner(SPOTTERS)
    place = go_to(player, SPOTTERS)
    player.page.emulate_media(forced_colors="active")
    mark, text = place.locator("[name=marks]").first, place.locator(".ph__text").first
    style = "place => { const s = getComputedStyle(place); return [s.%s, s.%s]; }"
    style %= ("backgroundColor", "outlineStyle")
    plain, line = text.evaluate(style)
    player.hands.mark(mark)
    marked, still = text.evaluate(style)
    assert (marked != plain, line, still) == (True, "none", "none")
    player.page.keyboard.press("Shift+Tab")
    player.page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    assert text.evaluate(style) == [marked, "solid"]


def test_a_forgotten_name_is_asked_for_where_it_is_missing(learner):
    player = learner(SPOTTERS)
    place = go_to(player, SPOTTERS)
    fieldsets = place.locator("[data-names] fieldset")
    player.hands.mark(place.locator("[name=marks]").nth(0))
    player.hands.mark(place.locator("[name=marks]").nth(1))
    player.hands.mark(fieldsets.nth(0).locator("input").first)
    player.hands.press(place.locator("button[type=submit]"))
    expect(place.locator(".errors")).to_be_focused()
    expect(fieldsets).to_have_count(2)
    expect(place.locator("[data-names] input:checked")).to_have_count(1)
    player.hands.press(place.locator(".errors a"))
    expect(fieldsets.nth(1).locator("input").first).to_be_focused()


@pytest.mark.parametrize(("language", "scripts"), [("ar", True), ("en", False)])
def test_the_picture_and_the_list_are_twins(learner, language, scripts):
    player = learner(INSPECTORS, language, scripts=scripts)
    place = go_to(player, INSPECTORS)
    boxes, areas = place.locator("[name=spots]"), place.locator("label.hot")
    assert boxes.count() == areas.count()
    for number in range(areas.count()):
        areas.nth(number).click()
        expect(boxes.nth(number)).to_be_checked()
    if scripts:
        expect(place.locator("label.is-on")).to_have_count(areas.count())
        player.hands.press(boxes.first.locator("xpath=ancestor::label"))
        expect(place.locator("label.is-on")).to_have_count(areas.count() - 1)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_places_are_where_the_picture_has_them(learner, language):
    """Left is left in Arabic, too."""
    player = learner(INSPECTORS, language)
    place = go_to(player, INSPECTORS)
    picture = place.locator(".inspect img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    image = picture.bounding_box()
    spots = marks.parts("inspector", "spots")
    for number, one in enumerate(marks.values(place, "spots")):
        box = place.locator("label.hot").nth(number).bounding_box()
        middle = box["x"] + box["width"] / 2 - image["x"]
        wanted = (spots[one]["x"] + spots[one]["width"] / 2) / 100 * image["width"]
        assert middle == pytest.approx(wanted, abs=4)


def test_the_picture_can_be_enlarged(learner):
    player = learner(INSPECTORS)
    link = go_to(player, INSPECTORS).locator(".inspect__more a")
    answer = player.page.request.get(link.get_attribute("href"))
    assert answer.ok
    assert answer.headers["content-type"].startswith("image/")


@pytest.mark.parametrize("lesson", FIELDS)
def test_a_long_address_does_not_widen_the_page(learner, lesson):
    player = learner(lesson, "en")
    player.page.set_viewport_size({"width": 360, "height": 740})
    place = go_to(player, lesson)
    lengthen(place.locator(".choice__text"))
    assert wider_than_the_screen(player.page) == []
    player.answer(place, right=False)
    player.expect_feedback(place, right=False)
    lengthen(place.locator(".choice__text, .compare p"))
    assert wider_than_the_screen(player.page) == []
