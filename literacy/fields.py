"""Model fields that the apps share."""

import json
from typing import Any

from wagtail import fields
from wagtail.blocks import BoundBlock, StreamValue

from .raw import Lost, mended

# Items of a list that code made; raw ones are dicts.
READY = (tuple, BoundBlock)


class StreamField(fields.StreamField):
    """A StreamField that keeps its block definitions out of migrations.

    Changing a block then needs no migration. The price: a data migration sees
    raw JSON only.

    Broken data, as an import may leave them, are mended when they are read: what
    has no place in a block is left out, and its path kept as `lost` of the value.
    """

    def __init__(self, block_types: Any = None, **kwargs: Any) -> None:
        kwargs.pop("block_lookup", None)
        super().__init__(block_types or [], **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        for key in ("block_lookup", "verbose_name", "help_text"):
            kwargs.pop(key, None)
        return name, path, [], kwargs

    def to_python(self, value: Any) -> Any:
        lost: Lost = []
        readable = self.readable(value, lost)
        result = super().to_python(readable)
        if readable is not value or lost:
            result.lost = lost
        return result

    def readable(self, value: Any, lost: Lost) -> Any:
        """Return what Wagtail can read of a value from the database or a file."""
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                lost.append(())
                return value
        if value is None or isinstance(value, StreamValue):
            return value
        if isinstance(value, list) and any(isinstance(one, READY) for one in value):
            return value
        return mended(self.stream_block, value, lost)
