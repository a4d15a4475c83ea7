"""Small stylesheets, built from `static/css`: one is printed into every page.

Inlined, it arrives with the first bytes of the document; its hash in the
content-security policy allows it, so that pages stay the same for everybody.
"""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import rcssmin
from django.conf import settings
from django.templatetags.static import static

SOURCE = Path(__file__).resolve().parent.parent / "static" / "css"
LAYERS = "@layer reset, tokens, base, layout, components, utilities;"
SHEETS = {
    "site": (
        "fonts",
        "reset",
        "tokens",
        "dark",
        "base",
        "layout",
        "components/*",
        "utilities",
        "print",
    ),
    # Pages that only say what happened (literacy.messages).
    "message": ("message",),
}
_URL = re.compile(r"url\(\.\./([^)]+)\)")
_LEADING_ZERO = re.compile(r"(?<=[ :,(-])0(?=\.\d)")


def built_stylesheet(sheet: str = "site") -> str:
    """Return a whole stylesheet; while developing, as the sources are now."""
    return _build(sheet, _newest(sheet) if settings.DEBUG else 0)


def stylesheet_hash(sheet: str = "site") -> str:
    """Return the source expression that allows it in the policy."""
    digest = hashlib.sha256(built_stylesheet(sheet).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def source_files(sheet: str = "site") -> list[Path]:
    """Return the sources in the order in which they are joined."""
    return [
        path for name in SHEETS[sheet] for path in sorted(SOURCE.glob(f"{name}.css"))
    ]


@lru_cache(maxsize=len(SHEETS))
def _build(sheet: str, _version: int) -> str:
    text = "".join(path.read_text(encoding="utf-8") for path in source_files(sheet))
    text = rcssmin.cssmin((LAYERS if sheet == "site" else "") + text)
    text = _LEADING_ZERO.sub("", text)
    return _URL.sub(lambda match: f"url({static(match[1])})", text)


def _newest(sheet: str) -> int:
    return max(path.stat().st_mtime_ns for path in source_files(sheet))
