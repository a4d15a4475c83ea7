"""The words of return phrases: easy to copy by hand, hard to mix up."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

import literacy.text
from literacy.text.normal import normalise

FOLDER = Path(literacy.text.__file__).parent / "words"
LETTERS = {
    "ar": re.compile("[\u0621-\u063a\u0641-\u064a]{3,7}"),
    "en": re.compile("[a-z]{3,8}"),
}


def read(language: str) -> list[str]:
    return (FOLDER / f"{language}.txt").read_text("utf-8").splitlines()


def misfits(words: list[str], language: str) -> list[str]:
    """Return what is too short, too long or holds anything but plain letters."""
    return [word for word in words if not LETTERS[language].fullmatch(word)]


def lookalikes(words: list[str]) -> set[frozenset[str]]:
    """Return pairs that one wrong, missing or added letter turns into each other."""
    heard = defaultdict(set)
    for word in words:
        key = normalise(word)
        heard[key].add(word)
        for place in range(len(key)):
            heard[f"{key[:place]}*{key[place + 1 :]}"].add(word)
            heard[f"{key[:place]}{key[place + 1 :]}"].add(word)
    return {
        frozenset({one, other})
        for group in heard.values()
        for one in group
        for other in group
        if one != other and not two_apart(normalise(one), normalise(other))
    }


def two_apart(one: str, other: str) -> bool:
    """Tell whether it takes at least two letters to turn one into the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return True
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    rest = short[same:] if len(short) < len(long) else short[same + 1 :]
    return rest != long[same + 1 :]


@pytest.mark.parametrize("language", LETTERS)
def test_ten_bits_a_word(language):
    assert len(read(language)) == 1024


@pytest.mark.parametrize("language", LETTERS)
def test_sorted(language):
    assert read(language) == sorted(read(language))


@pytest.mark.parametrize("language", LETTERS)
def test_only_letters_of_the_script(language):
    assert misfits(read(language), language) == []


@pytest.mark.parametrize("language", LETTERS)
def test_no_two_words_are_one_after_normalising(language):
    words = read(language)
    assert len({normalise(word) for word in words}) == len(words)


@pytest.mark.parametrize("language", LETTERS)
def test_one_wrong_letter_never_makes_another_word(language):
    assert lookalikes(read(language)) == set()


def test_arabic_words_carry_no_article():
    assert [word for word in read("ar") if word.startswith("ال")] == []


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("كُتُب", "ar"),
        ("نـهر", "ar"),
        ("گلاص", "ar"),
        ("يد", "ar"),
        ("كهرومغناطيسي", "ar"),
        ("نهر جبل", "ar"),
        ("River", "en"),
        ("ox", "en"),
        ("ice-cream", "en"),
        ("caterpillar", "en"),
    ],
)
def test_misfits_are_seen(word, language):
    assert misfits([word], language) == [word]


@pytest.mark.parametrize(
    ("one", "other"),
    [("قمر", "قمح"), ("مدرسة", "مدرسه"), ("جبل", "جبال"), ("boat", "boot")],
)
def test_lookalikes_are_seen(one, other):
    assert lookalikes([one, other]) == {frozenset({one, other})}


def test_words_two_letters_apart_are_no_lookalikes():
    assert lookalikes(["سلة", "سلسلة", "شمس", "نهر"]) == set()
