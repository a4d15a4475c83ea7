"""Codes and telephone numbers as people paste them."""

import re

from literacy.formats import plain_digits

_BETWEEN = re.compile(r"[\W_]+")
# “+964 (0)770 …”: whoever dials the country's number leaves the 0 out.
_TRUNK_ZERO = re.compile(r"(?<=\d)\s*\(0\)")
_GROUP_ENDS = re.compile(r"[\s().\u2010-\u2015\u2212-]+")


def plain_code(text: str) -> str:
    """Return a code with 0-9 and nothing between its characters."""
    return _BETWEEN.sub("", plain_digits(text))


def plain_phone(text: str) -> str:
    """Return a telephone number with 0-9 and single spaces, a + in front.

    What is no number keeps what makes it none.
    """
    plain = _GROUP_ENDS.sub(" ", _TRUNK_ZERO.sub(" ", plain_digits(text))).strip()
    # Typed from right to left, the + may stand at the end.
    if plain.endswith("+"):
        plain = "+" + plain.removesuffix("+")
    return re.sub(r"^\+ ", "+", plain).strip()
