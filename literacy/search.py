"""Makes Arabic and Sorani words comparable, for search and for phrases."""

import re
import unicodedata

_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
    "\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_SAME = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىئی", "ي"),
        **dict.fromkeys("ةەھ", "ه"),
        "ؤ": "و",
        "ك": "ک",
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
        "_": " ",
        "#": " ",
    }
)
_ARTICLE = re.compile(r"^(?:وال|فال|بال|كال|کال|لل|ال)(?=\w{3,})")


def normalise(text: str, *, strip_article: bool = True) -> str:
    """Return the text without marks, with one letter for each sound's variants."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text or ""))
    plain = plain.translate(_SAME).lower()
    if strip_article:
        plain = " ".join(_ARTICLE.sub("", word) for word in plain.split())
    return plain
