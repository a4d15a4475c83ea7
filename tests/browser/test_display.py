"""Browsers that darken pages by themselves, and phones held sideways."""

import io
from collections import Counter
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from . import course
from .conftest import ARGUMENTS, find_browser
from .hands import Touch
from .player import Player

DARKENED = "--enable-features=WebContentsForceDark"
READ = (
    ".btn, .tag, .chip, .decide__btn, .langbtn, .tabbar__item, .goon b, .brick__t,"
    " .brick__m, .hot__n, .ph__text, .skip"
)
SIDEWAYS = {"width": 640, "height": 360}
BARS = ".actionbar, .tabbar, .exit"
# The part of the screen that is left to what one came for.
FREE = """bars => {
  let taken = 0;
  for (const bar of document.querySelectorAll(bars)) {
    const box = bar.getBoundingClientRect();
    taken += Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
  }
  return 1 - taken / innerHeight;
}"""


@pytest.fixture(scope="module")
def darkening(browser) -> Iterator[Browser]:
    """Start a browser that darkens every page while the phone says “light”."""
    started = browser.browser_type.launch(
        executable_path=find_browser(), args=[*ARGUMENTS, DARKENED]
    )
    yield started
    started.close()


@pytest.fixture
def darkened(darkening, site) -> Iterator[Page]:
    context = darkening.new_context(
        base_url=site.url,
        viewport={"width": 360, "height": 1200},
        color_scheme="light",
        reduced_motion="reduce",
        has_touch=True,
    )
    yield context.new_page()
    context.close()


def luminance(colour: tuple[int, ...]) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    weights = (0.2126, 0.7152, 0.0722)
    return sum(w * linear(c / 255) for w, c in zip(weights, colour, strict=True))


def contrast(part: Locator) -> float:
    """Return the contrast of what is drawn: the commonest colour and the farthest."""
    drawn = Image.open(io.BytesIO(part.screenshot())).convert("RGB")
    # Round corners show what lies behind.
    x, y = min(20, drawn.width // 6), min(6, drawn.height // 6)
    inside = drawn.crop((x, y, drawn.width - x, drawn.height - y))
    colours = Counter({one: count for count, one in inside.getcolors(1 << 24)})
    ground = colours.most_common(1)[0][0]
    base = luminance(ground)
    inks = [luminance(one) for one, count in colours.items() if count > 4]
    pairs = [sorted((base, ink), reverse=True) for ink in inks]
    return max((light + 0.05) / (dark + 0.05) for light, dark in pairs)


def unreadable(page: Page) -> list[str]:
    page.mouse.move(0, 0)
    parts = [part for part in page.locator(READ).all() if part.is_visible()]
    assert parts
    found = [(contrast(part), part.evaluate("e => e.outerHTML")) for part in parts]
    return [f"{value:.2f}: {html[:90]}" for value, html in found if value < 4.5]


@pytest.mark.parametrize(
    "path", ["", "modules/pause/", "progress/", "help/", "modules/doors/stranger/"]
)
def test_a_darkened_page_can_be_read(darkened, path):
    darkened.goto(f"/ar/{path}")
    assert unreadable(darkened) == []


def begin(page: Page, format_: str) -> tuple[Player, Locator]:
    """Go to the first practice of a format."""
    module, lesson, number = course.practices(format_)[0]
    player = Player(page, Touch(page), scripts=True)
    player.open(f"/ar/modules/{module}/{lesson}/")
    steps = page.locator(".step[data-kind=practice]")
    steps.nth(number).wait_for(state="attached")
    while steps.nth(number).get_attribute("class").find("is-now") < 0:
        player.next_step()
    return player, player.place()


def test_a_darkened_feed_can_be_read(darkened):
    player, place = begin(darkened, "feed")
    assert unreadable(darkened) == []
    player.decide(place, "check")
    expect(place.locator(".clue").first).to_be_visible()
    assert unreadable(darkened) == []
    player.decide(place, "skip")
    expect(place.locator("[name=accuracy], .feedback").first).to_be_attached()
    assert unreadable(darkened) == []


@pytest.mark.parametrize("format_", ["spotter", "inspector", "sort"])
def test_a_darkened_choice_can_be_read(darkened, format_):
    player, place = begin(darkened, format_)
    player.fill(place, right=True)
    assert unreadable(darkened) == []


def test_measuring_sees_ink_that_is_lost(darkened):
    darkened.goto("/ar/")
    darkened.locator(".btn--sun").first.evaluate(
        "one => { one.style.background = '#FFB82E'; }"
    )
    assert len(unreadable(darkened)) == 1


@pytest.mark.parametrize(
    "path", ["", "progress/", "help/", "modules/pause/steps/", "modules/doors/friend/"]
)
def test_held_sideways_the_screen_is_not_all_bars(page_for, path):
    page = page_for("ar")
    page.set_viewport_size(SIDEWAYS)
    page.goto(f"/ar/{path}")
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY > 0")
    assert page.evaluate(FREE, BARS) > 0.95


def test_held_sideways_a_question_can_be_answered(page_for):
    """Whatever is pressed can be scrolled into view, with nothing in front of it."""
    page = page_for("ar")
    page.set_viewport_size(SIDEWAYS)
    player, place = begin(page, "feed")
    for move in ("check", "share", "skip", "report"):
        button = place.locator(f"button[name=move][value={move}]")
        button.scroll_into_view_if_needed()
        button.click(trial=True)
    player.decide(place, "check")
    expect(place.locator(".clue").first).to_be_visible()
    page.locator("[data-next]").click(trial=True)


def test_upright_the_bars_stay_in_reach(page_for):
    page = page_for("ar", 360)
    page.set_viewport_size({"width": 360, "height": 640})
    for path, bar in (("", ".tabbar"), ("modules/pause/steps/", ".actionbar")):
        page.goto(f"/ar/{path}")
        box = page.locator(bar).bounding_box()
        assert box["y"] + box["height"] == pytest.approx(640, abs=1)
