"""Which spellings count as the same word."""

import pytest

from literacy.text.marks import visible
from literacy.text.normal import normalise, spaced, words_of

HIDDEN = [
    "\u00ad",
    "\u061c",
    "\u2060",
    "\ufeff",
    *map(chr, range(0x200B, 0x2010)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    "\x00",
    "\x1b",
    "\ufe0f",
]
SAME = [
    ("فَكِّرْ", "فكر"),
    ("المدرســـة", "المدرسه"),
    ("أخبار", "اخبار"),
    ("إيمان", "ايمان"),
    ("آجر", "اجر"),
    ("ٱسم", "اسم"),
    ("مؤلّف", "مولف"),
    ("هيئة", "هييه"),
    ("مقهى", "مقهي"),
    ("کتابی", "كتابي"),
    ("مدرسە", "مدرسة"),
    ("ھواء", "هواء"),
    ("ﻻﻣﻊ", "لامع"),
    ("٢٠٢٦", "2026"),
    ("۲۰۲۶", "2026"),
    ("RIVER", "river"),
    ("ｒｉｖｅｒ", "river"),
    ("Café", "cafe"),
    ("İstanbul", "istanbul"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_are_the_same(one, other):
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ماء", "ما"), ("گۆڕ", "كور"), ("نهر", "بحر"), ("ice", "1ce")]
)
def test_different_words_stay_different(one, other):
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize("mark", HIDDEN, ids=lambda mark: f"U+{ord(mark):04X}")
def test_a_hidden_mark_changes_nothing(mark):
    assert visible(f"{mark}كو{mark}كب{mark}") == "كوكب"
    assert normalise(f"{mark}كو{mark}كب{mark}") == normalise("كوكب")


def test_words_are_cut_at_whatever_is_no_letter():
    assert words_of("«أوّل_كلمة»، ثانية-٣#رابعة\n") == [
        "اول",
        "کلمه",
        "ثانيه",
        "3",
        "رابعه",
    ]


def test_articles_do_not_count_in_a_sentence():
    assert spaced("الأخبار، وبالمدرسة") == spaced("أخبار وبالمدرسة")
    assert spaced("الله") == spaced("الله ")
