"""The one stylesheet: whole, small, allowed by its hash, fit for old phones."""

import base64
import gzip
import hashlib
import re

import pytest
from django.template import Context, Template

from literacy import stylesheet

# What the CMS loads beside its own styles is in files of its own.
CMS_STYLES = {"admin", "admin-spots", "passport", "plots", "report", "report-print"}


@pytest.fixture
def built():
    stylesheet._build.cache_clear()
    yield stylesheet.built_stylesheet()
    stylesheet._build.cache_clear()


def test_every_source_is_in_it_and_in_order():
    found = stylesheet.source_files()
    everything = set(stylesheet.SOURCE.rglob("*.css"))
    left = everything - set(found) - set(stylesheet.source_files("message"))
    assert {path.stem for path in left} == CMS_STYLES
    names = [path.stem for path in found]
    assert names.index("reset") < names.index("tokens") < names.index("base")
    assert names.index("button") < names.index("utilities") < names.index("print")


def test_layers_come_first(built):
    assert built.startswith("@layer reset,tokens,base,layout,components,utilities;")


def test_it_is_small(built):
    assert len(gzip.compress(built.encode(), 9)) <= 10_500


def test_fonts_have_addresses(built, settings):
    urls = re.findall(r"url\(([^)]+)\)", built)
    assert len(urls) == 4
    assert all(url.startswith(settings.STATIC_URL + "fonts/") for url in urls)


def test_hash_allows_exactly_what_is_printed(built):
    page = Template("{% load literacy_tags %}{% stylesheet %}").render(Context())
    inside = page.removeprefix("<style>").removesuffix("</style>")
    digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
    assert stylesheet.stylesheet_hash() == f"sha256-{digest}"
    assert inside == built
    assert "</" not in inside


def test_a_changed_source_is_seen_while_developing(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(stylesheet, "SOURCE", tmp_path)
    source = tmp_path / "base.css"
    source.write_text("a{color:red}")
    settings.DEBUG = True
    assert "red" in stylesheet.built_stylesheet()
    source.write_text("a{color:blue}")
    version = source.stat().st_mtime_ns + 1
    monkeypatch.setattr(stylesheet, "_newest", lambda _sheet: version)
    assert "blue" in stylesheet.built_stylesheet()
    stylesheet._build.cache_clear()


# What Chrome 106, Firefox 115 or Safari 15.4 does not know, and what the minifier
# would spoil: it joins a pseudo-class to the selector before it.
TOO_NEW = re.compile(
    r":has\(|overflow:\s*clip|\d(?:dvh|svh|lvh)\b|color-mix|light-dark\(|&|\s:[a-z-]+\([^)]*\)\s*{"
)


@pytest.mark.parametrize("path", stylesheet.source_files(), ids=lambda path: path.stem)
def test_old_phones_understand_it(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    assert not TOO_NEW.search(text)
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize(
    "bad", ["a:has(b) {}", "a{overflow: clip}", "a{height:1dvh}", ".a :is(b, c) {}"]
)
def test_the_look_out_works(bad):
    assert TOO_NEW.search(bad)


def test_preloads_fit_the_language():
    def preloads(language):
        source = "{% load literacy_tags %}{% font_preloads language %}"
        return Template(source).render(Context({"language": language}))

    assert "text-ar" in preloads("ar") and "display-ar" in preloads("ckb")
    assert "text-latin" in preloads("en") and "-ar" not in preloads("en")
