"""An editor changes, translates, stops and sends: what is live in English stays."""

import pytest
from playwright.sync_api import Page, expect

from . import truth
from .editor import ACTIVITIES, LESSONS, open_panel, publish, sign_in
from .test_editor_journey import find

LESSON = "/en/modules/pause/faster/"
FEED = truth.activities()["pause-faster-feed"]
FEEDBACK = 1
BY_HAND = "Six posts, as an editor of this site says it"


@pytest.fixture
def desk(page_for, own_site) -> Page:
    page = page_for("ar", 1280, on=own_site)
    sign_in(page)
    return page


@pytest.fixture
def visitor(page_for, own_site) -> Page:
    page = page_for("en", scripts=False, on=own_site)
    page.goto(LESSON)
    return page


def message(page: Page):
    return page.locator(".messages")


def test_one_changed_word_opens_one_text_and_is_seen_until_it_is_translated(desk):
    find(desk, ACTIVITIES, FEED["title"]["ar"])
    original = desk.url
    open_panel(desk, FEEDBACK)
    why = desk.locator("[name=why]")
    why.fill(f"{why.input_value()} اليوم.")
    publish(desk)
    desk.goto(original)
    message(desk).locator("a", has_text="فتح الترجمة").click()
    message(desk).locator("a", has_text="تحديث الترجمات").click()
    desk.locator("main form [type=submit]").click()
    expect(message(desk)).to_contain_text("ترجموا ما بقي")

    open_panel(desk, FEEDBACK)
    missing = desk.get_by_role("button", name="ترجمة", exact=True)
    expect(missing).to_have_count(1)
    missing.click()
    desk.locator("textarea").fill("The post names no source today.")
    desk.get_by_role("button", name="حفظ").click()
    expect(missing).to_have_count(0)
    desk.get_by_role("button", name="نشر في English").click()
    expect(message(desk)).to_contain_text("English")
    desk.goto(original)
    expect(message(desk)).to_be_empty()


def test_words_written_by_hand_stay_when_a_lesson_is_sent(desk, visitor):
    steps = visitor.locator(".step").count()
    desk.goto(f"{ACTIVITIES}?locale=en&q={FEED['title']['en']}")
    desk.locator("td.title a", has_text=FEED["title"]["en"]).first.click()
    desk.locator("footer .w-dropdown__toggle").click()
    desk.get_by_role("button", name="إيقاف الترجمة المتزامنة").click()
    desk.locator("[name=body-0-value-intro]").fill(BY_HAND)
    publish(desk)
    visitor.reload()
    expect(visitor.get_by_text(BY_HAND)).to_be_attached()

    send_a_copy_of_the_lesson(desk)
    visitor.reload()
    expect(visitor.get_by_text(BY_HAND)).to_be_attached()
    expect(visitor.locator(".step")).to_have_count(steps)


def send_a_copy_of_the_lesson(page: Page) -> None:
    find(page, LESSONS, "إصبعك أسرع من تفكيرك")
    page.goto(page.url.replace("/edit/", "/copy/"))
    page.locator("[name=new_title]").fill("نسخة من الدرس")
    page.locator("[name=new_slug]").fill("copy")
    page.locator("main form [type=submit]").last.click()
    page.locator(".messages .success").wait_for()
    page.goto(f"{LESSONS}?locale=ar")
    page.locator("td.title a", has_text="نسخة من الدرس").first.click()
    number = page.url.split("/pages/")[1].split("/")[0]
    page.goto(f"/cms/localize/submit/page/{number}/")
    page.get_by_label("English").check()
    page.locator("main form [type=submit]").click()
    page.locator(".messages .success").wait_for()
