"""A phrase is known however it is pasted, and those given out stay what they were."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.services.learners import hash_phrase
from literacy.text.phrases import phrase_words, read_phrase

LANGUAGES = ("ar", "en")
# Over the stored forms of all words, one a line, as the first phrases were hashed.
FIRST_FORMS = {
    "ar": "afca1dd35de2d65c03c40e21b46fbf2f39880e8e568e9df3c35b1f4f1e0837ae",
    "en": "4637a752c12ab36de9372a89c156646b447e3669be3293c04a69e4fe665adff8",
}
HIDDEN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202e\u2060"
MARKS = HIDDEN + "\u2066\u2067\u2068\u2069\ufeff"
HARAKAT = "\u0640\u064b\u064e\u064f\u0650\u0651\u0652\u0670"
VARIANTS = {
    "ا": "اأإآٱ",
    "أ": "أا",
    "إ": "إا",
    "آ": "آا",
    "ي": "يىی",
    "ى": "ىيی",
    "ئ": "ئي",
    "ؤ": "ؤو",
    "ك": "كکڪ",
    "ه": "هەھہ",
    "ة": "ةهە",
    "ء": ["ء", ""],
}
BETWEEN = [" ", "  ", "، ", ", ", ". ", "\n", "\r\n", "\t", " - ", "–", "—", "\u00a0"]
BETWEEN += ["؛ ", " / ", " • ", "،", "_", " \u200f", "\u2028", "»، «", '", "']
NUMBERS = ["", "", "1. ", "٢- ", "۳) ", "(4) ", "- ", "أ) ", "c. "]
AROUND = [("", ""), ("«", "»"), ('"', '".'), ("“", "”"), ("'", "'"), ("(", ")")]


@st.composite
def retyped(draw, word):
    """Draw the word as another hand, keyboard or app would write it."""
    letters = [draw(st.sampled_from(VARIANTS.get(letter, [letter]))) for letter in word]
    extra = HARAKAT if word[0] > "z" else ""
    noise = st.sampled_from(["", "", "", *MARKS, *extra])
    written = "".join(letter + draw(noise) for letter in letters)
    return draw(st.sampled_from([written, written.upper(), written.title()]))


@st.composite
def pasted(draw):
    """Draw a phrase's words, and a text that somebody pastes for them."""
    language = draw(st.sampled_from(LANGUAGES))
    words = [draw(st.sampled_from(phrase_words(language))) for _number in range(4)]
    between = draw(st.sampled_from(BETWEEN))
    pieces = [draw(st.sampled_from(NUMBERS)) + draw(retyped(word)) for word in words]
    start, end = draw(st.sampled_from(AROUND))
    return words, start + between.join(pieces) + end


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_stored_as_at_first(language):
    forms = [" ".join(read_phrase(word)) for word in phrase_words(language)]
    digest = hashlib.sha256("\n".join(forms).encode()).hexdigest()
    assert digest == FIRST_FORMS[language]


def test_a_phrase_given_out_at_first_has_the_same_hash(settings):
    settings.SECRET_KEY = "k"
    assert hash_phrase("شتاء أرجوحة آلي مؤلف") == (
        "72a984140d116f04227e309fbf4a43b21198cb0a9087fa26410ce00e85c7163a"
    )


@given(pasted())
def test_a_phrase_is_known_however_it_is_pasted(case):
    words, text = case
    assert hash_phrase(text) == hash_phrase(" ".join(words))


@given(st.data())
def test_no_two_words_of_a_list_become_one(data):
    words = phrase_words(data.draw(st.sampled_from(LANGUAGES)))
    one, other = (data.draw(st.sampled_from(words)) for _number in range(2))
    same = read_phrase(data.draw(retyped(one))) == read_phrase(
        data.draw(retyped(other))
    )
    assert same == (one == other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_of_a_list_stay_apart_without_hamzas(language):
    words = phrase_words(language)
    read = {read_phrase(word.replace("ء", ""))[0] for word in words}
    assert len(read) == len(words)


def test_an_unknown_word_stays_as_it_was_typed():
    assert read_phrase("Rivver، قمرر") == ["rivver", "قمرر"]


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_read(text):
    assert all(word == word.strip() for word in read_phrase(text))
