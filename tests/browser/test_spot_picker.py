"""An editor sets the places of an inspector on its picture, in the Arabic CMS."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .editor import ACTIVITIES, publish, sign_in

LESSON = "/ar/modules/tricks/masks/"
SIDES = ("x", "y", "width", "height")


@pytest.fixture
def desk(page_for, own_site) -> Page:
    """The form of the inspector that the lesson practises with."""
    page = page_for("ar", 1280, on=own_site)
    sign_in(page)
    page.goto(f"{ACTIVITIES}?format=inspector&purpose=practice&locale=ar")
    page.locator("td.title a").last.click()
    page.wait_for_load_state("networkidle")
    assert page.locator("html").get_attribute("dir") == "rtl"
    return page


def field(page: Page, number: int, side: str) -> Locator:
    return page.locator(f"[name=body-0-value-spots-{number}-value-{side}]")


def place(page: Page, number: int) -> list[str]:
    return [field(page, number, side).input_value() for side in SIDES]


def pointer(page: Page) -> Callable[..., None]:
    """Return a function that presses, and drags, at parts of the picture."""
    area = page.locator(".spot-picker__picture")
    area.scroll_into_view_if_needed()
    expect(area.locator("img")).to_have_js_property("complete", True)

    def press(*points: tuple[float, float]) -> None:
        box = area.bounding_box()
        for number, (across, down) in enumerate(points):
            at = box["x"] + across * box["width"], box["y"] + down * box["height"]
            page.mouse.move(*at, steps=4)
            if not number:
                page.mouse.down()
        page.mouse.up()

    return press


def test_a_drag_and_a_click_fill_the_number_fields(desk):
    boxes = desk.locator(".spot-picker__box")
    numbers = desk.locator(".spot-picker__numbers button")
    expect(boxes).to_have_count(8)
    before = place(desk, 1)
    press = pointer(desk)
    numbers.nth(2).click()
    expect(numbers.nth(2)).to_be_focused()
    expect(numbers.nth(2)).to_have_attribute("aria-pressed", "true")

    # Left is left, whichever way the drag goes.
    press((0.5, 0.1), (0.7, 0.3))
    assert place(desk, 2) == ["50", "10", "20", "20"]
    press((0.4, 0.6), (0.2, 0.2))
    assert place(desk, 2) == ["20", "20", "20", "40"]
    press((0.02, 0.98))
    assert place(desk, 2) == ["0", "80", "16", "20"]
    assert place(desk, 1) == before


def test_a_drag_that_is_cut_off_is_over(desk):
    pointer(desk)
    desk.locator(".spot-picker__numbers button").first.click()
    area = desk.locator(".spot-picker__picture")
    box = area.bounding_box()

    def move(part: float) -> None:
        across, down = part * box["width"], part * box["height"]
        desk.mouse.move(box["x"] + across, box["y"] + down)

    move(0.5)
    desk.mouse.down()
    move(0.7)
    area.dispatch_event("pointercancel")
    move(0.9)
    desk.mouse.up()
    assert place(desk, 0) == ["50", "50", "20", "20"]


def test_the_number_pressed_keeps_the_focus(desk):
    number = desk.locator(".spot-picker__numbers button").nth(2)
    number.click()
    field(desk, 2, "x").evaluate(
        "field => { field.value = 33;"
        " field.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    expect(desk.locator(".spot-picker__box").nth(2)).to_have_attribute(
        "style", re.compile("left: 33%")
    )
    expect(number).to_be_focused()


def test_offline_the_small_picture_stays(desk):
    desk.route("**/api/main/images/**", lambda route: route.abort())
    desk.reload()
    pointer(desk)((0.2, 0.2), (0.4, 0.4))
    assert place(desk, 0) == ["20", "20", "20", "20"]


def test_the_fields_and_the_picture_follow_each_other(desk):
    numbers = desk.locator(".spot-picker__numbers button")
    field(desk, 4, "label").focus()
    expect(numbers.nth(4)).to_have_attribute("aria-pressed", "true")
    field(desk, 4, "x").fill("30")
    box = desk.locator(".spot-picker__box").nth(4)
    assert "left: 30%" in box.get_attribute("style")


def test_a_place_over_the_edge_is_refused_at_its_field_and_mended(
    desk, page_for, own_site
):
    field(desk, 0, "x").fill("90")
    desk.locator("footer [data-w-dropdown-target=toggle]").first.click()
    desk.locator("[name=action-publish]").click()
    desk.wait_for_load_state("networkidle")
    wide = field(desk, 0, "width").locator("xpath=ancestor::*[@data-field]")
    expect(wide.locator(".error-message")).to_be_visible()

    press = pointer(desk)
    desk.locator(".spot-picker__numbers button").first.click()
    press((0.5, 0.5), (0.8, 0.9))
    publish(desk)
    visitor = page_for("ar", on=own_site)
    visitor.goto(LESSON)
    area = visitor.locator("foreignObject").first
    assert [area.get_attribute(one) for one in ("x", "width")] == ["350", "210"]
