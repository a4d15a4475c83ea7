"""Counts what a first visit brings over the wire."""

import gzip
import urllib.request
import zlib
from dataclasses import dataclass, field

from playwright.sync_api import Page

# What zlib calls a stream with gzip's head.
GZIP = 31


@dataclass
class Wire:
    """Every file of a visit: its kind, and its bytes as they came, headers included."""

    kinds: dict[str, str] = field(default_factory=dict)
    urls: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def respond(self, event: dict) -> None:
        if event["response"]["url"].startswith("data:"):
            return
        self.kinds[event["requestId"]] = event["type"]
        self.urls[event["requestId"]] = event["response"]["url"]

    def finish(self, event: dict) -> None:
        if event["requestId"] in self.kinds:
            self.sizes[event["requestId"]] = int(event["encodedDataLength"])

    @property
    def requests(self) -> int:
        return len(self.kinds)

    def bytes_of(self, *kinds: str) -> int:
        """Return the bytes of some kinds of file; of all when none is named."""
        return sum(
            size
            for name, size in self.sizes.items()
            if not kinds or self.kinds[name] in kinds
        )

    def listing(self) -> str:
        """Return one line for each file, the largest first."""
        names = sorted(self.sizes, key=self.sizes.__getitem__, reverse=True)
        rows = [f"{self.sizes[n]:>7} {self.kinds[n]} {self.urls[n]}" for n in names]
        return "\n".join(rows)


def visit(page: Page, address: str) -> Wire:
    """Open an address in a new browser, and wait until it is quiet."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    wire = Wire()
    session.on("Network.responseReceived", wire.respond)
    session.on("Network.loadingFinished", wire.finish)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return wire


def compressed(url: str) -> bytes:
    """Return a document as a server compresses it with gzip."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})  # noqa: S310
    with urllib.request.urlopen(request) as reply:  # noqa: S310
        assert reply.headers["Content-Encoding"] == "gzip"
        return reply.read()


def bytes_until(stream: bytes, mark: str) -> int:
    """Return how much of a gzip stream must have come before the mark can be read."""
    low, high = 0, len(stream)
    while low < high:
        middle = (low + high) // 2
        if mark in begun(stream[:middle]):
            high = middle
        else:
            low = middle + 1
    return low


def begun(part: bytes) -> str:
    """Return what a browser can read of the beginning of a gzip stream."""
    return zlib.decompressobj(wbits=GZIP).decompress(part).decode("utf-8", "ignore")


def weight(text: str) -> int:
    return len(gzip.compress(text.encode()))
