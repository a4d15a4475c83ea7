"""The one place that decides how digits look, and how they are read."""

import re
import unicodedata
from decimal import Decimal

from django.conf import settings

from .text.marks import visible

NATIVE_LANGUAGES = {"ar", "ckb"}
_NATIVE = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_DIGIT = re.compile(r"\d")

# A name, handle, address or code in Latin letters, with the numbers that follow
# it: "dhifaf24", "@dhifaf.example/a?id=3", "CC BY-SA 4.0". Its digits stay.
LATIN_RUN = re.compile(
    r"(?:[@#]?[0-9][\w.:/@#?&=%+~-]*?)?[@#]?[A-Za-z][A-Za-z0-9.:/@#?&=%+~_-]*"
    r"(?:[ \u00a0](?:[A-Za-z][A-Za-z0-9.:/@#?&=%+~_-]*|[0-9][0-9.,:/-]*(?![\w٪%])))*",
    re.ASCII,
)
_CLOSING = ".,:?-"
# What is read from left to right as a whole: a number in it, a sign of a handle or
# address, a point between letters. Other words in Latin letters need no isolation.
_ORDERED = re.compile(r"[0-9@#/]|[A-Za-z]\.[A-Za-z]")


def has_native_digits(language: str) -> bool:
    """Tell whether a text in this language is shown with Arabic-Indic digits."""
    return settings.DIGITS == "native" and language.split("-")[0] in NATIVE_LANGUAGES


def split_latin(text: str) -> list[tuple[str, bool]]:
    """Cut a text into pieces, each with whether it is a Latin name with an order."""
    pieces = []
    end = 0
    for match in LATIN_RUN.finditer(text):
        run = match.group().rstrip(_CLOSING)
        if not _ORDERED.search(run):
            continue
        pieces.append((text[end : match.start()], False))
        pieces.append((run, True))
        end = match.start() + len(run)
    pieces.append((text[end:], False))
    return [piece for piece in pieces if piece[0]]


def shape_digits(text: str, language: str) -> str:
    """Return the text with the digits and number signs of its language."""
    if not has_native_digits(language):
        return text
    return "".join(
        piece if is_latin else _shape(piece) for piece, is_latin in split_latin(text)
    )


def shape_number(number: int | float | Decimal, language: str) -> str:
    """Return a number with its thousands grouped: 4200 is 4,200 or ٤٬٢٠٠."""
    shown = f"{number:,}"
    return _shape(shown) if has_native_digits(language) else shown


def plain_digits(text: str) -> str:
    """Return what was typed with 0-9, whichever digits the keyboard has.

    Hidden marks are left out: an app that writes from right to left copies a code
    with direction marks around it.
    """
    return _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), visible(text))


def _shape(text: str) -> str:
    text = re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "٬", text)
    text = re.sub(r"(?<=[0-9])\.(?=[0-9])", "٫", text)
    text = re.sub(r"(?<=[0-9])%", "٪", text)
    return text.translate(_NATIVE)
