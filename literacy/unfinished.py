"""What a draft keeps of unfinished work; publishing asks for the rest."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.base import BlockField
from wagtail.blocks.list_block import ListValue

from .raw import Path, faults, fits, placed_in_stream

Refused = list[tuple[Path, str]]


class DraftBlockField(BlockField):
    """The form field of a stream: a draft keeps every value that can be shown again.

    Wagtail defers validation by switching `required` off in the blocks themselves,
    which all threads share: meanwhile another editor could publish what is empty.
    Here the blocks stay as they are.
    """

    def clean(self, value: Any) -> Any:
        if not getattr(self, "is_deferred_validation", False):
            return super().clean(value)
        refused: Refused = []
        kept = kept_value(self.block, value, refused)
        error = placed_in_stream(value, refused)
        if error:
            raise error
        return kept


def kept_value(
    block: blocks.Block, value: Any, refused: Refused, path: Path = ()
) -> Any:
    """Return what a draft keeps of a block's value; note what it cannot keep."""
    if isinstance(block, blocks.StreamBlock):
        return blocks.StreamValue(
            block,
            [
                (
                    child.block.name,
                    kept_value(child.block, child.value, refused, (*path, number)),
                    child.id,
                )
                for number, child in enumerate(value)
            ],
        )
    if isinstance(block, blocks.ListBlock):
        return ListValue(
            block,
            bound_blocks=[
                ListValue.ListChild(
                    block.child_block,
                    kept_value(block.child_block, one.value, refused, (*path, number)),
                    id=one.id,
                )
                for number, one in enumerate(value.bound_blocks)
            ],
        )
    if isinstance(block, blocks.StructBlock):
        return block.normalize(
            {
                name: kept_value(child, value.get(name), refused, (*path, name))
                for name, child in block.child_blocks.items()
            }
        )
    return kept_leaf(block, value, refused, path)


def kept_leaf(block: blocks.Block, value: Any, refused: Refused, path: Path) -> Any:
    """Return the clean value; else the given one, if the block can show it again."""
    try:
        return block.clean(value)
    except ValidationError as error:
        raw = block.get_prep_value(value)
        if raw is None or fits(block, raw):
            return value
        if raw == "":
            return None
        refused += [(path, text) for _path, text in faults(error)]
        return value
