"""Texts of several lines, with one kind of line end."""

from typing import Any

from django import forms


def one_line_end(text: str) -> str:
    """Return the text with the line ends of all systems as one kind.

    A browser sends another kind than it was given, so a text that nobody touched would
    count as a new one, and its translation as missing.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


class LinesField(forms.CharField):
    """Reads what was typed into several lines."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return one_line_end(text) if isinstance(text, str) else text
