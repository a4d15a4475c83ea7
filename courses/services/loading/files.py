"""Reads a content file, and knows the line that each part stands in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .reading import Error, Map, Seq, load

LANGUAGES = ("ar", "en")


class ContentError(Exception):
    """Something in a content file is wrong; the text names file and line."""

    def __init__(self, part: "Part", text: str) -> None:
        super().__init__(f"{part.file}:{part.line}: {text}")


class Part:
    """A map, a list or a value of a content file, with its place."""

    def __init__(self, file: Path, value: Any, line: int) -> None:
        self.file, self.value, self.line = file, value, line

    @property
    def is_map(self) -> bool:
        return isinstance(self.value, Map)

    @property
    def is_list(self) -> bool:
        return isinstance(self.value, Seq)

    @property
    def is_text(self) -> bool:
        """Tell whether this is a text in languages."""
        return self.is_map and any(language in self.value for language in LANGUAGES)

    def __contains__(self, name: str) -> bool:
        return self.is_map and name in self.value

    def __getitem__(self, name: str) -> "Part":
        """Return a named part. Raises ContentError when it is missing."""
        if name not in self:
            raise ContentError(self, f"“{name}” is missing.")
        return Part(self.file, self.value[name], self.value.lines[name])

    def __iter__(self) -> Iterator["Part"]:
        """Go through a list. Raises ContentError for anything else."""
        if not self.is_list:
            raise ContentError(self, "A list is expected here.")
        for value, line in zip(self.value, self.value.lines, strict=True):
            yield Part(self.file, value, line)

    def nearest(self, name: str) -> "Part":
        """Return the named part, or this one when there is none."""
        if name not in self:
            return self
        return self[name]

    def names(self) -> list[str]:
        return list(self.value) if self.is_map else []

    def get(self, name: str, default: Any = None) -> Any:
        """Return the plain value of a named part, or the default."""
        return self.value.get(name, default) if self.is_map else default

    def text(self, language: str) -> str:
        """Return the words in a language. Raises ContentError when there are none."""
        if not self.is_map:
            return str(self.value).strip()
        words = self.value.get(language)
        if not isinstance(words, str) or not words.strip():
            raise ContentError(self, f"The words in “{language}” are missing.")
        return words.strip()

    @property
    def key(self) -> str:
        """The part's own key. Raises ContentError when it has none."""
        return str(self["key"].value)


def read_file(path: Path) -> Part:
    """Return the file as one map. Raises ContentError."""
    whole = Part(path, None, 1)
    try:
        value = load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(whole, "There is no such file.") from None
    except Error as error:
        mark = error.problem_mark or error.context_mark
        whole.line = mark.line + 1 if mark else 1
        raise ContentError(whole, f"This is not YAML: {error.problem}.") from error
    if not isinstance(value, Map):
        raise ContentError(whole, "The file must begin with named parts.")
    return Part(path, value, 1)
