"""Stylesheets read the same in both directions, and in old browsers."""

import re
from collections.abc import Iterator

import pytest

from .sources import files, name_of

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PHYSICAL = re.compile(
    r"""(?:^|[;{\s])(
        (?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)
          (?:-(?:color|style|width))?\s*:
        | (?:left|right)\s*:
        | border-(?:top|bottom)-(?:left|right)-radius\s*:
        | (?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b
    )""",
    re.VERBOSE,
)
# Not in Chrome 106, Firefox 115 or Safari 15.4.
TOO_NEW = re.compile(
    r"(light-dark\(|:has\(|@scope\b|@starting-style\b|@property\b|"
    r"field-sizing\s*:|anchor-name\s*:|\b\d*(?:dvh|svh|lvh|dvb|dvi)\b|&)"
)


def physical(source: str) -> Iterator[str]:
    yield from PHYSICAL.findall(COMMENT.sub("", source))


def too_new(source: str) -> Iterator[str]:
    yield from TOO_NEW.findall(COMMENT.sub("", source))


@pytest.mark.parametrize("check", [physical, too_new])
def test_stylesheets(check):
    found = {
        name_of(path): list(check(path.read_text(encoding="utf-8")))
        for path in files(".css", under=("static", "literacy", "courses", "quizzes"))
    }

    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (physical, "a { margin-left: 1px }"),
        (physical, "a{padding-right:1px}"),
        (physical, "a { left: 0; }"),
        (physical, "a { border-left-color: red }"),
        (physical, "a { border-top-left-radius: 4px }"),
        (physical, "a { text-align: right; }"),
        (physical, "a { float:left }"),
        (too_new, "a { color: light-dark(red, blue) }"),
        (too_new, "a:has(b) { color: red }"),
        (too_new, "a { &:hover { color: red } }"),
        (too_new, "a { min-block-size: 100dvh }"),
    ],
)
def test_bad_css_is_found(check, bad):
    assert list(check(bad))


@pytest.mark.parametrize("check", [physical, too_new])
def test_good_css_passes(check):
    good = """a { margin-inline-start: 1px; inset-inline-end: 0; text-align: start;
    border-start-start-radius: 4px } /* never margin-left: here */
    .choice__left { color: var(--right); transition: right-side 1s }"""

    assert list(check(good)) == []
