"""A virtual screen reader: what somebody hears who goes through a part of a page.

It walks the accessibility tree of the real page in the browser, as a reader's "next"
key does, and says for each stop its role, name and state. It makes no sound.
"""

import re
from functools import cache
from pathlib import Path

from playwright.sync_api import Locator

SOURCE = (
    Path(__file__).parent
    / "node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
)
EXPORT = re.compile(r"export\{(?P<names>[^}]*)\};?")
# A browser tells readers what is ticked now; this one looks at attributes, which say
# what was ticked when the page came. At its end it begins anew, and nothing that we
# read has more stops than this.
READ = """async (container) => {
  for (const field of container.querySelectorAll('input')) {
    field.toggleAttribute('checked', field.checked);
  }
  const {virtual} = window.virtualReader;
  await virtual.start({container});
  const start = virtual.activeNode;
  const phrases = [await virtual.lastSpokenPhrase()];
  for (let stop = 0; stop < 600; stop += 1) {
    await virtual.next();
    const phrase = await virtual.lastSpokenPhrase();
    if (virtual.activeNode === start && phrase === phrases[0]) break;
    phrases.push(phrase);
  }
  await virtual.stop();
  return phrases;
}"""


@cache
def source() -> str:
    """Return the reader as a script that is no module."""
    text = SOURCE.read_text(encoding="utf-8")
    export = EXPORT.search(text)
    assert export, "the reader's file has another shape"
    names = (pair.split(" as ") for pair in export["names"].split(","))
    members = ",".join(f"{name.strip()}:{inner.strip()}" for inner, name in names)
    body = text.replace(export[0], f"window.virtualReader={{{members}}};")
    return f"(() => {{{body}\n}})()"


def read(part: Locator) -> list[str]:
    """Return what is said at each stop in this part of the page, in order."""
    page = part.page
    if not page.evaluate("'virtualReader' in window"):
        session = page.context.new_cdp_session(page)
        # Put in from outside, the reader is not under the page's policy.
        session.send("Runtime.evaluate", {"expression": source()})
        session.detach()
    return part.evaluate(READ)


def first(phrases: list[str], *roles: str) -> int:
    """Return the place of the first phrase that begins with one of the roles."""
    found = (
        place
        for place, phrase in enumerate(phrases)
        if phrase.split(",")[0].strip() in roles
    )
    return next(found, -1)
