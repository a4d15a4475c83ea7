"""Copies in Redis, for any number of hosts."""

import logging
import time
from collections.abc import Callable

from django.core.cache import caches

from .stored import StoredPage, Version
from .stores import PageStore

logger = logging.getLogger(__name__)
PURGED, RENEWED = "purged", "renewed"
# Longer than a rendering ever takes: a worker that was killed in its turn.
SECONDS_OF_A_TURN = 10
# How old the version may be where no page is read.
SECONDS_OF_A_VERSION = 1.0


class RedisStore(PageStore):
    """A hit costs one question to Redis; nothing is kept while Redis is away.

    What could not be declared old because Redis was away is declared old when it is
    back, before anything is read.
    """

    def __init__(self, fingerprint: str) -> None:
        super().__init__()
        self.fingerprint = fingerprint
        self.owed: set[str] = set()
        self.seen: tuple[float, Version] | None = None

    def version(self) -> Version | None:
        if self.seen and time.monotonic() - self.seen[0] < SECONDS_OF_A_VERSION:
            return self.seen[1]
        return self.current_version()

    def current_version(self) -> Version | None:
        self.seen = None
        for stamp in tuple(self.owed):
            self._stamp(stamp)
        found = caches["pages"].get_many([PURGED, RENEWED])
        for stamp in {PURGED, RENEWED} - set(found):
            # Redis is empty: whatever comes from before is not to be trusted.
            caches["pages"].add(stamp, time.time_ns(), None)
            found[stamp] = caches["pages"].get(stamp)
        if self.owed or None in found.values():
            return None
        version = Version(found[PURGED], found[RENEWED])
        self.seen = (time.monotonic(), version)
        return version

    def _load(self, address: str) -> StoredPage | None:
        data = caches["pages"].get(self._key(address))
        return StoredPage.from_bytes(data) if data else None

    def write(self, address: str, page: StoredPage) -> None:
        seconds = max(1, int(page.expires - time.time()))
        caches["pages"].set(self._key(address), page.to_bytes(), seconds)

    def renew(self) -> None:
        self._stamp(RENEWED)

    def purge(self) -> None:
        self._stamp(PURGED)

    def take_turn(self, address: str) -> Callable[[], None] | None:
        key = f"turn:{self._key(address)}"
        if caches["pages"].add(key, 1, SECONDS_OF_A_TURN):
            return lambda: caches["pages"].delete(key)
        return None

    def _stamp(self, name: str) -> None:
        self.seen = None
        moment = time.time_ns()
        caches["pages"].set(name, moment, None)
        if caches["pages"].get(name, 0) >= moment:
            self.owed.discard(name)
        elif name not in self.owed:
            self.owed.add(name)
            logger.error("Stored pages cannot be declared old: Redis is away")

    def _key(self, address: str) -> str:
        return f"{self.fingerprint}:{address}"
