"""Characters that nobody sees, and text without them."""

import re
import unicodedata

# Unicode's Default_Ignorable_Code_Point: direction marks, joiners, soft hyphens,
# byte order marks, variation selectors, tags, fillers; and control characters.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)


def visible(text: str) -> str:
    """Return the text as an eye reads it: nothing hidden, one form for each letter."""
    return _HIDDEN.sub("", unicodedata.normalize("NFKC", text))


def isolated(text: str) -> str:
    """Keep a foreign text in one piece within a sentence of either direction."""
    return f"\u2068{text}\u2069"
