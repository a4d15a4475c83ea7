"""An editor in the CMS, in Arabic."""

from urllib.parse import urlsplit

from playwright.sync_api import FrameLocator, Page

from literacy.management.commands.demo import EMAIL, PASSWORD

ACTIVITIES = "/cms/snippets/quizzes/activity/"
LESSONS = "/cms/lessons/"


def sign_in(page: Page) -> None:
    """Go to the CMS, by the one door there is."""
    page.goto("/cms/")
    assert urlsplit(page.url).path == "/ar/accounts/login/"
    page.fill("input[type=email]", EMAIL)
    page.fill("input[type=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/cms/")


def open_panel(page: Page, number: int) -> None:
    page.locator("[role=tab]").nth(number).click()


def preview(page: Page) -> FrameLocator:
    """Open the preview beside the form."""
    page.locator("[data-side-panel-toggle=preview]").click()
    return page.frame_locator(".w-preview__iframe:not(.w-preview__proxy)")


def publish(page: Page) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator("[name=action-publish]").click()
    page.locator(".messages .success").wait_for()
