"""Raw StreamField data: broken parts are left out, texts found, faults placed."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

Path = tuple[str | int, ...]
Lost = list[Path]

TEXTS = (blocks.CharBlock, blocks.TextBlock)
MOST = 2**63 - 1
NESTED = (
    StructBlockValidationError,
    ListBlockValidationError,
    StreamBlockValidationError,
)


def mended(block: blocks.Block, raw: Any, lost: Lost, path: Path = ()) -> Any:
    """Return raw data in the shape that the block can read.

    What has another shape is left out, and its path noted in `lost`.
    """
    if isinstance(block, blocks.StreamBlock):
        return mended_stream(block, raw, lost, path)
    if isinstance(block, blocks.ListBlock):
        return mended_list(block, raw, lost, path)
    if isinstance(block, blocks.StructBlock):
        return mended_struct(block, raw, lost, path)
    if raw is None or fits(block, raw):
        is_typed = takes_numbers(block) and isinstance(raw, str)
        return int(raw) if is_typed else raw
    lost.append(path)
    return [] if isinstance(block, blocks.MultipleChoiceBlock) else None


def fits(block: blocks.Block, raw: Any) -> bool:
    """Tell whether a field can show the value; its rules are checked later."""
    if isinstance(block, blocks.ChooserBlock):
        return is_key(raw)
    if takes_numbers(block):
        return isinstance(raw, int) or (isinstance(raw, str) and is_number(raw))
    if isinstance(block, blocks.MultipleChoiceBlock):
        return isinstance(raw, list) and all(isinstance(one, str) for one in raw)
    if isinstance(block, (*TEXTS, blocks.RegexBlock)):
        return isinstance(raw, str)
    if isinstance(block, (blocks.ChoiceBlock, blocks.BooleanBlock)):
        return isinstance(raw, (str, int))
    return True


def takes_numbers(block: blocks.Block) -> bool:
    """Tell whether the block's form asks for a whole number, whatever its class.

    A chooser is not asked: its field is built with the widgets of the CMS.
    """
    if isinstance(block, blocks.ChooserBlock):
        return False
    return isinstance(getattr(block, "field", None), forms.IntegerField)


def is_number(text: str) -> bool:
    try:
        return abs(int(text)) <= MOST
    except ValueError:
        return False


def is_key(raw: Any) -> bool:
    """Tell whether the value may be a primary key."""
    if isinstance(raw, bool) or not isinstance(raw, (int, str)):
        return False
    return is_number(str(raw)) and 0 < int(raw) <= MOST


def mended_stream(block: Any, raw: Any, lost: Lost, path: Path) -> list[Any]:
    items = []
    for number, item in enumerate(as_list(raw, lost, path)):
        kind = item.get("type") if isinstance(item, dict) else None
        child = block.child_blocks.get(kind) if isinstance(kind, str) else None
        if child is None or "value" not in item:
            lost.append((*path, number))
            continue
        value = mended(child, item["value"], lost, (*path, number))
        items.append({**item, "id": name_of(item), "value": value})
    return items


def mended_list(block: Any, raw: Any, lost: Lost, path: Path) -> list[Any]:
    child = block.child_block
    items = []
    for number, item in enumerate(as_list(raw, lost, path)):
        own = (*path, number)
        if isinstance(item, dict) and item.get("type") == "item" and "value" in item:
            value = mended(child, item["value"], lost, own)
            items.append({**item, "id": name_of(item), "value": value})
        else:
            items.append(mended(child, item, lost, own))
    return items


def mended_struct(block: Any, raw: Any, lost: Lost, path: Path) -> dict[str, Any]:
    if not isinstance(raw, dict):
        lost.append(path)
        return {}
    children = block.child_blocks
    return {
        name: mended(children[name], value, lost, (*path, name))
        for name, value in raw.items()
        if name in children
    }


def as_list(raw: Any, lost: Lost, path: Path) -> list[Any]:
    if isinstance(raw, list):
        return raw
    if raw is not None:
        lost.append(path)
    return []


def name_of(item: dict[str, Any]) -> str | None:
    """Return the item's id, if it is one."""
    id_ = item.get("id")
    return id_ if isinstance(id_, str) and id_ else None


def texts(block: blocks.Block, raw: Any) -> Iterator[tuple[Path, str]]:
    """Yield each text that somebody wrote, with its path: no short names, no choices.

    The raw data must have the block's shape, as `mended` returns it.
    """
    for path, leaf, value in leaves(block, raw):
        if isinstance(leaf, TEXTS) and isinstance(value, str) and value:
            yield path, value


def pictures(block: blocks.Block, raw: Any) -> Iterator[int]:
    """Yield the primary key of each picture that somebody chose."""
    for _path, leaf, value in leaves(block, raw):
        if isinstance(leaf, ImageChooserBlock) and value:
            yield int(value)


def leaves(
    block: blocks.Block, raw: Any, path: Path = ()
) -> Iterator[tuple[Path, blocks.Block, Any]]:
    """Yield each block that holds no other one, with its path and value."""
    if isinstance(block, blocks.StreamBlock):
        for number, item in enumerate(raw):
            child = block.child_blocks[item["type"]]
            yield from leaves(child, item["value"], (*path, number))
    elif isinstance(block, blocks.ListBlock):
        for number, item in enumerate(raw or []):
            value = item["value"] if is_item(item) else item
            yield from leaves(block.child_block, value, (*path, number))
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            if name in (raw or {}):
                yield from leaves(child, raw[name], (*path, name))
    else:
        yield path, block, raw


def is_item(item: Any) -> bool:
    return isinstance(item, dict) and item.get("type") == "item" and "value" in item


def faults(error: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield each sentence of a block's validation error, with the path it is for."""
    if isinstance(error, NESTED):
        for message in ErrorList(error.non_block_errors.as_data()):
            yield path, message
        for part, inner in (error.block_errors or {}).items():
            yield from faults(inner, (*path, part))
    elif isinstance(error, ErrorList):
        for inner in error.as_data():
            yield from faults(inner, path)
    elif isinstance(error, ValidationError):
        for message in error.messages:
            yield path, str(message)


def placed(
    block: blocks.Block, found: Iterable[tuple[Path, str]]
) -> ValidationError | None:
    """Return one error that the block's form shows at these places; None if empty."""
    own: list[str] = []
    below: dict[str | int, list[tuple[Path, str]]] = {}
    for path, text in found:
        if path and is_nest(block):
            below.setdefault(path[0], []).append((path[1:], text))
        else:
            own.append(text)
    if not own and not below:
        return None
    if not is_nest(block):
        return ValidationError(" ".join(own))
    inner = {part: placed(child_of(block, part), rest) for part, rest in below.items()}
    if isinstance(block, blocks.StructBlock):
        return StructBlockValidationError(inner, own)
    return ListBlockValidationError(inner, own)


def is_nest(block: blocks.Block) -> bool:
    return isinstance(block, (blocks.StructBlock, blocks.ListBlock))


def child_of(block: Any, part: str | int) -> blocks.Block:
    if isinstance(block, blocks.StructBlock):
        return block.child_blocks[part]
    return block.child_block


def placed_in_stream(
    value: Any, found: Iterable[tuple[Path, str]]
) -> ValidationError | None:
    """Return one error for the form of a StreamField; paths begin with a number."""
    own: list[str] = []
    below: dict[int, list[tuple[Path, str]]] = {}
    for path, text in found:
        number = path[0] if path else None
        if isinstance(number, int) and number < len(value):
            below.setdefault(number, []).append((path[1:], text))
        else:
            own.append(text)
    inner = {
        number: placed(value[number].block, rest) for number, rest in below.items()
    }
    return StreamBlockValidationError(inner, own) if own or inner else None


def place_of(value: Any, path: Path) -> str:
    """Return the labels on the way to a place in a stream: “Posts 2, Why”."""
    if not path or not isinstance(path[0], int) or path[0] >= len(value.raw_data):
        return ""
    block: Any = value.stream_block.child_blocks[value.raw_data[path[0]]["type"]]
    names = [str(block.label)]
    for part in path[1:]:
        if isinstance(part, int):
            names[-1] += f" {part + 1}"
            block = getattr(block, "child_block", block)
        else:
            block = block.child_blocks[part]
            names.append(str(block.label))
    return _(", ").join(names)
