"""The quick way out and the help finder, with scripts and without."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import Page, expect

from literacy.queries import HelpCard

from .checks import LONG, assert_sound, wider_than_the_screen
from .site import make_sensitive

ELSEWHERE = "https://www.wikipedia.org/"
MODULE = "/ar/modules/doors/"
LESSON = f"{MODULE}stranger/"
HELP = "/{}/help/"


@pytest.fixture
def visitor(page_for):
    """Return a function that opens a page which may leave for another site."""

    def open_page(*given, **options) -> Page:
        page = page_for(*given, **options)
        page.watch.allow(ELSEWHERE)
        page.context.route(
            f"{ELSEWHERE}**",
            lambda route: route.fulfill(
                body="<title>Elsewhere</title>", content_type="text/html"
            ),
        )
        return page

    return open_page


def way_out(page: Page):
    return page.locator(".exit .btn")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_way_out_is_first_and_always_in_sight(visitor, scripts):
    page = visitor("ar", scripts=scripts)
    page.goto(LESSON)
    page.keyboard.press("Tab")
    expect(way_out(page)).to_be_focused()
    page.mouse.wheel(0, 4_000)
    expect(way_out(page)).to_be_in_viewport()
    assert way_out(page).bounding_box()["height"] >= 44
    way_out(page).click()
    page.wait_for_url(ELSEWHERE)


def test_with_scripts_the_lesson_is_not_behind_the_back_button(visitor):
    page = visitor("ar")
    page.goto(MODULE)
    page.goto(LESSON)
    page.locator("[data-next]").click()
    expect(page.locator(".step.is-now[data-kind=predict]")).to_be_visible()
    way_out(page).click()
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert page.url.endswith(MODULE)


def test_links_within_a_page_leave_no_way_back(visitor):
    page = visitor("ar")
    page.goto(MODULE)
    page.goto(LESSON)
    page.locator(".exit .skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.locator("[data-next]").click()
    step = page.locator(".step.is-now")
    step.locator("button[type=submit]").click()
    step.locator(".errors a").click()
    expect(step.locator("[id^=field-]")).to_be_focused()
    way_out(page).click()
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert page.url.endswith(MODULE)


def test_asking_for_help_leaves_no_way_back(visitor):
    page = visitor("ar")
    page.goto("/ar/")
    page.goto("/ar/help/")
    for topic in ("account", "recruitment"):
        page.locator("[name=topic]").select_option(topic)
        page.locator("main form button").click()
        page.wait_for_url(f"**/ar/help/?*topic={topic}*#found")
        expect(page.locator("#found")).to_be_focused()
    way_out(page).click()
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert page.url.endswith("/ar/")


@pytest.mark.parametrize("scripts", [True, False])
def test_no_other_tab_stays_open_behind_the_way_out(visitor, own_site, scripts):
    make_sensitive(own_site, "masks")
    page = visitor("ar", scripts=scripts, on=own_site)
    page.goto("/ar/modules/tricks/masks/")
    expect(way_out(page)).to_be_visible()
    others = page.locator("main a[target=_blank]").all()
    assert others
    for link in others:
        expect(link).to_be_hidden()


def test_a_sensitive_lesson_always_opens_at_its_note(visitor):
    page = visitor("ar")
    page.goto(LESSON)
    page.locator("[data-next]").click()
    step = page.locator(".step.is-now[data-kind=predict]")
    step.locator("input[type=radio]").first.check(force=True)
    step.locator("button[type=submit]").click()
    expect(step.locator(".feedback")).to_be_visible()
    page.locator("[data-next]").click()
    assert page.evaluate("Object.keys(localStorage)") == []

    for open_again in (page.reload, lambda: page.goto(LESSON)):
        open_again()
        page.wait_for_load_state("networkidle")
        expect(page.locator(".care--before")).to_be_visible()
        expect(page.locator(".step.is-now")).to_have_attribute("data-kind", "hook")


@pytest.mark.parametrize("path", [LESSON, MODULE, f"{MODULE}done/", "/ar/help/"])
def test_pressing_shift_three_times_leaves(visitor, path):
    page = visitor("ar", 1280)
    page.goto(path)
    expect(page.locator("[data-shift]")).to_be_visible()
    for _press in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(ELSEWHERE)


def test_writing_in_capitals_does_not_leave(visitor):
    page = visitor("en", 1280)
    page.goto("/en/help/")
    for key in ("Shift", "Shift+A", "Shift+B", "Shift", "Shift+C", "Shift"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url.endswith("/en/help/")
    # Slowly is not three times either.
    page.wait_for_timeout(2_200)
    page.keyboard.press("Shift")
    page.wait_for_timeout(2_200)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(300)
    assert page.url.endswith("/en/help/")


@pytest.mark.parametrize("held", ["Alt", "Control", "Meta"])
def test_changing_the_keyboard_s_language_does_not_leave(visitor, held):
    page = visitor("en", 1280)
    page.goto("/en/help/")
    page.keyboard.down(held)
    for _press in range(3):
        page.keyboard.press("Shift")
    page.keyboard.up(held)
    page.wait_for_timeout(300)
    assert page.url.endswith("/en/help/")


def test_another_lesson_has_no_way_out(page_for):
    page = page_for("ar")
    page.goto("/ar/modules/pause/faster/")
    for _press in range(4):
        page.keyboard.press("Shift")
    expect(way_out(page)).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_an_answer_in_a_sensitive_lesson_has_the_way_out_too(visitor, scripts):
    page = visitor("ar", scripts=scripts)
    page.goto(LESSON)
    if scripts:
        page.locator("[data-next]").click()
    step = page.locator(".step[data-kind=predict]")
    step.locator("input[type=radio]").first.check(force=True)
    step.locator("button[type=submit]").click()
    expect(page.locator(".feedback").first).to_be_visible()
    expect(way_out(page)).to_be_visible()
    expect(way_out(page)).to_have_count(1)
    assert_sound(page)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("scripts", [True, False])
def test_finding_help(visitor, language, scripts):
    page = visitor(language, scripts=scripts)
    page.goto(HELP.format(language))
    expect(page.locator("li.example")).to_have_count(4)
    expect(page.locator("[data-help] > li")).to_have_count(2)

    page.locator("[name=topic]").select_option("account")
    page.locator("[name=under18]").check()
    page.locator("main form button").click()
    expect(page.locator("[data-help] > li")).to_have_count(1)
    expect(page.locator("[name=topic]")).to_have_value("account")
    expect(page.locator("[name=under18]")).to_be_checked()
    expect(page.locator("li.example")).to_have_count(4)
    assert_sound(page)
    assert page.context.cookies() == []

    page.locator("[name=region]").select_option("outside")
    page.locator("[name=topic]").select_option("recruitment")
    page.locator("main form button").click()
    expect(page.locator("[data-help] > li")).to_have_count(0)
    expect(page.locator("main .note")).to_be_visible()
    assert_sound(page)


def test_a_number_and_its_icon_are_one_line_and_a_long_address_breaks(visitor):
    card = HelpCard(
        name="خطّ",
        kind="",
        what_for="",
        confidentiality_note="",
        hours="",
        languages=[],
        under18_ok=True,
        phone="+000 123 456",
        phone_url="tel:+000123456",
        url=f"https://{LONG}/",
        address=LONG,
        is_example=False,
    )
    with override("ar"):
        html = render_to_string("literacy/includes/help_card.html", {"resource": card})
    page = visitor("ar", 360)
    page.goto(HELP.format("ar"))
    place = page.locator("[data-help]")
    place.evaluate("(list, html) => { list.innerHTML = html; }", html)
    for link in place.locator("a").all():
        icon, text = (link.locator(one).bounding_box() for one in ("svg", "bdi"))
        assert icon["y"] + icon["height"] > text["y"]
        assert icon["y"] < text["y"] + text["height"]
        assert icon["x"] > text["x"]
        assert link.bounding_box()["height"] >= 44
    assert wider_than_the_screen(page) == []


def test_the_box_in_a_lesson_leads_to_help(visitor):
    page = visitor("ar")
    page.goto(LESSON)
    for _step in range(2):
        expect(page.locator(".care--help a")).to_be_visible()
        page.locator("[data-next]").click()
    expect(page.locator(".care--before")).to_be_hidden()
    page.locator(".care--help a").click()
    page.wait_for_url("**/ar/help/")


def test_help_can_be_printed(visitor):
    page = visitor("ar", 1280)
    page.goto("/ar/help/")
    page.emulate_media(media="print")
    expect(page.locator("main form")).to_be_hidden()
    expect(page.locator(".exit")).to_be_hidden()
    expect(page.locator("[data-help] > li").first).to_be_visible()
