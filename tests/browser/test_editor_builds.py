"""An editor builds a chat and an inspector in the Arabic CMS.

What is wrong is told in Arabic at the field where it is mended; nothing is lost.
"""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from .editor import ACTIVITIES, LESSONS, open_panel, publish, sign_in

LESSON = "/ar/modules/pause/faster/"
LESSON_TITLE = "إصبعك أسرع من تفكيرك"
PRACTICE = 3
BODY = "body-0-value-"
FEEDBACK, BANK = 1, 2
REQUIRED = "هذا الحقل مطلوب."
BEYOND = "يتجاوز هذا المكان حافّة الصورة اليمنى."
TOO_MANY = "مكان واحد فقط علامة. حدّدوا أكثر، أو اطلبوا عددًا أقلّ."
NOT_LATIN = "حروف لاتينية صغيرة وأرقام وشرطات فقط."
NOWHERE = "في «start» ردّ يؤدّي إلى «aks»، ولا وجود له."
UNREACHED = "لا يوجد ردّ يؤدّي إلى «ask»."
LONG = "في «ask» رسالة من 26 كلمة؛ والحدّ الأقصى 25."

CHAT = {
    "intro": "تصلنا رسالة من شخص لا نعرفه.",
    "name": "رسالة مسائية",
    "people-0-value-key": "samer",
    "people-0-value-name": "سامر",
    "people-1-value-key": "ليلى",
    "people-1-value-name": "ليلى",
    "flags-0-value-key": "hurry",
    "flags-0-value-text": "يستعجل",
    "flags-0-value-why": "يريد الجواب الآن.",
    "flags-1-value-key": "hello",
    "flags-1-value-text": "يسلّم",
    "flags-1-value-why": "السلام ليس علامة.",
    "ends-0-value-key": "good",
    "ends-0-value-title": "سألنا أولًا",
    "ends-0-value-summary": "سألنا قبل أن نعطي رقمنا.",
    "ends-1-value-key": "late",
    "ends-1-value-title": "توقّفنا بعد قليل",
    "ends-1-value-summary": "نستطيع أن نتوقّف في أيّ وقت.",
    "say-0-value": "لا أعطي رقمي لمن لا أعرفه.",
}
SCENES = (
    ("start", "samer", "مرحبًا! كيف الحال؟", ("aks", "good")),
    ("ask", "samer", "الآن " * 26, ("more", "good")),
    ("more", "layla", "انتبهوا إلى رقمكم.", ("good", "late")),
)
FEEDBACKS = {
    "why": "يستعجل قبل أن نسأل.",
    "look_for": "استعجال",
    "fair_version": "يعرّف بنفسه أولًا.",
    "next_time": "نسأل: من يكتب؟",
}


@pytest.fixture
def desk(page_for, own_site) -> Page:
    page = page_for("ar", 1280, on=own_site)
    sign_in(page)
    assert page.locator("html").get_attribute("lang") == "ar"
    return page


def field(page: Page, name: str) -> Locator:
    return page.locator(f"[name='{BODY}{name}']")


def fault(page: Page, name: str) -> Locator:
    """Return what the page says is wrong, beside this field."""
    place = field(page, name).locator("xpath=ancestor::*[@data-contentpath][1]")
    own = field(page, name).locator("xpath=ancestor::*[@data-field][1]")
    return place.locator(own).locator(".error-message")


def add(page: Page, listed: str) -> None:
    """Press the last plus of a list."""
    count = field(page, f"{listed}-count")
    before = int(count.input_value())
    count.locator("xpath=..").locator(".c-sf-add-button").last.click()
    expect(count).to_have_value(str(before + 1))


def begin(page: Page, title: str, kind: str) -> None:
    """Give what every activity needs, and choose the format."""
    page.goto(f"{ACTIVITIES}add/?locale=ar")
    page.wait_for_load_state("networkidle")
    page.fill("[name=title]", title)
    page.locator("#id_skill-chooser [data-chooser-action-choose]:visible").click()
    page.locator(".modal-body a[data-chooser-modal-choice]").first.click()
    expect(page.locator("[name=skill]")).not_to_have_value("")
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name=kind, exact=True).click()
    open_panel(page, FEEDBACK)
    for name, text in FEEDBACKS.items():
        page.fill(f"[name={name}]", text)
    open_panel(page, BANK)
    page.select_option("[name=veracity]", "misleading")
    open_panel(page, 0)


def refuse(page: Page) -> None:
    """Press “publish” where something is to be mended."""
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator("[name=action-publish]").click()
    page.locator(".messages .error").wait_for()
    page.wait_for_load_state("networkidle")


def write_chat(page: Page) -> None:
    for listed in ("people", "flags", "flags", "ends", "nodes", "nodes"):
        add(page, listed)
    for name, text in CHAT.items():
        field(page, name).fill(text)
    for number, kind in enumerate(("safe", "late")):
        field(page, f"ends-{number}-value-type").select_option(kind)
    field(page, "flags-0-value-present").check()
    for number, (key, sender, text, leads) in enumerate(SCENES):
        scene = f"nodes-{number}-value-"
        field(page, f"{scene}key").fill(key)
        field(page, f"{scene}messages-0-value-sender").fill(sender)
        field(page, f"{scene}messages-0-value-text").fill(text)
        for place, to in enumerate(leads):
            reply = f"{scene}choices-{place}-value-"
            field(page, f"{reply}text").fill(f"نمضي إلى {to}")
            field(page, f"{reply}next").fill(to)
            field(page, f"{reply}feedback").fill("نتوقّف ونسأل.")


def test_a_chat_is_built_mended_and_published(desk, page_for, own_site):
    begin(desk, "محادثة المحرّرة", "محادثة")
    write_chat(desk)
    refuse(desk)
    person = "people-1-value-key"
    expect(fault(desk, person)).to_have_text(NOT_LATIN)
    expect(field(desk, "intro")).to_have_value(CHAT["intro"])

    field(desk, person).fill("layla")
    refuse(desk)
    reply, message = "nodes-0-value-choices-0-value-next", "nodes-1-value-messages-0-"
    expect(fault(desk, reply)).to_have_text(NOWHERE)
    expect(fault(desk, "nodes-1-value-key")).to_have_text(UNREACHED)
    expect(fault(desk, f"{message}value-text")).to_have_text(LONG)
    expect(desk.locator(".error-message:visible")).to_have_count(3)

    field(desk, reply).fill("ask")
    field(desk, f"{message}value-text").fill("أريد رقمكم الآن.")
    publish(desk)
    desk.locator(".messages .success a").first.click()
    outline = desk.locator(".outline")
    expect(outline).to_contain_text("أريد رقمكم الآن.")
    expect(outline.locator(".outline__fault")).to_have_count(0)

    add_to_lesson(desk, "محادثة المحرّرة")
    visitor = page_for("ar", scripts=False, on=own_site)
    visitor.goto(LESSON)
    step = visitor.locator(".step", has_text=CHAT["intro"])
    step.locator("[name=choice]").first.check()
    step.locator("form [type=submit]").first.click()
    expect(visitor.locator("main")).to_contain_text("أريد رقمكم الآن.")


def add_to_lesson(page: Page, title: str) -> None:
    """Let a lesson practise with an activity, after what it practises already."""
    page.goto(f"{LESSONS}?locale=ar")
    page.locator("td.title a", has_text=LESSON_TITLE).first.click()
    page.wait_for_load_state("networkidle")
    number = page.locator("[name=steps-count]").input_value()
    page.locator(
        "#steps-root > [data-streamfield-stream-container] > div > .c-sf-add-button"
    ).nth(PRACTICE + 1).click()
    page.locator("[role=option]").nth(PRACTICE).click()
    page.fill(f"[name=steps-{number}-value-heading]", title)
    chooser = page.locator(f"#steps-{number}-value-activity-chooser")
    chooser.locator("[data-chooser-action-choose]:visible").click()
    page.locator(".modal-body a[data-chooser-modal-choice]", has_text=title).click()
    activity = page.locator(f"[name=steps-{number}-value-activity]")
    expect(activity).not_to_have_value("")
    publish(page)


def upload(page: Page, file: Path) -> None:
    """Bring a new picture into the library, from the field that asks for it."""
    chooser = page.locator("[data-contentpath=picture]")
    chooser.locator("[data-chooser-action-choose]:visible").click()
    page.locator(".modal [role=tab]").nth(1).click()
    page.locator(".modal input[type=file]").set_input_files(file)
    # The form proposes the file's name.
    title = page.locator(".modal [name=image-chooser-upload-title]")
    expect(title).to_have_value(file.stem)
    page.locator(".modal form[enctype] [type=submit]").last.click()
    expect(field(page, "picture")).not_to_have_value("")


def drag(page: Page, number: int, *points: tuple[float, float]) -> None:
    page.locator(".spot-picker__numbers button").nth(number).click()
    area = page.locator(".spot-picker__picture")
    expect(area.locator("img")).to_have_js_property("complete", True)
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    for place, (across, down) in enumerate(points):
        at = box["x"] + across * box["width"], box["y"] + down * box["height"]
        page.mouse.move(*at, steps=3)
        if not place:
            page.mouse.down()
    page.mouse.up()


def test_an_inspector_is_built_mended_and_published(desk, tmp_path):
    file = tmp_path / "street.png"
    Image.new("RGB", (600, 400), "#9cc3d5").save(file)
    begin(desk, "فحص المحرّرة", "فحص صورة")
    for name in ("question", "author", "caption", "alt", "provenance"):
        field(desk, name).fill("عاصفة في ضفاف")
    upload(desk, file)
    for number in range(4):
        spot = f"spots-{number}-value-"
        field(desk, f"{spot}label").fill(f"مكان {number}")
        if number:
            field(desk, f"{spot}explanation").fill("هكذا يبدو في كل يوم.")
        across = number * 0.25
        drag(desk, number, (across + 0.02, 0.1), (across + 0.2, 0.5))
    field(desk, "spots-0-value-is_clue").check()
    field(desk, "spots-3-value-x").fill("95")
    refuse(desk)
    expect(fault(desk, "spots-0-value-explanation")).to_have_text(REQUIRED)
    expect(fault(desk, "spots-3-value-width")).to_have_text(BEYOND)

    drag(desk, 3, (0.8, 0.6), (0.95, 0.9))
    field(desk, "spots-0-value-explanation").fill("الشمس لا تظهر في عاصفة.")
    refuse(desk)
    expect(fault(desk, "needed")).to_have_text(TOO_MANY)
    expect(field(desk, "spots-1-value-x")).to_have_value("27")

    field(desk, "needed").fill("1")
    publish(desk)
