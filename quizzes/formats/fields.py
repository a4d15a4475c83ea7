"""Reads the fields of a form, whatever the format."""

from collections.abc import Collection

from django.http import QueryDict

from literacy.formats import plain_digits

MAX_ITEMS = 60


def by_id(data: QueryDict, prefix: str) -> dict[str, str]:
    """Return what was chosen in the fields "<prefix><id>", by id."""
    return {
        name.removeprefix(prefix): value
        for name, value in list(data.items())[:MAX_ITEMS]
        if name.startswith(prefix) and value
    }


def whole(text: str | None) -> int | None:
    """Return a whole number written in any digits, or None."""
    plain = plain_digits(text or "").strip()
    return (
        int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 7 else None
    )


def chosen(data: QueryDict, name: str) -> list[str]:
    """Return what was chosen of a list."""
    return data.getlist(name)[:MAX_ITEMS]


def texts(data: QueryDict, *names: str) -> dict[str, str]:
    """Return fields as they were entered, empty where they are missing."""
    return {name: data.get(name, "") for name in names}


def known_words(data: QueryDict, **known: Collection[str]) -> dict[str, str]:
    """Return the fields that hold one of the words known for them."""
    return {
        name: data[name] for name, words in known.items() if data.get(name) in words
    }
