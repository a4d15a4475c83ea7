"""Compression: which a browser takes, and how we make it."""

import gzip
from functools import lru_cache

import brotli
from django.http.request import MediaType

IDENTITY = "identity"
# Smallest first: the order among those that a browser likes alike.
ENCODINGS = ("br", "gzip", IDENTITY)
# Not compressed is what remains, unless the browser rules it out.
LAST_RESORT = 0.001


@lru_cache(maxsize=256)
def accepted_encodings(header: str) -> tuple[str, ...]:
    """Return the encodings of ours that `Accept-Encoding` allows, the best first.

    With nothing left, the page goes uncompressed rather than not at all.
    """
    given = _qualities(header)
    others = given.get("*", 0)
    qualities = {name: given.get(name, others) for name in ENCODINGS}
    if IDENTITY not in given and "*" not in given:
        qualities[IDENTITY] = LAST_RESORT
    allowed = [name for name in ENCODINGS if qualities[name] > 0]
    return tuple(sorted(allowed, key=lambda name: -qualities[name])) or (IDENTITY,)


def _qualities(header: str) -> dict[str, float]:
    found = {}
    for part in header.lower().split(","):
        try:
            # Written like a media type: a name and a quality.
            coding = MediaType(part.strip())
        except ValueError:
            continue
        found[coding.main_type] = coding.quality
    return found


def compress(content: bytes, encoding: str) -> bytes:
    """Return the content in one of our encodings, as small as is worth its time."""
    if encoding == "br":
        return brotli.compress(content, quality=6)
    if encoding == "gzip":
        return gzip.compress(content, mtime=0)
    return content
