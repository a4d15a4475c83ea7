"""Copies as files, and the version as the age of two of them."""

import fcntl
import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import get_ident

from .stored import StoredPage, Version
from .stores import PageStore

logger = logging.getLogger(__name__)
# Addresses share so many lock files: two that meet wait for each other once.
LOCKS = 256


class FileStore(PageStore):
    """Shared by all processes of one host; a hit costs two `stat`.

    Copies of another state of the software are never looked at, and go when this one
    starts.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        super().__init__()
        self.folder = folder
        self.copies = folder / fingerprint
        self.purged = folder / "purged"
        self.renewed = folder / "renewed"
        self.is_ready = False
        self.has_complained = False

    def current_version(self) -> Version | None:
        try:
            if not self.is_ready:
                self._begin()
            return Version(
                os.stat(self.purged).st_mtime_ns, os.stat(self.renewed).st_mtime_ns
            )
        except OSError as fault:
            self._complain(fault)
            return None

    def _load(self, address: str) -> StoredPage | None:
        try:
            return StoredPage.from_bytes(self._path(address).read_bytes())
        except OSError:
            return None

    def write(self, address: str, page: StoredPage) -> None:
        path = self._path(address)
        draft = path.with_suffix(f".{os.getpid()}-{get_ident()}")
        try:
            draft.write_bytes(page.to_bytes())
            draft.replace(path)
            self.has_complained = False
        except OSError as fault:
            self._complain(fault)
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def renew(self) -> None:
        self._stamp(self.renewed)

    def purge(self) -> None:
        self._stamp(self.purged)
        self._clear(self.folder.glob("*/*"))

    def take_turn(self, address: str) -> Callable[[], None] | None:
        number = int(_digest(address)[:8], 16) % LOCKS
        try:
            lock = os.open(self.folder / f"{number}.lock", os.O_CREAT | os.O_RDWR)
        except OSError as fault:
            self._complain(fault)
            return lambda: None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            return None
        return lambda: os.close(lock)

    def _begin(self) -> None:
        """Make what is missing; raise where copies could not be declared old."""
        is_new = not self.copies.is_dir()
        self.copies.mkdir(parents=True, exist_ok=True)
        for stamp in (self.purged, self.renewed):
            with stamp.open("ab"):
                pass
        if is_new:
            others = (path for path in self.folder.iterdir() if path.is_dir())
            for other in (path for path in others if path != self.copies):
                self._clear(other.iterdir())
                with suppress(OSError):
                    other.rmdir()
        self.is_ready = True

    def _stamp(self, stamp: Path) -> None:
        """Give the file an age that it never had: ticks of the clock are too long."""
        try:
            if not self.is_ready:
                self._begin()
            moment = max(time.time_ns(), stamp.stat().st_mtime_ns + 1)
            os.utime(stamp, ns=(moment, moment))
        except OSError:
            self.is_ready = False
            logger.exception("Stored pages could not be declared old")

    def _clear(self, paths: Iterable[Path]) -> None:
        # Nor may the folder be read, where it is another user's.
        with suppress(OSError):
            for path in paths:
                with suppress(OSError):
                    path.unlink()

    def _path(self, address: str) -> Path:
        return self.copies / _digest(address)

    def _complain(self, fault: OSError) -> None:
        """Log once until it works again, and look anew whether it does."""
        self.is_ready = False
        if not self.has_complained:
            self.has_complained = True
            logger.error("Pages are not stored, each visit renders anew: %s", fault)


def _digest(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:32]
