"""A finished page, compressed once, as it is kept and as it is shown."""

import gzip
import hashlib
import json
import time
from dataclasses import dataclass
from typing import NamedTuple

from django.http import HttpResponse

from literacy.encodings import IDENTITY, compress

# How long copies stand in for what is being rendered again.
STAND_IN_NS = 30 * 10**9
SECONDS_IN_BROWSERS = 60
# Made for each reply, or for one visitor.
NOT_KEPT = {"Content-Length", "Vary"}


class Version(NamedTuple):
    """When copies were last thrown away, and last declared old: ns since 1970."""

    purged: int
    renewed: int


@dataclass(frozen=True)
class StoredPage:
    """One rendering in the encodings that browsers take."""

    version: Version
    # Seconds since 1970.
    expires: float
    digest: str
    headers: dict[str, str]
    brotli: bytes
    gzipped: bytes

    @classmethod
    def from_response(
        cls, response: HttpResponse, version: Version, seconds: float
    ) -> "StoredPage":
        """Keep a rendering that was begun in this version for so many seconds."""
        content = response.content
        return cls(
            version,
            time.time() + seconds,
            hashlib.sha256(content).hexdigest()[:20],
            {
                name: value
                for name, value in response.headers.items()
                if name not in NOT_KEPT
            },
            compress(content, "br"),
            compress(content, "gzip"),
        )

    def is_fresh(self, version: Version) -> bool:
        """Return whether nothing that it may show has changed."""
        return self.version == version and time.time() < self.expires

    def may_stand_in(self, version: Version) -> bool:
        """Return whether it may be shown while the page is rendered again."""
        now = time.time_ns()
        return (
            self.version.purged == version.purged
            and now - version.renewed < STAND_IN_NS
            and now < self.expires * 10**9
        )

    def to_reply(self, encoding: str) -> HttpResponse:
        """Return the page in one of our encodings, the same bytes for everybody."""
        if encoding == IDENTITY:
            content = gzip.decompress(self.gzipped)
        else:
            content = self.brotli if encoding == "br" else self.gzipped
        reply = HttpResponse(content)
        headers = self.headers | {
            "Content-Length": str(len(content)),
            "ETag": f'"{self.digest}-{encoding}"',
            "Cache-Control": f"public, max-age={SECONDS_IN_BROWSERS}",
            "Vary": "Accept-Encoding",
        }
        if encoding != IDENTITY:
            headers["Content-Encoding"] = encoding
        for name, value in headers.items():
            reply.headers[name] = value
        return reply

    def to_bytes(self) -> bytes:
        """Return a line of JSON, then the page in Brotli, then in gzip."""
        about = {
            "version": self.version,
            "expires": self.expires,
            "digest": self.digest,
            "headers": self.headers,
            "brotli": len(self.brotli),
        }
        return json.dumps(about).encode() + b"\n" + self.brotli + self.gzipped

    @classmethod
    def from_bytes(cls, data: bytes) -> "StoredPage | None":
        """Return the page; None for data that cannot be read."""
        line, _, bodies = data.partition(b"\n")
        try:
            about = json.loads(line)
            split = about["brotli"]
            return cls(
                Version(*about["version"]),
                about["expires"],
                about["digest"],
                about["headers"],
                bodies[:split],
                bodies[split:],
            )
        except (ValueError, LookupError, TypeError):
            return None
