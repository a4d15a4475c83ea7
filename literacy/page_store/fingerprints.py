"""What pages depend on beside content: the software and its settings."""

import hashlib
import json
from pathlib import Path, PurePath
from typing import Any

from django.conf import settings
from django.utils.functional import Promise

SOURCES = ("campaigns", "courses", "literacy", "locale", "quizzes", "static")


def site_fingerprint() -> str:
    """Return a name for this state of files and settings, alike in all workers.

    A page rendered by other templates, or for another public address, is another page.
    """
    digest = hashlib.sha256()
    for path in source_files(settings.BASE_DIR):
        facts = path.stat()
        digest.update(f"{path}:{facts.st_size}:{facts.st_mtime_ns}\n".encode())
    values = {name: getattr(settings, name) for name in dir(settings) if name.isupper()}
    digest.update(json.dumps(values, default=plain, sort_keys=True).encode())
    return digest.hexdigest()[:16]


def source_files(root: Path) -> list[Path]:
    found = [root / "requirements.txt"]
    for folder in SOURCES:
        found += (root / folder).rglob("*")
    return sorted(
        path for path in found if path.is_file() and "__pycache__" not in path.parts
    )


def plain(value: Any) -> str:
    """Return the same text in every process; functions are told by their kind."""
    if isinstance(value, Promise | PurePath):
        return str(value)
    return type(value).__name__
