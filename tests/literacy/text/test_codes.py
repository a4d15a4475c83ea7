"""Codes and telephone numbers as tables: what is pasted, what is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.formats import plain_digits
from literacy.text.codes import plain_code, plain_phone


@pytest.mark.parametrize(
    "pasted",
    [
        "123456",
        "١٢٣٤٥٦",
        "۱۲۳۴۵۶",
        "１２３４５６",
        "\u200f١٢٣٤٥٦",
        "\u2066123456\u2069",
        "\u202a123 456\u202c",
        "123-456",
        "١٢٣\u00a0٤٥٦.",
        "«123456»\n",
        "12\u00ad34\ufeff56",
    ],
)
def test_a_code_is_read_however_it_is_pasted(pasted):
    assert plain_code(pasted) == "123456"


def test_letters_of_a_code_stay():
    assert plain_code(" ab-12 CD ") == "ab12CD"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0770 000 0000", "0770 000 0000"),
        ("٠٧٧٠ ٠٠٠ ٠٠٠٠", "0770 000 0000"),
        ("۰۷۷۰ ۰۰۰ ۰۰۰۰", "0770 000 0000"),
        ("0770-000-0000", "0770 000 0000"),
        ("0770.000.0000", "0770 000 0000"),
        ("(0770) 000–0000", "0770 000 0000"),
        ("0770\u00a0000\u202f0000", "0770 000 0000"),
        ("\u200e+964 770 000 0000\u200f", "+964 770 000 0000"),
        ("\u2066＋964 (770) 000-0000\u2069", "+964 770 000 0000"),
        ("+964 (0)770 000 0000", "+964 770 000 0000"),
        ("+ 964 770 000 0000", "+964 770 000 0000"),
        ("964 770 000 0000+", "+964 770 000 0000"),
        ("  ١١٥\n", "115"),
        ("", ""),
    ],
)
def test_a_telephone_number_has_one_clean_form(typed, kept):
    assert plain_phone(typed) == kept
    assert plain_phone(kept) == kept


@pytest.mark.parametrize("text", ["ask Layla", "0770, 0780", "0770/0780", "+"])
def test_what_is_no_number_keeps_what_makes_it_none(text):
    assert plain_phone(text) == text


@given(st.text())
def test_reading_twice_changes_nothing(text):
    for read in (plain_digits, plain_code, plain_phone):
        assert read(read(text)) == read(text)
