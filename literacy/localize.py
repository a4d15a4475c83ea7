"""Three repairs to wagtail-localize 1.14."""

from typing import Any


def mend_wagtail_localize() -> None:
    """Find all strings to translate, and say dates in every language."""
    mend_dates()
    mend_segments()


def mend_dates() -> None:
    """Write the day of a translation in numbers: its month names are English."""
    from wagtail_localize import models
    from wagtail_localize.views import edit_translation

    models.DATE_FORMAT = edit_translation.DATE_FORMAT = "%Y/%m/%d"


def mend_segments() -> None:
    """Pass the raw value on to a StructBlock inside a StructBlock.

    Without it a ListBlock below is silently not offered for translation, and an
    ImageBlock below (or one missing from old rows) stops the submission.
    """
    from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

    if getattr(StreamFieldSegmentExtractor, "is_mended", False):
        return
    extract_image = StreamFieldSegmentExtractor.handle_image_block

    def handle_struct_block(
        self: Any, struct_block: Any, raw_value: Any = None
    ) -> list[Any]:
        inner: dict[str, Any] = {}
        if isinstance(raw_value, dict):
            value = raw_value.get("value")
            has_type = "type" in raw_value and isinstance(value, dict)
            inner = value if has_type else raw_value  # type: ignore[assignment]
        segments = []
        for name, value in struct_block.items():
            block = struct_block.block.child_blocks[name]
            found = self.handle_block(block, value, raw_value=inner.get(name))
            segments.extend(segment.wrap(name) for segment in found)
        return segments

    def handle_image_block(
        self: Any, block: Any, value: Any, raw_value: Any = None
    ) -> Any:
        return extract_image(self, block, value, raw_value=raw_value or {})

    StreamFieldSegmentExtractor.handle_struct_block = handle_struct_block
    StreamFieldSegmentExtractor.handle_image_block = handle_image_block
    StreamFieldSegmentExtractor.is_mended = True
