"""Every word of the site is in the Arabic catalogue, translated in all its forms."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.core.management import CommandError, call_command

from literacy.management.catalogue import (
    PLURALS,
    compile_folder,
    find_messages,
    load,
    merge,
)

from .sources import ROOT

ARABIC = ROOT / "locale" / "ar" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|{(\w+)}")


def incomplete(catalogue: polib.POFile) -> Iterator[str]:
    for entry in catalogue:
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        if entry.obsolete:
            yield f"obsolete: {entry.msgid}"
        elif entry.fuzzy:
            yield f"fuzzy: {entry.msgid}"
        elif not all(texts):
            yield f"untranslated: {entry.msgid}"
        elif entry.msgid_plural and len(texts) != 6:
            yield f"{len(texts)} plural forms: {entry.msgid}"


def lost_placeholders(catalogue: polib.POFile) -> Iterator[str]:
    """Yield messages whose translation names what the message does not have.

    The forms for none, one and two may leave the number out: it is in the word.
    """
    for entry in catalogue:
        wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        texts = [entry.msgstr] if not entry.msgid_plural else []
        texts += [text for n, text in entry.msgstr_plural.items() if n > 2]
        if any(set(PLACEHOLDER.findall(text)) != wanted for text in texts if text):
            yield entry.msgid


def missing(catalogue: polib.POFile, root: Path) -> list[str]:
    known = {(e.msgctxt, e.msgid): e.msgid_plural or None for e in catalogue}
    return [
        f"{message.places[0][0]}: {message.message}"
        for key, message in find_messages(root).items()
        if key not in known or (message.plural and known[key] != message.plural)
    ]


def unsaid(catalogue: polib.POFile, root: Path) -> list[str]:
    said = find_messages(root)
    return [e.msgid for e in catalogue if (e.msgctxt, e.msgid) not in said]


@pytest.fixture(scope="module")
def arabic() -> polib.POFile:
    return polib.pofile(str(ARABIC / "django.po"))


def test_arabic_is_complete(arabic):
    assert list(incomplete(arabic)) == []
    assert arabic.metadata["Plural-Forms"].startswith("nplurals=6")


def test_arabic_keeps_the_placeholders(arabic):
    assert list(lost_placeholders(arabic)) == []


def test_every_word_of_the_code_is_in_the_catalogue(arabic):
    assert missing(arabic, ROOT) == []


def test_the_catalogue_holds_nothing_else(arabic):
    assert unsaid(arabic, ROOT) == []


@pytest.mark.parametrize(
    "entry",
    [
        polib.POEntry(msgid="Lesson"),
        polib.POEntry(msgid="Lesson", msgstr="درس", flags=["fuzzy"]),
        polib.POEntry(msgid="Lesson", msgstr="درس", obsolete=True),
        polib.POEntry(
            msgid="lesson",
            msgid_plural="lessons",
            msgstr_plural=dict.fromkeys(range(5), "درس"),
        ),
        polib.POEntry(
            msgid="lesson",
            msgid_plural="lessons",
            msgstr_plural={n: "درس" if n < 5 else "" for n in range(6)},
        ),
    ],
)
def test_an_incomplete_message_is_found(entry):
    catalogue = load(Path("none.po"), "ar")
    catalogue.append(entry)

    assert list(incomplete(catalogue))


def test_a_lost_placeholder_is_found():
    catalogue = load(Path("none.po"), "ar")
    catalogue.append(polib.POEntry(msgid="Step %(n)s", msgstr="خطوة %(m)s"))

    assert list(lost_placeholders(catalogue)) == ["Step %(n)s"]


PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy
# Translators: said at the door
hello = _("Hello " "there")
count = ngettext("%(n)s lesson", "%(n)s lessons", n)
month = pgettext_lazy("the fruit", "Date")
"""
TEMPLATE = """{% load i18n %}
<p title="it's (an aside">{% translate "Bye" context "evening" %}</p>
{% include "a.html" with label=_("Next") only %} {{ _("Back") }}
{% blocktranslate trimmed count n=n %}
  one "brick"
{% plural %}
  {{ n }} bricks (100%)
{% endblocktranslate %}"""


@pytest.fixture
def project(tmp_path):
    """A small project that says seven things."""
    (tmp_path / "literacy" / "templates").mkdir(parents=True)
    (tmp_path / "literacy" / "views.py").write_text(PYTHON, "utf-8")
    (tmp_path / "literacy" / "templates" / "a.html").write_text(TEMPLATE, "utf-8")
    return tmp_path


def test_words_are_found_in_code_and_templates(project):
    found = find_messages(project)

    assert {key: message.plural for key, message in found.items()} == {
        (None, "Hello there"): None,
        (None, "%(n)s lesson"): "%(n)s lessons",
        ("the fruit", "Date"): None,
        ("evening", "Bye"): None,
        (None, "Next"): None,
        (None, "Back"): None,
        (None, 'one "brick"'): "%(n)s bricks (100%%)",
    }
    assert found[None, "Hello there"].notes == ["Translators: said at the door"]


def test_a_new_word_is_found(project):
    catalogue = load(project / "none.po", "ar")
    merge(catalogue, find_messages(project))
    assert missing(catalogue, project) == []

    (project / "literacy" / "new.py").write_text('_("New")', "utf-8")

    assert missing(catalogue, project) == ["literacy/new.py: New"]


def test_a_word_no_longer_said_is_found(project):
    catalogue = load(project / "none.po", "ar")
    catalogue.append(polib.POEntry(msgid="Old", msgstr="قديم"))

    assert unsaid(catalogue, project) == ["Old"]


def test_merging_keeps_translations_and_drops_what_is_gone(project):
    catalogue = load(project / "none.po", "ar")
    catalogue.append(polib.POEntry(msgid="Next", msgstr="التالي"))
    catalogue.append(polib.POEntry(msgid="Old", msgstr="قديم"))

    merge(catalogue, find_messages(project))

    assert catalogue.find("Next").msgstr == "التالي"
    assert catalogue.find("Old") is None
    assert len(catalogue.find("%(n)s lesson").msgstr_plural) == 6
    assert catalogue.find("%(n)s lesson").flags == ["python-format"]


def test_a_language_begins_when_it_is_named(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    call_command("make_messages", verbosity=0)
    assert list(tmp_path.iterdir()) == []

    call_command("make_messages", "ckb", verbosity=0)
    begun = tmp_path / "ckb" / "LC_MESSAGES" / "django.po"
    assert len(polib.pofile(str(begun)).untranslated_entries()) > 1000

    begun.write_text(begun.read_text("utf-8").partition("\n#:")[0], "utf-8")
    call_command("make_messages", verbosity=0)
    assert len(polib.pofile(str(begun))) > 1000, "brought up to date with the others"


def test_an_unknown_language_is_refused():
    with pytest.raises(CommandError, match="plural rule for xx"):
        call_command("make_messages", "xx")


def test_overrides_are_compiled_over_our_own(tmp_path):
    for name, text in (("django", "اليوم"), ("overrides", "النهار")):
        catalogue = load(tmp_path / "none.po", "ar")
        catalogue.append(polib.POEntry(msgid="Day", msgstr=text))
        catalogue.save(str(tmp_path / f"{name}.po"))

    compiled = polib.mofile(str(compile_folder(tmp_path)))

    assert [entry.msgstr for entry in compiled] == ["النهار"]
    assert compiled.metadata["Plural-Forms"] == PLURALS["ar"]
