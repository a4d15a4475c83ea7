"""An editor's morning, in Arabic; every page must be quiet (see `page_for`)."""

from .editor import ACTIVITIES, open_panel, publish, sign_in

NEW_WORDS = "منشور غيّرته المحرّرة"


def test_an_editor_changes_a_post_and_the_site_shows_it(page_for, own_site):
    page = page_for("ar", 1280, on=own_site)
    sign_in(page)
    page.locator(".welcome__entry").nth(1).click()
    page.goto(f"{ACTIVITIES}?format=feed&locale=ar")
    page.locator("td.title a").last.click()
    text = page.locator("[name=body-0-value-posts-0-value-text]")
    text.fill(NEW_WORDS)
    publish(page)
    visitor = page_for("ar", 390, on=own_site)
    visitor.goto("/ar/modules/pause/faster/")
    assert NEW_WORDS in visitor.content()


def test_choosers_dates_and_examples_work_under_the_policy(page_for):
    page = page_for("ar", 1280)
    sign_in(page)
    page.goto(f"{ACTIVITIES}add/")
    page.locator("button.c-sf-add-button").first.click()
    page.locator(".w-combobox__option-preview").first.click()
    example = page.frame_locator(".w-combobox-preview__iframe")
    example.locator("form").first.wait_for()
    page.locator("[role=option]").first.click()
    page.locator("[name=body-0-value-question]").wait_for()
    page.locator("#id_skill-chooser [data-chooser-action-choose]:visible").click()
    page.locator(".modal-body a[data-chooser-modal-choice]").first.click()
    page.locator("#id_skill-chooser .w-dropdown__toggle").click()
    page.locator("#id_skill-chooser [data-chooser-action-choose]:visible").click()
    page.locator(".modal-body a[data-chooser-modal-choice]").last.click()
    open_panel(page, 2)
    page.locator("#id_review_due").click()
    page.locator(".xdsoft_datetimepicker:visible .xdsoft_date").nth(10).click()
    assert page.locator("#id_review_due").input_value()
    page.locator("#id_review_due").fill("")
    page.locator("#id_review_due").press_sequentially("٢٠٢٧-۰۲-01")
    page.locator("#id_age_min").fill("١٤")
    assert page.locator("#id_review_due").input_value() == "2027-02-01"
    assert page.locator("#id_age_min").input_value() == "14"


def test_the_screens_of_the_cms_are_quiet(page_for):
    for width in (390, 1280):
        page = page_for("ar", width)
        sign_in(page)
        for address in ("/cms/", "/cms/lessons/", ACTIVITIES, "/cms/images/add/"):
            page.goto(address)
            page.wait_for_load_state("networkidle")
            assert page.locator("html").get_attribute("dir") == "rtl"
        for listing in ("/cms/lessons/?locale=ar", "/cms/lessons/?locale=en"):
            page.goto(listing)
            page.locator("td.title a").first.click()
            page.wait_for_load_state("networkidle")
