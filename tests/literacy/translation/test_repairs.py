"""Repairs of wagtail-localize: each works, and each is needed still.

A test named “needed” fails once the library is mended: then its repair can go.
"""

import pytest
from django.db.models.signals import pre_save
from django.urls import NoReverseMatch
from django.utils.translation import override
from wagtail import blocks
from wagtail.admin.ui.side_panels import StatusSidePanel
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail_localize import compat
from wagtail_localize import models as library
from wagtail_localize.locales.components import LOCALE_COMPONENTS
from wagtail_localize.models import LocaleSynchronization, Translation
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from literacy.translation.queries import outdated
from literacy.translation.receivers import keep_foreign_aliases_offline
from literacy.translation.repairs import repair_library
from tests.base import make_adam, make_edda, signed_in
from tests.make import (
    item,
    make_activity,
    make_home,
    make_info,
    make_lesson,
    make_locale,
)
from tests.translations import edit_url, live_in_english, say, translation_of


class Inner(blocks.StructBlock):
    text = blocks.CharBlock()
    lines = blocks.ListBlock(blocks.CharBlock())


class Outer(blocks.StructBlock):
    inner = Inner()


class Framed(blocks.StructBlock):
    inner = blocks.StructBlock([("picture", ImageBlock(required=False))])


@pytest.fixture
def edda(db):
    make_home()
    return signed_in(make_edda())


@pytest.fixture
def as_shipped(monkeypatch):
    """Put a method of the library back as it is shipped."""

    def put_back(owner, name):
        monkeypatch.setattr(owner, name, getattr(owner, name).upstream)

    return put_back


def segments_in(block: blocks.Block, raw) -> list[str]:
    """Return the texts that are offered for translation."""
    stream = blocks.StreamBlock([("part", block)])
    value = stream.to_python([item(raw, "part")])
    found = StreamFieldSegmentExtractor(None).handle_stream_block(value)
    return [segment.string.data for segment in found]


def nested():
    return {"inner": {"text": "one", "lines": [item("two"), item("three")]}}


def test_repairs_are_made_once():
    repair_library()
    method = Translation.save_target
    assert not hasattr(method.upstream, "upstream")


# Segments


def test_lists_in_nested_structs_are_offered():
    assert segments_in(Outer(), nested()) == ["one", "two", "three"]


def test_nested_lists_needed(as_shipped):
    as_shipped(StreamFieldSegmentExtractor, "handle_struct_block")
    assert segments_in(Outer(), nested()) == ["one"]


def test_pictures_in_nested_structs_stop_nothing():
    assert segments_in(Framed(), {"inner": {}}) == []


def test_nested_pictures_needed(as_shipped):
    """Upstream: wagtail/wagtail-localize#935."""
    as_shipped(StreamFieldSegmentExtractor, "handle_struct_block")
    as_shipped(StreamFieldSegmentExtractor, "handle_image_block")
    with pytest.raises(AttributeError):
        segments_in(Framed(), {"inner": {}})


def test_a_text_that_old_rows_lack_stops_nothing():
    raw = {"inner": {"text": None, "lines": [item("two")]}}
    assert segments_in(Outer(), raw) == ["two"]


def test_missing_texts_needed(as_shipped):
    """Upstream: wagtail/wagtail-localize#918."""
    as_shipped(StreamFieldSegmentExtractor, "handle_struct_block")
    with pytest.raises(TypeError):
        segments_in(Outer(), {"inner": {"text": None, "lines": []}})


# Dates


def test_dates_are_numbers():
    assert library.DATE_FORMAT == "%Y/%m/%d"


def test_dates_in_numbers_needed():
    assert "%B" in compat.DATE_FORMAT


# Drafts


def test_a_draft_changes_nothing_live(edda):
    activity = make_activity()
    english = live_in_english(edda, activity)
    say(activity, "why", "Not published yet")
    translation_of(activity).save_target(publish=False)
    english.refresh_from_db()
    assert (english.why, english.live) == ("English words", True)
    assert english.get_latest_revision_as_object().why == "Not published yet"


@pytest.mark.parametrize("make", [make_activity, make_info])
def test_drafts_as_drafts_needed(edda, as_shipped, make):
    """Upstream: wagtail/wagtail-localize#463."""
    thing = make()
    english = live_in_english(edda, thing)
    as_shipped(Translation, "save_target")
    say(thing, "title", "Not published yet")
    translation_of(thing).save_target(publish=False)
    english.refresh_from_db()
    assert english.title == "Not published yet"


# Workflows


def test_a_translation_that_waits_for_a_second_editor_opens(edda):
    assert edda.get(edit_url(waiting_activity(edda))).status_code == 200


def test_workflows_needed(edda, as_shipped):
    english = waiting_activity(edda)
    as_shipped(StatusSidePanel, "get_context_data")
    with pytest.raises(NoReverseMatch):
        edda.get(edit_url(english))


def waiting_activity(client):
    activity = make_activity(sensitivity=2)
    english = live_in_english(client, activity)
    say(activity, "why", "Other words")
    client.post(edit_url(english), {"action": "submit"})
    return english


# Aliases


def test_no_language_is_offered_to_repeat_another(edda):
    assert LocaleSynchronization not in [one["model"] for one in LOCALE_COMPONENTS]
    english = make_locale("en")
    page = signed_in(make_adam()).get(f"/cms/locales/edit/{english.pk}/")
    assert page.status_code == 200
    assert "sync_from" not in page.content.decode()


def repeat_arabic() -> None:
    LocaleSynchronization.objects.create(
        locale=make_locale("en"), sync_from=make_locale()
    )


def test_repeating_a_language_puts_nothing_live(edda):
    make_lesson()
    repeat_arabic()
    assert not Page.objects.filter(locale=make_locale("en"), live=True).exists()


def test_aliases_offline_needed(edda):
    """Upstream: wagtail/wagtail-localize#743."""
    make_lesson()
    pre_save.disconnect(keep_foreign_aliases_offline)
    try:
        repeat_arabic()
    finally:
        pre_save.connect(keep_foreign_aliases_offline)
    assert Page.objects.filter(locale=make_locale("en"), live=True).exists()


# Status


def test_what_is_outdated_needed(edda):
    """The library calls up to date what is older than what is published."""
    activity = make_activity()
    live_in_english(edda, activity)
    activity.refresh_from_db()
    activity.why = "سبب آخر"
    activity.save_revision().publish()
    translation = translation_of(activity)
    translation.is_outdated = outdated().filter(pk=translation.pk).exists()
    upstream = Translation.get_status_display.upstream
    with override("en"):
        assert upstream(translation) == "Up to date"
        assert translation.get_status_display() == "Older than its original"
