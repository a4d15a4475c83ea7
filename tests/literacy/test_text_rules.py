"""What no text may name, in Arabic and in English."""

import pytest
from django.core.checks import Error
from hypothesis import given
from hypothesis import strategies as st

from literacy.checks import deny_list_can_be_read
from literacy.text.normal import words_of
from literacy.text_rules import PREFIXES, addresses, denied, hashtags, stems

REAL = [
    "زوروا https://news.com/x الآن",
    "راسلونا على info@gmail.com",
    "ادخلوا إلى www.abc.com.",
    "انضمّوا وwww.abc.com أيضًا",
    "القناة t.me/abc تنشر كلّ شيء",
    "الصفحة al.iq",
    "صفحة.عراق",
    "الخبر عند @dhifaf24 أوّلًا",
    "عند @ضفاف24",
    "hxxp://a.b",
    "news[.]com",
    "news (dot) com",
    "news\u200b.com",
    "See example.com/x.",
    "Facebook.Com",
    "NEWS.COM",
    "Read NEWS.Org/today.",
    "x.com",
    "X.COM",
    "t.me",
    "T.ME/abc",
    "القناة T.me",
    "https://dhifaf.example.com/",
]
HARMLESS = [
    "راسلونا على info@dhifaf.example",
    "انظر al-nahr.example/news وwww.nahr.example",
    "https://dhifaf.example/a?b=c",
    "النهاية.ثم نبدأ",
    "A sentence ends.Then the next.",
    "The end.So it was. And then.It went.",
    "e.g. this, i.e. that, at 3.5 p.m. in the U.S. team",
    "photo.jpg 10.30 v1.2",
    "بلدية ضفاف: العدد 3 @ 5",
]


@pytest.mark.parametrize("text", REAL)
def test_an_address_that_may_be_real_is_found(text):
    assert addresses(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_an_invented_address_and_plain_text_are_fine(text):
    assert addresses(text) == []


def test_an_address_is_said_once():
    assert addresses("www.abc.com") == ["www.abc.com"]


def test_only_the_sites_own_hashtags_may_stand():
    text = "#فكر_قبل_ما_تشارك و#عاجل #ThinkBeforeYouShare #thinkbeforeyoushare #3"
    assert hashtags(text.replace("و#", "و #")) == ["#عاجل"]


@pytest.fixture
def deny_list(tmp_path, settings):
    path = tmp_path / "words.txt"
    settings.DENYLIST_FILE = str(path)

    def write(*lines: str) -> None:
        path.write_text("\n".join(lines), encoding="utf-8")

    return write


@pytest.mark.parametrize(
    "text", ["جاء أبو حنظلة أمس", "جاءَ ابو حنظله.", "«أبو حنظلة»", "أبـو حنظلة!"]
)
def test_a_denied_word_is_found_however_it_is_written(deny_list, text):
    deny_list("# شركاؤنا", "", "أبو حنظلة")
    assert denied(text) == ["أبو حنظلة"]


@pytest.mark.parametrize("particle", ["", "و", "ف"])
@pytest.mark.parametrize("prefix", ["", "ب", "ل", "ك", "ال", "بال", "كال", "لل"])
def test_a_denied_word_is_found_behind_every_prefix(deny_list, particle, prefix):
    deny_list("كوكب", "الليل")
    assert denied(f"نص {particle}{prefix}كوكب نص") == ["كوكب"]
    assert denied(f"نص {particle}{prefix}ليل نص") == ["الليل"]


@pytest.mark.parametrize(
    "text",
    [
        "كو\u00adكب",
        "كو\u061cكب",
        "كو\u2060كب",
        "كو\ufeffكب",
        "\u200fو\u200dكوكب\u200e",
        "كـــوكَبٌ",
        "ڪوکب",
        "ﻛﻮﻛﺐ",
        "#كوكب_هنا",
        "«وكوكب»،",
        "أمس.كوكب",
    ],
)
def test_a_denied_word_is_found_however_it_is_hidden(deny_list, text):
    deny_list("كوكب")
    assert denied(text) == ["كوكب"]


@pytest.mark.parametrize(
    "text", ["PLANET!", "ｐｌａｎｅｔ", "pla\u200bnet", "a planet’s", "plánet"]
)
def test_a_denied_word_in_english_is_found_in_any_letters(deny_list, text):
    deny_list("planet")
    assert denied(f"text {text} text") == ["planet"]


@pytest.mark.parametrize(
    "text",
    [
        # The word begins a longer one, ends one, stands inside one.
        *("كوكبة", "كوكبان", "والكوكبية", "مكوكب", "متكوكبون", "planets", "implanet"),
        # A part of the words, another order, words between.
        *("أبو سعيد", "حنظلة أبو", "أبو الكبير حنظلة", "أبو حنظليات"),
    ],
)
def test_a_denied_word_is_not_found_inside_another(deny_list, text):
    deny_list("كوكب", "planet", "أبو حنظلة")
    assert denied(f"نص {text} نص") == []


def test_a_prefix_leaves_a_word_behind(deny_list):
    deny_list("لد", "كلب")
    assert denied("ولد") == []
    assert denied("لد") == ["لد"]
    assert denied("هذا الكلب لطيف") == ["كلب"]


def test_a_denied_name_is_found_behind_prefixes(deny_list):
    deny_list("أبو حنظلة")
    assert denied("وأبو الحنظلة") == ["أبو حنظلة"]


@given(st.sampled_from(PREFIXES), st.data())
def test_hidden_marks_anywhere_hide_no_denied_word(prefix, data):
    marks = st.sampled_from(["", "\u200f", "\u00ad", "\u2060", "\u0640", "\u064e"])
    written = "".join(letter + data.draw(marks) for letter in prefix + "قنطرة")
    assert any(word in stems(words_of(written)[0]) for word in words_of("قنطرة"))


def test_without_a_list_the_rule_is_off(settings):
    settings.DENYLIST_FILE = ""
    assert denied("أبو حنظلة") == []
    assert deny_list_can_be_read(None) == []


@pytest.mark.parametrize("content", [None, "أبو حنظلة".encode("cp1256")])
def test_a_list_that_cannot_be_read_stops_no_page_and_is_told(
    content, settings, tmp_path, caplog
):
    path = tmp_path / "words.txt"
    settings.DENYLIST_FILE = str(path)
    if content:
        path.write_bytes(content)
    assert denied("أبو حنظلة") == []
    assert "denied words" in caplog.text
    (fault,) = deny_list_can_be_read(None)
    assert isinstance(fault, Error)
    # Mended, it holds at once.
    path.write_text("أبو حنظلة", encoding="utf-8")
    assert denied("أبو حنظلة") == ["أبو حنظلة"]
    assert deny_list_can_be_read(None) == []


def test_a_changed_list_holds_at_once(deny_list):
    deny_list("أوّل")
    assert denied("الثاني") == []
    deny_list("أوّل", "ثاني")
    assert denied("الثاني") == ["ثاني"]
