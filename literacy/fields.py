"""Model fields that the apps share."""

from typing import Any

from wagtail import fields


class StreamField(fields.StreamField):
    """A StreamField that keeps its block definitions out of migrations.

    Changing a block then needs no migration. The price: a data migration sees
    raw JSON only.
    """

    def __init__(self, block_types: Any = None, **kwargs: Any) -> None:
        kwargs.pop("block_lookup", None)
        super().__init__(block_types or [], **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        for key in ("block_lookup", "verbose_name", "help_text"):
            kwargs.pop(key, None)
        return name, path, [], kwargs
