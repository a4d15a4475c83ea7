"""A report of the CMS on paper."""

from .editor import sign_in

COLOURS = """places => [...new Set(places
    .filter((place) => place.getClientRects().length)
    .map((place) => getComputedStyle(place).color))].sort()"""


def test_a_report_is_printed_dark_on_white_whatever_the_theme(page_for):
    page = page_for("ar", 1280)
    sign_in(page)
    page.goto("/cms/reports/items/")
    page.evaluate("document.documentElement.className = 'w-theme-dark'")
    ink = "place => getComputedStyle(place).getPropertyValue('--plot-ink').trim()"
    report = page.locator(".report")
    assert report.evaluate(ink) == "#f4efe4"

    page.emulate_media(media="print")
    assert report.evaluate(ink) == "#0f2a2d"
    colours = page.locator(".report *").evaluate_all(COLOURS)
    assert colours == ["rgb(0, 0, 0)", "rgb(51, 51, 51)"]
    scroll = page.locator(".report__scroll")
    assert scroll.evaluate("place => getComputedStyle(place).overflowX") == "visible"
