"""What no text of ours may name: real addresses, hashtags, words of a list."""

import logging
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from operator import contains
from pathlib import Path

from django.conf import settings

from .text.marks import visible
from .text.normal import spaced, words_of

logger = logging.getLogger(__name__)

WITH_SCHEME = re.compile(r"\b(?:h[tx]{2}ps?|ftp)\s?:\s?//\s?([^\s/?#»”\"')]*)", re.I)
WITH_WWW = re.compile(r"\bwww\.([^\s/?#»”\"')]+)", re.I)
# Endings that are in use, so that “end.Then” or “photo.jpg” is no address. Two
# small letters are a country's; t.me is known by name.
ENDINGS = (
    "com|net|org|info|edu|gov|mil|int|biz|app|dev|tv|xyz|site|online|shop|store|"
    "news|live|link|blog|club|top|icu|media|cloud|pro|mobi|krd|"
    "عراق|كوم|شبكة|موقع|عرب|مصر|السعودية|امارات|الاردن|سورية|فلسطين"
)
NAMED = f"(?i:{ENDINGS})"
DOMAIN = re.compile(
    rf"(?<![\w@.-])((?:[\w-]+\.)+(?:({NAMED})|[a-z]{{2}})|(?i:t\.me))"
    r"(?![\w-]|\.\w)(/\S*)?"
)
MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
MENTION = re.compile(r"(?<![\w.+-])@[^\W\d_][\w.]+")
HASHTAG = re.compile(r"(?<![\w&])#[^\W\d]\w*")
# What looks like a country's domain, and is an abbreviation.
SHORT_WORDS = {"e.g", "i.e", "a.m", "p.m", "u.s", "u.k", "n.b", "o.k", "a.k.a"}
# What Arabic writes as one with the next word, alone and joined: و، ف; ب، ل، ك; ال.
PREFIXES = [
    first + second
    for first in ("", "و", "ف")
    for second in ("", "ب", "ل", "ک", "ال", "بال", "کال", "لل")
]
# With fewer letters left, the prefix belongs to the word, as in «ولد».
SHORTEST = 3
SPELLED_DOT = re.compile(r"\s?[\[(]\s?(?:\.|dot)\s?[\])]\s?", re.I)


def plain(text: str) -> str:
    """Return the text as an eye reads it, with one kind of dot."""
    return SPELLED_DOT.sub(".", visible(text).replace("。", "."))


def addresses(text: str) -> list[str]:
    """Return what may lead to a real place: not `.example`, which belongs to nobody."""
    shown = plain(text)
    found = [match[0] for match in WITH_SCHEME.finditer(shown) if is_real(match[1])]
    found += [match[0] for match in WITH_WWW.finditer(shown) if is_real(match[1])]
    found += [match[0] for match in MAIL.finditer(shown) if is_real(match[1])]
    found += [match[0] for match in DOMAIN.finditer(shown) if is_domain(match)]
    found += MENTION.findall(shown)
    # “www.x.com” is found as itself, and as the domain in it.
    return [one for one in dict.fromkeys(found) if not is_part(one, found)]


def is_real(host: str) -> bool:
    bare = host.rstrip(".,:;،؛!؟").rpartition("@")[2].partition(":")[0].lower()
    return not (bare == "example" or bare.endswith(".example"))


def is_domain(match: re.Match[str]) -> bool:
    """Tell a domain from an abbreviation such as “e.g”."""
    host, named, path = match[1].lower(), match[2], match[3]
    if named or host == "t.me":
        return True
    is_short = all(len(part) == 1 for part in host.split(".")[:-1])
    return host not in SHORT_WORDS and bool(path or not is_short)


def is_part(one: str, found: list[str]) -> bool:
    return any(one != other and one in other for other in found)


def hashtags(text: str) -> list[str]:
    """Return the hashtags that are not the site's own."""
    own = {spaced(tag) for tag in settings.SITE_HASHTAGS}
    return [
        tag
        for tag in dict.fromkeys(HASHTAG.findall(plain(text)))
        if spaced(tag) not in own
    ]


def denied(text: str) -> list[str]:
    """Return the words of the partners' list that stand in the text.

    A word counts with what Arabic joins before it (و، ف، ب، ل، ك، ال), never as a
    part of a longer word.
    """
    entries = deny_list()
    if not entries:
        return []
    words = [stems(word) for word in words_of(text)]
    found = (
        entry.line
        for place, forms in enumerate(words)
        for form in forms
        for entry in entries.get(form, ())
        if entry.stands_in(words[place:])
    )
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class Entry:
    """A line of the list, and its words as they are compared."""

    line: str
    words: list[str]

    def stands_in(self, words: list[set[str]]) -> bool:
        """Return whether the words, each in its possible forms, begin with these."""
        return len(words) >= len(self.words) and all(map(contains, words, self.words))


# By their first words.
Entries = dict[str, list[Entry]]


def deny_list() -> Entries:
    """Return the words that partners keep outside the repository."""
    try:
        return kept_list()
    except (OSError, UnicodeError) as fault:
        logger.error("No text is searched for denied words: %s", fault)
        return {}


def kept_list() -> Entries:
    """Return the list, read anew when it changed. Raises OSError or UnicodeError."""
    path = settings.DENYLIST_FILE
    return read_list(path, Path(path).stat().st_mtime_ns) if path else {}


@lru_cache(maxsize=2)
def read_list(path: str, changed: int) -> Entries:
    """Return the words of a list; `changed` is when it was, so an old one is let go."""
    entries = defaultdict(list)
    for line in map(str.strip, Path(path).read_text("utf-8-sig").splitlines()):
        # Without ال an entry is found with and without it.
        words = [peeled(word, "ال") or word for word in words_of(line)]
        if words and not line.startswith("#"):
            entries[words[0]].append(Entry(line, words))
    return dict(entries)


def stems(word: str) -> set[str]:
    """Return the word, and what is left of it without each prefix it may begin with."""
    return {word, *filter(None, (peeled(word, prefix) for prefix in PREFIXES))}


def peeled(word: str, prefix: str) -> str:
    """Return what follows the prefix, if it is long enough to be a word, else ""."""
    rest = word.removeprefix(prefix)
    return rest if rest != word and len(rest) >= SHORTEST else ""
