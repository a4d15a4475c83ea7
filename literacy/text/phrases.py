"""The words of return phrases: as given out, and as people type and paste them."""

import re
from functools import lru_cache
from pathlib import Path

from .normal import normalise

WORDS_IN_PHRASE = 4
_WORDS = Path(__file__).resolve().parent / "words"
# Words have three letters at least: a single one numbers them, as in “a) river”.
_WORD = re.compile(r"[^\W\d_]{2,}")


@lru_cache
def phrase_words(language: str) -> tuple[str, ...]:
    """Return the words that a phrase in this language is made of."""
    path = _WORDS / f"{language}.txt"
    if not path.exists():
        path = _WORDS / "ar.txt"
    return tuple(path.read_text(encoding="utf-8").split())


def read_phrase(text: str) -> list[str]:
    """Return the normalised words of a phrase; commas, quotes, numbers are left out.

    A word of our lists comes as the list has it, even where a ء is missing: this
    is the form that stored hashes were made from.
    """
    known = _known_words()
    return [known.get(_key(word), word) for word in _WORD.findall(normalise(text))]


@lru_cache
def _known_words() -> dict[str, str]:
    words = (
        normalise(word)
        for path in sorted(_WORDS.glob("*.txt"))
        for word in phrase_words(path.stem)
    )
    return {_key(word): word for word in words}


def _key(word: str) -> str:
    return word.replace("ء", "")
