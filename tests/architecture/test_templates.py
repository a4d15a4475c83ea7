"""Templates: closed includes, nothing that the content-security policy forbids, and
no word that cannot be translated."""

import re
from collections.abc import Iterator

import pytest

from .sources import name_of, templates

COMMENT = re.compile(
    r"{#.*?#}|{%\s*comment.*?%}.*?{%\s*endcomment\s*%}|<!--.*?-->", re.DOTALL
)
INCLUDE = re.compile(r"{%-?\s*include\s(.*?)-?%}", re.DOTALL)
LOOSE_BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b(?![^%]*\btrimmed\b)[^%]*%}")
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
TRANSLATED = re.compile(
    r"{%\s*blocktrans(late)?\b.*?{%\s*endblocktrans(late)?\s*%}", re.DOTALL
)
FORBIDDEN = {
    "style attribute": re.compile(r"<[a-z][^<>]*\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "script without src": re.compile(r"<script\b(?![^>]*\ssrc\s*=)", re.IGNORECASE),
    "on… handler": re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE),
    "script address": re.compile(r"[\"']\s*javascript:", re.IGNORECASE),
}
# A block that a page fills with class names for its base.
CLASS_BLOCK = re.compile(r"{%\s*block \w+_class\s*%}.*?{%\s*endblock", re.DOTALL)
# Attributes that people read or hear.
SPOKEN = re.compile(r"\s(?:alt|title|aria-label|placeholder)\s*=\s*\"([^\"]*)\"")
ELEMENT = re.compile(r"<[^<>]*>", re.DOTALL)
WORD = re.compile(r"[A-Za-z؀-ۿ]{2,}")
# The same in every language.
NAMES = {"WhatsApp", "Telegram", "amp", "nbsp", "quot", "larr", "rarr", "times"}
EXEMPT = (
    # Attributes alone, without their element.
    "literacy/templates/allauth/elements/field_attributes.html",
)


def open_includes(source: str) -> Iterator[str]:
    for inside in INCLUDE.findall(COMMENT.sub("", source)):
        if inside.split()[-1] != "only":
            yield f"include {inside.strip()} lacks only"


def forbidden(source: str) -> Iterator[str]:
    plain = TAG.sub("", COMMENT.sub("", source))
    for what, pattern in FORBIDDEN.items():
        if pattern.search(plain):
            yield what


def untranslatable(source: str) -> Iterator[str]:
    plain = CLASS_BLOCK.sub("{% endblock", COMMENT.sub("", source))
    plain = TAG.sub(" ", TRANSLATED.sub(" ", plain))
    for text in [ELEMENT.sub(" ", plain), *SPOKEN.findall(plain)]:
        yield from (word for word in WORD.findall(text) if word not in NAMES)


def loose_blocks(source: str) -> Iterator[str]:
    yield from LOOSE_BLOCK.findall(COMMENT.sub("", source))


CHECKS = [open_includes, forbidden, untranslatable, loose_blocks]


@pytest.mark.parametrize("check", CHECKS)
def test_templates(check):
    found = {
        name_of(path): list(check(path.read_text(encoding="utf-8")))
        for path in templates()
        if not (check is untranslatable and name_of(path) in EXEMPT)
    }

    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (open_includes, '{% include "a.html" %}'),
        (open_includes, '{% include "a.html" with only_this=1 %}'),
        (forbidden, '<p class="a" style="color:red">'),
        (forbidden, '<p {% if a > b %}class="x"{% endif %} style="{{ x }}">'),
        (forbidden, "<style>p {}</style>"),
        (forbidden, "<script>alert(1)</script>"),
        (forbidden, '<script type="module">import "./a.js";</script>'),
        (forbidden, '<button type="button" onclick="go()">'),
        (forbidden, '<a href="javascript:go()">'),
        (untranslatable, "<p>Hello {{ name }}</p>"),
        (untranslatable, "<p>مرحبا</p>"),
        (untranslatable, '<img alt="A bridge">'),
        (loose_blocks, "{% blocktranslate %} a {% endblocktranslate %}"),
        (loose_blocks, "{% blocktranslate with a=b %} a {% endblocktranslate %}"),
    ],
)
def test_a_bad_template_is_found(check, bad):
    assert list(check(bad))


@pytest.mark.parametrize("check", CHECKS)
def test_a_good_template_passes(check):
    good = """{# title: the heading #}
    {% load i18n static %}
    <h1 class="{% if a > b %}wide{% endif %}">{{ title }}</h1>
    {% include "literacy/a.html" with b=c only %}
    <p>{% translate "Hello" %} {% blocktranslate trimmed with n=count %}
      {{ n }} lessons
    {% endblocktranslate %} · WhatsApp &nbsp;</p>
    <img alt="{% translate "A bridge" %}" src="{{ url }}">
    <script type="module" src="{% static "js/a.js" %}"></script>"""

    assert list(check(good)) == []


def test_templates_are_found():
    assert templates()
