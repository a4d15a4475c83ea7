"""What every store of pages offers."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable

from .stored import StoredPage, Version

# Longer than a rendering ever takes.
SECONDS_TO_WAIT = 3.0
SECONDS_BETWEEN_LOOKS = 0.01
PAGES_IN_MEMORY = 200


class PageStore(ABC):
    """Never raises because of what it stands on: it forgets, and says so once."""

    def __init__(self) -> None:
        # Copies that this process has read.
        self._known: dict[str, StoredPage] = {}

    def read(self, address: str) -> tuple[Version | None, StoredPage | None]:
        """Return the current version, and the copy that is there, however old."""
        version = self.current_version()
        page = self._known.get(address)
        if version is None:
            return None, None
        if page and page.version == version:
            return version, page
        page = self._load(address)
        if page:
            if len(self._known) >= PAGES_IN_MEMORY:
                self._known.clear()
            self._known[address] = page
        return version, page

    def version(self) -> Version | None:
        """Return the current version, at most a second old."""
        return self.current_version()

    @abstractmethod
    def current_version(self) -> Version | None:
        """Return the current version; None while the store is out of order."""

    @abstractmethod
    def _load(self, address: str) -> StoredPage | None:
        """Return the copy that is there; None where it is missing or damaged."""

    @abstractmethod
    def write(self, address: str, page: StoredPage) -> None:
        """Keep a page, in the place of an older copy."""

    @abstractmethod
    def renew(self) -> None:
        """Declare all copies old."""

    @abstractmethod
    def purge(self) -> None:
        """Throw all copies away."""

    @abstractmethod
    def take_turn(self, address: str) -> Callable[[], None] | None:
        """Return what ends this worker's turn to render; None if another has it."""

    def wait_for_turn(self, address: str) -> None:
        """Wait until nobody renders the page, or too long."""
        end = time.monotonic() + SECONDS_TO_WAIT
        while time.monotonic() < end:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            if end_turn := self.take_turn(address):
                end_turn()
                return
