"""Where public pages are kept between visits, for all workers of the site.

A version of the store is two moments. What shows something taken away (unpublished,
deleted, moved, restricted, a picture replaced) is purged: no copy from before is ever
shown again. What shows something changed is renewed: a copy from before may stand in
for a moment, while one worker renders the page again.

Copies are files below `DATA_DIR`, or in Redis where `REDIS_URL` names one.
"""

import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings

from .files import FileStore
from .fingerprints import site_fingerprint
from .redis import RedisStore
from .stored import StoredPage, Version
from .stores import PageStore

__all__ = [
    "PageStore",
    "StoredPage",
    "Version",
    "page_store",
    "pages_version",
    "purge_pages",
    "remember",
    "renew_pages",
]
# How long a process keeps what it remembers while the store is out of order.
SECONDS_WITHOUT_STORE = 5
_remembered: dict[str, tuple[Version, Any]] = {}
T = TypeVar("T")


@lru_cache(maxsize=1)
def page_store() -> PageStore:
    """Return the store of this site."""
    if settings.REDIS_URL:
        return RedisStore(site_fingerprint())
    return FileStore(Path(settings.DATA_DIR) / "pages", site_fingerprint())


def pages_version() -> Version:
    """Return the current version; without a store, a new one every few seconds."""
    version = page_store().version()
    if version is None:
        moment = int(time.time()) // SECONDS_WITHOUT_STORE
        version = Version(moment, moment)
    return version


def renew_pages() -> None:
    """Render every page again on its next visit; old copies may stand in briefly."""
    page_store().renew()


def purge_pages() -> None:
    """Show no copy from before ever again."""
    page_store().purge()


def remember(key: str, make: Callable[[], T]) -> T:
    """Return what `make` gave for this key, made once per process and version.

    All threads share the value: it must not be changed.
    """
    version = pages_version()
    known = _remembered.get(key)
    if known and known[0] == version:
        return known[1]
    made = make()
    _remembered[key] = (version, made)
    return made
