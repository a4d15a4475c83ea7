"""What we change of wagtail-localize 1.14.5, each with its report or its behaviour.

A method that was replaced is kept as `upstream` of ours. The tests call it: they fail
once the library needs the repair no more.
"""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from wagtail.models import WorkflowMixin


def repair_library() -> None:
    """Make all repairs; safe to repeat."""
    write_dates_in_numbers()
    find_nested_segments()
    save_drafts_as_drafts()
    show_workflows()
    offer_no_aliases()
    write_segments_in_bulk()
    tell_what_is_outdated()


def replace(owner: Any, name: str, make: Callable[[Any], Any]) -> None:
    """Put what `make` returns for a method in its place, once."""
    found = getattr(owner, name)
    if hasattr(found, "upstream"):
        return
    ours = make(found)
    ours.upstream = found
    setattr(owner, name, ours)


def write_dates_in_numbers() -> None:
    """Write the day of a translation in numbers: `strftime` has English months only.

    Behaviour of `wagtail_localize.compat.DATE_FORMAT`.
    """
    from wagtail_localize import models
    from wagtail_localize.views import edit_translation

    models.DATE_FORMAT = edit_translation.DATE_FORMAT = "%Y/%m/%d"


def write_segments_in_bulk() -> None:
    """Write strings, places and segments of a source in bulk.

    Behaviour of `TranslationSource.refresh_segments`: six statements for each string.
    """
    from wagtail_localize.models import TranslationSource

    from .segments import refresh_segments

    def make(upstream: Any) -> Any:
        def refresh(self: Any) -> None:
            refresh_segments(self)

        return refresh

    replace(TranslationSource, "refresh_segments", make)


def find_nested_segments() -> None:
    """Pass the raw value on to a StructBlock inside a StructBlock; skip what is None.

    Without it a ListBlock below is silently not offered for translation, an
    ImageBlock below stops the submission (wagtail/wagtail-localize#935), and so does a
    text that an old row does not have yet (#918, #875).
    """
    from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

    def make_struct(upstream: Any) -> Any:
        def handle_struct_block(
            self: Any, struct_block: Any, raw_value: Any = None
        ) -> list[Any]:
            inner = inner_value(raw_value)
            return [
                segment.wrap(name)
                for name, value in struct_block.items()
                if value is not None
                for segment in self.handle_block(
                    struct_block.block.child_blocks[name],
                    value,
                    raw_value=inner.get(name),
                )
            ]

        return handle_struct_block

    def make_image(upstream: Any) -> Any:
        def handle_image_block(
            self: Any, block: Any, value: Any, raw_value: Any = None
        ) -> Any:
            return upstream(self, block, value, raw_value=raw_value or {})

        return handle_image_block

    replace(StreamFieldSegmentExtractor, "handle_struct_block", make_struct)
    replace(StreamFieldSegmentExtractor, "handle_image_block", make_image)


def inner_value(raw_value: Any) -> dict[str, Any]:
    """Return the raw value of a StructBlock, whether it has a type and id or not."""
    if not isinstance(raw_value, dict):
        return {}
    value = raw_value.get("value")
    return value if "type" in raw_value and isinstance(value, dict) else raw_value


def save_drafts_as_drafts() -> None:
    """Save a draft as a draft, and publish in the same transaction.

    The library writes a draft's words into the row that learners see, and takes a live
    snippet offline (wagtail/wagtail-localize#463).
    """
    from wagtail_localize.models import Translation

    from .services import save_target

    replace(Translation, "save_target", lambda upstream: own(save_target))


def own(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that stands for a method, and takes an attribute."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        return function(self, *args, **kwargs)

    return method


def show_workflows() -> None:
    """Tell the status of a translated activity where its workflow's pages are.

    The library's edit view gives Wagtail's panel no such addresses, and the panel fails
    while an activity waits for a second editor (behaviour of `edit_translation`).
    """
    from wagtail.admin.ui.side_panels import StatusSidePanel

    def make(upstream: Any) -> Any:
        def get_context_data(self: Any, parent_context: Any) -> dict[str, Any]:
            context: dict[str, Any] = upstream(self, parent_context)
            viewset = getattr(self.model, "snippet_viewset", None)
            if viewset and self.object.pk and isinstance(self.object, WorkflowMixin):
                name = viewset.get_url_name("workflow_history")
                context["workflow_history_url"] = reverse(name, args=[self.object.pk])
                compare = viewset.get_url_name("revisions_compare")
                context["revisions_compare_url_name"] = compare
            return context

        return get_context_data

    replace(StatusSidePanel, "get_context_data", make)


def offer_no_aliases() -> None:
    """Offer no language that repeats another: its aliases would go live at once.

    They do so whatever the settings say (wagtail/wagtail-localize#743).
    """
    from wagtail_localize.locales.components import LOCALE_COMPONENTS
    from wagtail_localize.models import LocaleSynchronization

    LOCALE_COMPONENTS[:] = [
        one for one in LOCALE_COMPONENTS if one["model"] is not LocaleSynchronization
    ]


def tell_what_is_outdated() -> None:
    """Call no translation up to date that is older than what is published.

    The library compares with the last sync only (behaviour of `get_status_display`).
    """
    from wagtail_localize.models import Translation

    from .columns import OLDER

    def make(upstream: Any) -> Any:
        def get_status_display(self: Any) -> str:
            # The report annotates its rows (literacy.translation.views).
            is_outdated = getattr(self, "is_outdated", False)
            return str(OLDER) if is_outdated else upstream(self)

        return get_status_display

    replace(Translation, "get_status_display", make)
