"""An editor changes what learners see, in Arabic; old marks do not move."""

import pytest
from playwright.sync_api import Page, expect

from . import truth
from .editor import ACTIVITIES, LESSONS, preview, publish, sign_in
from .hands import Touch
from .player import Player

LESSON = "/ar/modules/pause/faster/"
FEED = truth.activities()["pause-faster-feed"]
ORDER = truth.activities()["pause-steps-order"]
NEW_POST = "منشور كتبته المحرّرة اليوم عن ماء المدينة"
NEW_STEP = "خطوة أضافتها المحرّرة"
PRACTICE = 3


@pytest.fixture
def learner(page_for, own_site) -> Player:
    """A learner who has finished the feed, on the page of that answer."""
    page = page_for("ar", scripts=False, on=own_site)
    player = Player(page, Touch(page), scripts=False)
    player.open(LESSON)
    player.play_feed(check_first=False)
    return player


@pytest.fixture
def desk(page_for, own_site) -> Page:
    page = page_for("ar", 1280, on=own_site)
    sign_in(page)
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.locator("html").get_attribute("dir") == "rtl"
    return page


@pytest.fixture
def visitor(page_for, own_site) -> Page:
    page = page_for("ar", scripts=False, on=own_site)
    page.goto(LESSON)
    return page


def test_a_changed_post_is_previewed_published_and_shown(desk, visitor, learner):
    shown = learner.page.locator(".results").inner_text()
    find(desk, ACTIVITIES, FEED["title"]["ar"])
    desk.locator("[name=body-0-value-posts-0-value-text]").fill(NEW_POST)

    expect(preview(desk).get_by_text(NEW_POST)).to_be_visible()
    visitor.reload()
    expect(visitor.get_by_text(NEW_POST)).to_have_count(0)

    publish(desk)
    visitor.reload()
    expect(visitor.get_by_text(NEW_POST)).to_be_visible()
    learner.page.reload()
    assert learner.page.locator(".results").inner_text() == shown
    expect(learner.page.get_by_text(NEW_POST)).to_have_count(0)


def test_an_activity_is_added_to_a_lesson(desk, visitor):
    steps = visitor.locator(".step").count()
    find(desk, LESSONS, "إصبعك أسرع من تفكيرك")
    add_practice(desk, after=PRACTICE, name=f"steps-{steps}")

    inside = preview(desk)
    expect(inside.locator(".step")).to_have_count(steps + 1)
    expect(inside.get_by_text(NEW_STEP)).to_be_attached()
    visitor.reload()
    expect(visitor.locator(".step")).to_have_count(steps)

    publish(desk)
    visitor.reload()
    added = visitor.locator(".step").nth(PRACTICE + 1)
    expect(added.locator(".step__title")).to_have_text(NEW_STEP)
    player = Player(visitor, Touch(visitor), scripts=False)
    player.answer(added.locator("live-fragment"), right=True)
    player.expect_feedback(visitor.locator("main live-fragment"), right=True)


def find(page: Page, listing: str, title: str) -> None:
    """Open the Arabic one of this title, two clicks from the first page."""
    page.goto("/cms/")
    page.locator(f"nav a[href='{listing}']").click()
    page.goto(f"{listing}?locale=ar&q={title}")
    page.locator("td.title a", has_text=title).first.click()
    page.wait_for_load_state("networkidle")


def add_practice(page: Page, *, after: int, name: str) -> None:
    """Add a practice step that asks to order the steps of a pause."""
    adders = page.locator(
        "#steps-root > [data-streamfield-stream-container] > div > .c-sf-add-button"
    )
    adders.nth(after + 1).click()
    page.locator("[role=option]").nth(PRACTICE).click()
    page.locator(f"[name={name}-value-heading]").fill(NEW_STEP)
    chooser = page.locator(f"#{name}-value-activity-chooser")
    chooser.locator("[data-chooser-action-choose]:visible").click()
    page.locator(".modal-body [name=q]").fill(ORDER["title"]["ar"])
    choice = page.locator(
        ".modal-body a[data-chooser-modal-choice]", has_text=ORDER["title"]["ar"]
    )
    choice.first.click()
    expect(page.locator(f"[name={name}-value-activity]")).not_to_have_value("")
