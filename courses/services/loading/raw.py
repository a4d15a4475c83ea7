"""Makes the raw value of a block from a part of a content file.

The file has the shape of the block: maps for structs, lists for lists. Every item
gets an id made from its key, so that answers refer to the same option for ever.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid5

from wagtail.blocks import (
    Block,
    CharBlock,
    ListBlock,
    RegexBlock,
    StructBlock,
    StructBlockValidationError,
    TextBlock,
)
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from .files import ContentError, Part

NAMESPACE = UUID("b0b7c1d2-8a1f-4d5e-9b0a-6f6a7e2d9c11")
# Where the file's word is not the block's.
WORDS = {"sender": "from"}
# What a map may hold beside the block's own fields.
EXTRA = {"key", "type"}
Finder = Callable[[Part], int]


class RawMaker:
    """Turns parts into raw values; `find_image` and `find_activity` return keys."""

    def __init__(self, find_image: Finder, find_activity: Finder) -> None:
        self.find_image, self.find_activity = find_image, find_activity

    def make(self, block: Block, part: Part, language: str, path: str) -> Any:
        """Return the raw value. `path` names the part in ids. Raises ContentError."""
        if isinstance(block, ImageChooserBlock):
            return self.find_image(part)
        if isinstance(block, SnippetChooserBlock):
            return self.find_activity(part)
        if isinstance(block, ListBlock):
            return self.make_list(block, part, language, path)
        if isinstance(block, StructBlock):
            return self.make_struct(block, part, language, path)
        if part.is_text or isinstance(part.value, str):
            return part.text(language)
        return part.value

    def make_list(
        self, block: ListBlock, part: Part, language: str, path: str
    ) -> list[Any]:
        items = [part] if part.is_map else list(part)
        raw = []
        for number, item in enumerate(items):
            name = item.key if "key" in item else str(number)
            item_path = f"{path}/{name}"
            value = self.make(block.child_block, item, language, item_path)
            raw.append({"type": "item", "id": make_id(item_path), "value": value})
        return raw

    def make_struct(
        self, block: StructBlock, part: Part, language: str, path: str
    ) -> dict[str, Any]:
        if not part.is_map:
            raise ContentError(part, "Named parts are expected here.")
        known = {WORDS.get(name, name) for name in block.child_blocks}
        for name in part.names():
            if name not in known | EXTRA:
                raise ContentError(part[name], f"“{name}” is not known here.")
        raw = {}
        for name, child in block.child_blocks.items():
            word = WORDS.get(name, name)
            if word in part:
                raw[name] = self.make(child, part[word], language, f"{path}/{name}")
            else:
                raw[name] = empty(child)
        return raw


def empty(block: Block) -> Any:
    """Return what a form leaves of a field that nobody filled in."""
    default = block.get_default()
    if default is None:
        return "" if isinstance(block, (CharBlock, TextBlock, RegexBlock)) else None
    return block.get_prep_value(default)


def make_id(path: str) -> str:
    """Return the same id for the same path, for ever."""
    return str(uuid5(NAMESPACE, path))


def check_block(block: Block, value: Any, part: Part) -> None:
    """Check a value as the CMS does. Raises ContentError with the line to mend."""
    try:
        block.clean(value)
    except Exception as error:
        where, text = find_fault(error, part)
        raise ContentError(where, text) from error


def find_fault(error: Any, part: Part) -> tuple[Part, str]:
    """Follow a block's error down to the part that caused it."""
    if isinstance(error, StructBlockValidationError) and error.block_errors:
        name, inner = next(iter(error.block_errors.items()))
        word = WORDS.get(name, name)
        where = part.nearest(word)
        if where is part:
            found, text = find_fault(inner, part)
            return found, f"“{word}”: {text}"
        return find_fault(inner, where)
    if isinstance(error, (ListBlockValidationError, StreamBlockValidationError)):
        inner_errors = error.block_errors or {}
        pairs = (
            inner_errors.items()
            if isinstance(inner_errors, dict)
            else enumerate(inner_errors)
        )
        for number, inner in pairs:
            if inner:
                items = list(part) if part.is_list else [part]
                return find_fault(inner, items[number])
        error = error.non_block_errors
    return part, first_message(error)


def first_message(error: Any) -> str:
    """Return the first sentence of any kind of validation error."""
    if hasattr(error, "as_data"):
        error = error.as_data()
    if isinstance(error, list):
        return first_message(error[0]) if error else ""
    messages = getattr(error, "messages", None)
    return str(messages[0]) if messages else str(error)
