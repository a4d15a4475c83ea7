"""The block of each format; a bank item's body is exactly one of them."""

from importlib import import_module
from typing import Any

from .base import FormatBlock
from .names import NAMES

FORMATS: list[tuple[str, FormatBlock]] = [
    (name, import_module(f"quizzes.formats.{name}.block").BLOCK) for name in NAMES
]


def format_choices() -> list[tuple[str, Any]]:
    """Return every format with its name."""
    return [(name, block.label) for name, block in FORMATS]
