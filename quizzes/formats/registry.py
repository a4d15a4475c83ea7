"""The table of formats, and the questions that it makes."""

from importlib import import_module
from typing import Any

from quizzes.formats.format import Format
from quizzes.formats.names import NAMES
from quizzes.formats.question import Question
from quizzes.models import ActivityVersion
from quizzes.scoring.errors import UnknownFormatError

REGISTRY: dict[str, Format] = {
    name: import_module(f"quizzes.formats.{name}.format").FORMAT for name in NAMES
}


def format_of(name: str) -> Format:
    """Return a format by its name. Raise UnknownFormatError."""
    try:
        return REGISTRY[name]
    except KeyError:
        raise UnknownFormatError(name) from None


def question_of(version: ActivityVersion, **state: Any) -> Question:
    """Return a version as a question on its format's own screen.

    `state` holds the other fields of `Question`. Raise UnknownFormatError.
    """
    return format_of(version.format).screen(version=version, **state)
