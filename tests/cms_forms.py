"""What a browser sends when an editor saves a form of the CMS."""

from typing import Any

from django.forms.models import model_to_dict
from wagtail import blocks
from wagtail.fields import StreamField

Fields = dict[str, Any]


def fields_of(block: blocks.Block, value: Any, prefix: str) -> Fields:
    """Return a block's value as form fields."""
    if isinstance(block, blocks.StructBlock):
        return {
            name: field
            for child_name, child in block.child_blocks.items()
            for name, field in fields_of(
                child, value[child_name], f"{prefix}-{child_name}"
            ).items()
        }
    if isinstance(block, blocks.ListBlock):
        return item_fields(value.bound_blocks, prefix)
    if isinstance(block, blocks.StreamBlock):
        return item_fields(value, prefix)
    if isinstance(block, blocks.BooleanBlock):
        return {prefix: "on"} if value else {}
    shown = block.value_for_form(value)
    if isinstance(block, blocks.ChooserBlock):
        shown = getattr(value, "pk", "")
    return {prefix: "" if shown is None else shown}


def item_fields(items: Any, prefix: str) -> Fields:
    fields: Fields = {f"{prefix}-count": len(items)}
    for number, item in enumerate(items):
        own = f"{prefix}-{number}"
        fields |= {
            f"{own}-deleted": "",
            f"{own}-order": number,
            f"{own}-id": item.id or "",
            **fields_of(item.block, item.value, f"{own}-value"),
        }
        if hasattr(item, "block_type"):
            fields[f"{own}-type"] = item.block_type
    return fields


def form_of(instance: Any, **changes: Any) -> Fields:
    """Return the edit form of a page or snippet as it stands, with changes."""
    fields: Fields = {}
    for name, value in model_to_dict(instance).items():
        field = instance._meta.get_field(name)
        if isinstance(field, StreamField):
            stream = getattr(instance, name)
            fields |= fields_of(stream.stream_block, stream, name)
        elif value is not None and not isinstance(value, list | bool):
            fields[name] = value
        elif value is True:
            fields[name] = "on"
    comments = {
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "comments-MIN_NUM_FORMS": 0,
        "comments-MAX_NUM_FORMS": 1000,
    }
    return {**fields, **comments, **changes}
