"""What an editor writes is kept by itself, also when the browser is killed."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from .conftest import ARGUMENTS, BROWSERS, LOCALES, MILLISECONDS
from .editor import ACTIVITIES, sign_in
from .site import Site

TITLE, HEADING, TEXT = "درس لم يكتمل", "ليلة هادئة", "وصلت رسالة من رقم لا نعرفه."
HOOK, CHAT = 0, "محادثة"
# Wagtail looks for changes from then on.
MILLISECONDS_UNTIL_WATCHED = 2_500


@pytest.fixture
def quick_site(copy_site) -> Iterator[Site]:
    """Serve a site that saves after one second."""
    site = copy_site()
    site.settings["AUTOSAVE_SECONDS"] = "1"
    with site.served() as served:
        yield served
    shutil.rmtree(served.folder)


@pytest.fixture
def mortal(browser, quick_site, tmp_path) -> Iterator[Page]:
    """Return an editor's page in a browser of its own, which may be killed."""
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "profile",
        executable_path=next(filter(None, map(shutil.which, BROWSERS))),
        args=ARGUMENTS,
        base_url=quick_site.url,
        locale=LOCALES["ar"],
        viewport={"width": 1280, "height": 900},
    )
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    sign_in(page)
    yield page
    with suppress(Error):
        context.close()


@pytest.fixture
def module(quick_site) -> int:
    code = "from courses.models import ModulePage; print(ModulePage.objects.first().pk)"
    return int(quick_site.manage("shell", "-v", "0", "-c", code).split()[-1])


def kill(profile: Path) -> None:
    """Kill the browser that has this profile, as an empty battery would."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (process / "cmdline").read_text()
            if f"--user-data-dir={profile}" in command and "--type=" not in command:
                os.kill(int(process.name), signal.SIGKILL)
                return
    raise AssertionError("the browser does not run")


def begin(page: Page, address: str) -> None:
    """Open a new form, and wait until the CMS looks for changes in it."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(MILLISECONDS_UNTIL_WATCHED)


def write(page: Page, name: str, text: str) -> None:
    """Write into a field, and wait until the site has it."""

    def has_it(response) -> bool:
        sent = response.request.post_data_buffer or b""
        return response.request.method == "POST" and text.encode() in sent

    with page.expect_response(has_it) as answered:
        page.locator(f"[name='{name}']").fill(text)
    assert answered.value.json()["success"]


def add_block(page: Page, option: int | str) -> None:
    page.locator(".c-sf-add-button").first.click()
    options = page.get_by_role("option")
    if isinstance(option, str):
        options = page.get_by_role("option", name=option, exact=True)
    (options.nth(option) if isinstance(option, int) else options).click()


def open_again(page_for, site: Site) -> Page:
    """Open the draft from the first screen, in another browser."""
    page = page_for("ar", 1280, on=site)
    sign_in(page)
    page.locator(".welcome__waiting a", has_text=TITLE).first.click()
    page.wait_for_load_state("networkidle")
    return page


def test_a_lesson_with_one_step_outlives_its_browser(
    mortal, module, page_for, quick_site, tmp_path
):
    begin(mortal, f"/cms/pages/add/courses/lessonpage/{module}/")
    write(mortal, "title", TITLE)
    add_block(mortal, HOOK)
    write(mortal, "steps-0-value-heading", HEADING)
    write(mortal, "steps-0-value-text", TEXT)
    kill(tmp_path / "profile")

    page = open_again(page_for, quick_site)
    expect(page.locator("[name=title]")).to_have_value(TITLE)
    expect(page.locator("[name=steps-0-value-heading]")).to_have_value(HEADING)
    expect(page.locator("[name=steps-0-value-text]")).to_have_value(TEXT)


def test_a_chat_with_wrong_names_outlives_its_browser(
    mortal, page_for, quick_site, tmp_path
):
    begin(mortal, f"{ACTIVITIES}add/?locale=ar")
    write(mortal, "title", TITLE)
    add_block(mortal, CHAT)
    write(mortal, "body-0-value-people-0-value-key", HEADING)
    write(mortal, "body-0-value-intro", TEXT)
    kill(tmp_path / "profile")

    page = open_again(page_for, quick_site)
    expect(page.locator("[name=title]")).to_have_value(TITLE)
    person = page.locator("[name=body-0-value-people-0-value-key]")
    expect(person).to_have_value(HEADING)
    expect(page.locator("[name=body-0-value-intro]")).to_have_value(TEXT)
