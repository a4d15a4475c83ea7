"""Where public pages are kept between visits, and how all of them are let go.

Every stored page carries the generation it was made in. Publishing anything
starts a new generation, so a page, its parents, its translations and whatever
else shows it are all made anew on the next visit. With one host the generation
is the age of a file, which all processes see for the price of one `stat`; with
Redis it is a key there, which all hosts see.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse
from django.utils.crypto import get_random_string

STAMP = Path(settings.DATA_DIR) / "pages.stamp"
GENERATION = "generation"
T = TypeVar("T")


def generation() -> str:
    """Return the name of the current generation of pages."""
    if settings.REDIS_URL:
        return (
            caches["pages"].get_or_set(GENERATION, lambda: get_random_string(12), None)
            or ""
        )
    try:
        return str(STAMP.stat().st_mtime_ns)
    except FileNotFoundError:
        STAMP.touch()
        return str(STAMP.stat().st_mtime_ns)


def forget_pages() -> None:
    """Start a new generation: every page is made anew on its next visit."""
    if settings.REDIS_URL:
        caches["pages"].set(GENERATION, get_random_string(12), None)
        return
    before = generation()
    STAMP.touch()
    if generation() == before:  # Two publications within one tick of the clock.
        STAMP.unlink()
        STAMP.write_text(get_random_string(12))


def remember(key: str, make: Callable[[], T]) -> T:
    """Return what `make` gave for this key, made once in each generation."""
    full_key = f"{generation()}:{key}"
    kept = caches["pages"].get(full_key)
    if kept is None:
        kept = make()
        caches["pages"].set(full_key, kept)
    return kept


def get_page(key: str) -> HttpResponse | None:
    """Return the stored response, or None."""
    return caches["pages"].get(key)


def put_page(key: str, response: HttpResponse, seconds: int | None = None) -> None:
    """Keep a finished response, for the usual time or for so many seconds."""
    if seconds is None:
        caches["pages"].set(key, response)
    else:
        caches["pages"].set(key, response, seconds)
