"""Repairs to wagtail-localize 1.14."""

from typing import Any

from django.urls import reverse
from wagtail.models import WorkflowMixin


def repair_library() -> None:
    """Find all strings to translate, say dates in every language, show workflows."""
    mend_dates()
    mend_segments()
    mend_status()


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


def mend_status() -> None:
    """Tell the status of a translated activity where its workflow's pages are.

    Without it the translation of an activity cannot be opened while it waits for a
    second editor.
    """
    from wagtail.admin.ui.side_panels import StatusSidePanel

    if getattr(StatusSidePanel, "is_mended", False):
        return
    get_context_data = StatusSidePanel.get_context_data

    def with_workflow(self: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = get_context_data(self, parent_context)
        viewset = getattr(self.model, "snippet_viewset", None)
        if viewset and self.object.pk and isinstance(self.object, WorkflowMixin):
            name = viewset.get_url_name("workflow_history")
            context["workflow_history_url"] = reverse(name, args=[self.object.pk])
            compare = viewset.get_url_name("revisions_compare")
            context["revisions_compare_url_name"] = compare
        return context

    StatusSidePanel.get_context_data = with_workflow
    StatusSidePanel.is_mended = True
