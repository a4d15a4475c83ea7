"""The checks can fail: each finds its fault on a page that has it."""

import pytest

from .checks import run_axe, stray_digits, wider_than_the_screen
from .watch import Watch

PAGE = """<!doctype html><html lang="{language}" dir="{direction}"><head>
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{language}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>
"""
TITLES = {"ar": "مرحبا", "en": "Welcome", "ckb": "بەخێربێن"}


@pytest.fixture
def show(browser):
    """Return a function that shows a small page of a language at 360 px."""
    contexts = []

    def show(body: str, language: str = "ar"):
        context = browser.new_context(viewport={"width": 360, "height": 740})
        contexts.append(context)
        page = context.new_page()
        page.set_content(
            PAGE.format(
                language=language,
                direction="ltr" if language == "en" else "rtl",
                title=TITLES[language],
                body=body,
            )
        )
        return page

    yield show
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<p style="color:#bbb">توقّف لحظة قبل أن تشارك</p>', "color-contrast"),
        ('<button style="color:#ccc;background:#fff">شارك</button>', "color-contrast"),
        ('<h2 style="color:#aaa">هل هذا صحيح؟</h2>', "color-contrast"),
        ('<input type="text">', "label"),
        ('<img src="data:,">', "image-alt"),
    ],
)
def test_axe_finds_faults_in_arabic(show, body, rule):
    assert [fault.partition(":")[0] for fault in run_axe(show(body))] == [rule]


def test_axe_has_no_quarrel_with_a_good_page(show):
    assert run_axe(show('<p style="color:#12222b">توقّف لحظة</p>')) == []


def test_axe_runs_where_scripts_are_off_and_the_policy_is_strict(page_for):
    page = page_for("ar", scripts=False)
    policy = {"content-security-policy": "default-src 'none'"}
    body = PAGE.format(
        language="ar", direction="rtl", title="مرحبا", body="<input type=text>"
    )
    page.route(
        "**/strict/",
        lambda route: route.fulfill(
            body=body, headers=policy, content_type="text/html; charset=utf-8"
        ),
    )
    page.goto("/strict/")

    assert [fault.partition(":")[0] for fault in run_axe(page)] == ["label"]


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("ar", "<p>٤ دروس</p>", 0),
        ("ar", "<p>4 دروس</p>", 1),
        ("ckb", "<p>4 وانە</p>", 1),
        ("ar", '<p><bdi dir="ltr">dhifaf24</bdi></p>', 0),
        ("ar", "<p>dhifaf24</p>", 1),
        ("ar", '<button aria-label="الخطوة 3 من ٦">x</button>', 1),
        ("ar", '<img alt="حساب dhifaf24" src="data:,">', 0),
        ("ar", "<template>4</template>", 0),
        ("en", "<p>4 lessons</p>", 0),
        ("en", "<p>٤ lessons</p>", 1),
        ("en", '<p lang="ar" dir="rtl">٤ دروس</p>', 0),
    ],
)
def test_stray_digits_are_found(show, language, body, found):
    assert len(stray_digits(show(body, language))) == found


@pytest.mark.parametrize(("width", "found"), [(300, 0), (500, 1)])
def test_a_page_wider_than_the_screen_is_found(show, width, found):
    body = f'<div style="inline-size:{width}px">س</div>'

    assert len(wider_than_the_screen(show(body))) == found


def test_the_watch_hears_errors_and_sees_other_hosts(browser):
    context = browser.new_context()
    watch = Watch("http://127.0.0.1:1")
    watch.follow(context)
    context.route("**/*", lambda route: route.fulfill(status=404, body=""))
    page = context.new_page()
    page.set_content(
        "<script>console.error('oh'); setTimeout(() => { throw Error('ah') })</script>"
        "<img alt='' src='http://elsewhere.example/a.png'>"
    )
    page.wait_for_load_state("networkidle")
    context.close()

    assert sorted(watch.faults()) == [
        "404: http://elsewhere.example/a.png",
        "console: oh",
        "other host: http://elsewhere.example/a.png",
        "script: ah",
    ]
    watch.allow("elsewhere")
    watch.allow("ah")
    assert watch.faults() == ["console: oh"]
