"""Digits as tables: what goes in, in which language, what comes out."""

from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe
from django.utils.translation import override

from literacy.formats import plain_digits, shape_digits, shape_number, split_latin

SHAPED = [
    ("en", "12 of 30", "12 of 30"),
    ("ar", "12 من 30", "١٢ من ٣٠"),
    ("ckb", "12 لە 30", "١٢ لە ٣٠"),
    ("ar-iq", "5", "٥"),
    ("ar", "4,200 إعجاب", "٤٬٢٠٠ إعجاب"),
    ("ar", "1,234,567", "١٬٢٣٤٬٥٦٧"),
    ("ar", "أولًا 1, 2, 3", "أولًا ١, ٢, ٣"),
    ("ar", "0.9 ميغابايت", "٠٫٩ ميغابايت"),
    ("ar", "80% من", "٨٠٪ من"),
    ("ar", "الساعة 12:30", "الساعة ١٢:٣٠"),
    ("ar", "10/5", "١٠/٥"),
    ("ar", "صفحة dhifaf24 اليوم 3", "صفحة dhifaf24 اليوم ٣"),
    ("ar", "@dhifaf24، قبل 9 دقائق", "@dhifaf24، قبل ٩ دقائق"),
    ("ar", "dhifaf24.example/a?id=3 هنا 2", "dhifaf24.example/a?id=3 هنا ٢"),
    ("ar", "CC BY-SA 4.0.", "CC BY-SA 4.0."),
    ("ar", "شبكة 5G و3 قنوات", "شبكة 5G و٣ قنوات"),
    ("ar", "خبر CNN قبل 3 أيام", "خبر CNN قبل ٣ أيام"),
    ("ar", "", ""),
]


@pytest.mark.parametrize(("language", "text", "shown"), SHAPED)
def test_digits_of_a_text(language, text, shown):
    assert shape_digits(text, language) == shown


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("صفحة @dhifaf، هنا", ["@dhifaf"]),
        ("صفحة dhifaf@mail.example.", ["dhifaf@mail.example"]),
        ("العنوان photo-app.example/ غريب", ["photo-app.example/"]),
        ("العنوان photo-app.example: غريب", ["photo-app.example"]),
        ("وسم #pause", ["#pause"]),
        ("صفحة dhifaf24 اليوم", ["dhifaf24"]),
        ("خبر CNN. وبعده", []),
        ("كلمة pause وحدها", []),
        ("12/3 و3.5", []),
    ],
)
def test_what_is_isolated_in_a_text_from_right_to_left(text, isolated):
    pieces = split_latin(text)
    assert [piece for piece, is_latin in pieces if is_latin] == isolated
    assert "".join(piece for piece, _is_latin in pieces) == text


@pytest.mark.parametrize(
    ("language", "number", "shown"),
    [
        ("en", 4200, "4,200"),
        ("ar", 4200, "٤٬٢٠٠"),
        ("ar", 0, "٠"),
        ("ar", -14, "-١٤"),
        ("ar", 0.5, "٠٫٥"),
        ("ckb", Decimal("1234.5"), "١٬٢٣٤٫٥"),
    ],
)
def test_numbers_are_grouped(language, number, shown):
    assert shape_number(number, language) == shown


def test_a_site_may_choose_latin_digits(settings):
    settings.DIGITS = "latin"
    assert shape_digits("12 من 30", "ar") == "12 من 30"
    assert shape_number(4200, "ar") == "4,200"


@pytest.mark.parametrize(
    "typed", ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "۰1٢۳4٥۶7٨۹"]
)
def test_any_keyboard_will_do(typed):
    assert plain_digits(typed) == "0123456789"


def shown(source, language="ar", **context):
    with override(language):
        return Template("{% load literacy_tags %}" + source).render(Context(context))


def test_filter_escapes_and_isolates():
    text = "<b>7</b> & dhifaf24"
    assert shown("{{ text|digits }}", text=text) == (
        '&lt;b&gt;٧&lt;/b&gt; &amp; <bdi dir="ltr">dhifaf24</bdi>'
    )
    assert shown("{{ text|digits }}", language="en", text=text) == (
        "&lt;b&gt;7&lt;/b&gt; &amp; dhifaf24"
    )


def test_filter_leaves_entities_and_tags_of_safe_text_alone():
    text = mark_safe('<i id="a1">5</i> &#39;6&#39; O&#x27;7')
    assert shown("{{ text|digits }}", text=text) == (
        '<i id="a1">٥</i> &#39;٦&#39; O&#x27;٧'
    )


def test_filter_does_not_shape_entities_that_escaping_makes():
    assert shown("{{ text|digits }}", text="«'5'»") == "«&#x27;٥&#x27;»"


def test_filter_takes_numbers_and_nothing():
    assert shown("{{ a|digits }}|{{ b|digits }}", a=12480, b=None) == "١٢٬٤٨٠|"


def test_plain_text_has_no_markup_for_attributes():
    assert shown('<p title="{{ t|plain_text }}">', t='3 "من" a1') == (
        '<p title="٣ &quot;من&quot; a1">'
    )


def test_prose_makes_paragraphs():
    text = "أولًا 1\r\n\r\nثانيًا <x>\n  \nثالثًا"
    assert shown("{{ text|prose }}", text=text) == (
        '<p dir="auto">أولًا ١</p><p dir="auto">ثانيًا &lt;x&gt;</p>'
        '<p dir="auto">ثالثًا</p>'
    )
    assert shown("{{ text|prose }}", text=None) == ""


def test_bdi_isolates_an_inserted_value():
    assert shown("{{ name|bdi }}", name="Layla <3") == "<bdi>Layla &lt;٣</bdi>"
