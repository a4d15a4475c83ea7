"""What must hold on every page, whoever opens it and however."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Locator, Page

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
DARK = "(prefers-color-scheme: dark)"
LONG = "portal@dhifaf-school-marks-and-certificates-of-the-year.example"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Axe takes shaped Arabic for an icon font, whose letters say nothing, and leaves it
# out of the contrast check. It looks at the drawn pixels to tell; a white picture
# keeps it from being fooled.
READ_ARABIC = """() => {
  CanvasRenderingContext2D.prototype.getImageData = (x, y, width, height) => {
    const image = new ImageData(
      Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
    image.data.fill(255);
    return image;
  };
}"""
STRAY_DIGITS = """language => {
  const stray = language === 'en' ? /[٠-٩۰-۹]/ : /[0-9]/;
  const number = language === 'en'
    ? /(?<![\\p{L}\\d])[٠-٩۰-۹]+(?![\\p{L}\\d])/u
    : /(?<![\\p{L}\\d_@.#/:-])[0-9]+(?![\\p{L}\\d_@.#/:-])/u;
  const isolate = language === 'en'
    ? '[dir=rtl], [lang]:not(html):not([lang|=en])'
    : '[dir=ltr]:not(html), [lang]:not(html):not([lang|=ar]):not([lang|=ckb])';
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const {textContent, parentElement} = walker.currentNode;
    if (parentElement.closest('script, style, template')) continue;
    if (stray.test(textContent) && !parentElement.closest(isolate)) {
      found.push(textContent.trim());
    }
  }
  for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name);
      if (number.test(text) && !element.closest(isolate)) found.push(text);
    }
  }
  return found;
}"""
WIDER = """() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const sticksOut = element => {
    const box = element.getBoundingClientRect();
    return box.width && (box.left < -1 || box.right > root.clientWidth + 1);
  };
  const wide = [...document.body.querySelectorAll('*')].filter(sticksOut);
  return wide.length
    ? wide.slice(0, 5).map(e => e.outerHTML.slice(0, 120))
    : [`${root.scrollWidth} > ${root.clientWidth}`];
}"""
# What is cut off inside something, and words that have no room for their letters.
CUT_OFF = """() => {
  const hides = element => element.clientWidth > 2 && element.offsetParent
    && !element.matches('input, select, textarea')
    && getComputedStyle(element).overflowX !== 'visible'
    && element.scrollWidth > element.clientWidth + 1;
  return [...document.body.querySelectorAll('*')].filter(hides)
    .map(element => element.outerHTML.slice(0, 120));
}"""
SQUEEZED = """() => {
  const found = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (text.length < 5) continue;
    range.selectNodeContents(walker.currentNode);
    const boxes = [...range.getClientRects()].filter(box => box.width > 1);
    const lines = new Set(boxes.map(box => Math.round(box.top))).size;
    if (lines > 2 && text.length / lines < 4) found.push(`${lines} lines: ${text}`);
  }
  return found;
}"""


@cache
def axe_source() -> str:
    return AXE.read_text(encoding="utf-8")


def run_axe(page: Page) -> list[str]:
    """Return what the accessibility checker finds wrong with the page."""
    if getattr(page, "has_scripts", True):
        return faults_found(page)
    with twin(page) as copy:
        return faults_found(copy)


@contextmanager
def twin(page: Page) -> Iterator[Page]:
    """Show a page without scripts once more where the checker's can run.

    The copy is the page as it stands, at the same address, less its own scripts.
    """
    is_dark = page.evaluate(f"matchMedia('{DARK}').matches")
    context = page.context.browser.new_context(
        viewport=page.viewport_size,
        color_scheme="dark" if is_dark else "light",
        reduced_motion="reduce",
    )
    body = page.content()
    context.route("**/*.js", lambda route: route.abort())
    context.route(
        page.url.partition("#")[0],
        lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"),
    )
    copy = context.new_page()
    copy.goto(page.url)
    yield copy
    context.close()


def faults_found(page: Page) -> list[str]:
    session = page.context.new_cdp_session(page)
    # Put in from outside, the checker is not under the page's policy.
    if not page.evaluate("'axe' in window"):
        session.send("Runtime.evaluate", {"expression": axe_source()})
    page.evaluate(READ_ARABIC)
    result = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules},"
        " resultTypes: ['violations']})",
        RULES,
    )
    session.detach()
    return [
        f"{violation['id']}: {json.dumps(node['target'], ensure_ascii=False)}"
        f" {node['failureSummary'].splitlines()[-1].strip()}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def stray_digits(page: Page) -> list[str]:
    """Return texts with digits of the other kind, outside isolates of that kind."""
    return page.evaluate(STRAY_DIGITS, language_of(page))


def language_of(page: Page) -> str:
    return page.locator("html").get_attribute("lang") or ""


def wider_than_the_screen(page: Page) -> list[str]:
    """Return what makes the page scroll sideways."""
    return page.evaluate(WIDER)


def faults_in_large_text(page: Page) -> list[str]:
    """Return what has no room when the reader's letters are twice as large."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    try:
        return (
            wider_than_the_screen(page)
            + [f"cut off: {part}" for part in page.evaluate(CUT_OFF)]
            + [f"squeezed: {text}" for text in page.evaluate(SQUEEZED)]
        )
    finally:
        page.evaluate("document.documentElement.style.fontSize = ''")


def lengthen(texts: Locator) -> None:
    """End each of these texts with an address that is wider than a phone."""
    assert texts.count()
    texts.evaluate_all("(all, long) => all.forEach(one => one.append(long))", LONG)


def assert_sound(page: Page) -> None:
    """Assert what holds on every page and in every state of it."""
    assert language_of(page), "html lacks lang"
    direction = "ltr" if language_of(page) == "en" else "rtl"
    assert page.locator("html").get_attribute("dir") == direction
    assert page.locator("h1").count() == 1, "not exactly one h1"
    assert wider_than_the_screen(page) == []
    assert stray_digits(page) == []
