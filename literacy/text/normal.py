"""The one form in which words are compared: in searches, phrases and lists."""

import re
import unicodedata

from literacy.formats import plain_digits

# One letter for each sound, whichever keyboard it was typed on.
_SAME = {
    "ٱ": "ا",
    **dict.fromkeys("ىیے", "ي"),
    **dict.fromkeys("ةەھہۃ", "ه"),
    **dict.fromkeys("كڪ", "ک"),
}
_TATWEEL, _HIGH_HAMZA = "\u0640", "\u0674"
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^(?:وال|فال|بال|كال|کال|لل|ال)(?=\w{3,})")


class _Folds(dict[int, str]):
    """What each character counts as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    is_mark = unicodedata.category(character) in ("Mn", "Me")
    if is_mark or character in (_TATWEEL, _HIGH_HAMZA):
        return ""
    return _SAME.get(character, character)


_FOLDS = _Folds()


def normalise(text: str) -> str:
    """Return the text without marks and case, with 0-9 and one letter for variants."""
    # Taken apart, أ is an alef with a mark above.
    apart = unicodedata.normalize("NFKD", plain_digits(text))
    return apart.translate(_FOLDS).casefold()


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text, each in the form to compare."""
    return _WORD.findall(normalise(text))


def without_article(word: str) -> str:
    """Return a normalised word without ال, and without what is joined before it."""
    return _ARTICLE.sub("", word)


def spaced(text: str) -> str:
    """Return the words of a text without articles, with one space between them."""
    return " ".join(map(without_article, words_of(text)))
