"""A text saved by a browser stays the same text, and keeps its translation."""

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from wagtail import blocks
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.models import Revision, TranslatableMixin
from wagtail_localize.models import StringTranslation, TranslationSource

from literacy.blocks import TextBlock
from literacy.fields import StreamField
from literacy.text.lines import LinesField
from quizzes.models import Activity
from tests.base import make_edda, signed_in
from tests.cms_forms import Fields, form_of, press_publish
from tests.literacy.test_cms_input import all_blocks
from tests.make import make_activity, make_home, make_info
from tests.translations import (
    WORDS,
    edit_url,
    live_in_english,
    sync_url,
    translation_of,
)

TWO_LINES = "السطر الأوّل.\n\nالسطر الثاني."
SECTION = {"heading": "عنوان", "text": TWO_LINES}
BEFORE = [
    ("literacy", "0005_telephones"),
    ("quizzes", "0006_versions_know_their_skill"),
    ("courses", "0002_care"),
]


@pytest.fixture
def edda(db):
    make_home()
    return signed_in(make_edda())


def make_page():
    return make_info(intro=TWO_LINES, body=[("section", SECTION)])


def make_snippet():
    return make_activity("feed", why=TWO_LINES)


def as_sent(fields: Fields) -> Fields:
    """Return form fields with the line ends that every browser sends."""
    return {
        name: value.replace("\n", "\r\n") if isinstance(value, str) else value
        for name, value in fields.items()
    }


def open_texts(thing) -> int:
    total, done = translation_of(thing).get_progress()
    return total - done


@pytest.mark.parametrize("make", [make_page, make_snippet])
@pytest.mark.parametrize(("words", "opened"), [({}, 0), ({"title": "اسم آخر"}, 1)])
def test_one_changed_text_opens_one_text(edda, make, words, opened):
    thing = make()
    live_in_english(edda, thing)
    # The address stands in both languages as it is.
    waiting = open_texts(thing)
    sent = as_sent(form_of(thing, **words))
    assert press_publish(edda, edit_url(thing), sent).status_code == 302
    edda.post(sync_url(thing), {})
    assert open_texts(thing) == waiting + opened
    thing.refresh_from_db()
    assert "\r" not in str(Revision.objects.for_instance(thing).last().content)


def test_a_text_may_be_as_long_as_it_looks(edda):
    text = "س" * 397 + "\n\nس"
    activity = make_activity()
    sent = as_sent(form_of(activity, look_for=text))
    assert press_publish(edda, edit_url(activity), sent).status_code == 302
    activity.refresh_from_db()
    assert activity.look_for == text


# The kind


def content_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, TranslatableMixin)
        and model._meta.app_label in ("literacy", "quizzes", "courses", "campaigns")
    ]


@pytest.mark.parametrize("model", content_models())
def test_every_long_text_of_a_form_has_one_line_end(model):
    for field in model._meta.fields:
        if isinstance(field, models.TextField) and field.editable:
            assert isinstance(formfield_for_dbfield(field), LinesField), field.name


@pytest.mark.parametrize("model", content_models())
def test_every_long_text_of_a_stream_has_one_line_end(model):
    for field in model._meta.fields:
        if isinstance(field, StreamField):
            for block in all_blocks(field.stream_block):
                is_long = isinstance(block, blocks.TextBlock)
                assert not is_long or isinstance(block, TextBlock), block.label


# What is stored


def migrate_again() -> None:
    """Go back before texts were mended, and forward to now."""
    MigrationExecutor(connection).migrate(BEFORE)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def spoil(thing, client) -> None:
    """Store what a browser's save left before: other line ends, and lost words."""
    for name in ("why", "look_for"):
        setattr(thing, name, getattr(thing, name).replace("\n", "\r\n"))
    raw = list(thing.body.raw_data)
    raw[0]["value"]["intro"] = TWO_LINES.replace("\n", "\r\n")
    thing.body = Activity._meta.get_field("body").to_python(raw)
    thing.save()
    thing.save_revision().publish()
    client.post(sync_url(thing), {})


def test_stored_texts_are_mended_with_their_translations(committed_db):
    make_home()
    edda = signed_in(make_edda())
    body = {**make_activity("feed").body.raw_data[0]["value"], "intro": TWO_LINES}
    activity = make_activity("feed", why=TWO_LINES, body=body)
    live_in_english(edda, activity)
    spoil(activity, edda)
    assert open_texts(activity) == 3
    again = translation_of(activity).source.stringsegment_set.get(context__path="why")
    StringTranslation.objects.create(
        translation_of=again.string,
        context=again.context,
        locale=translation_of(activity).target_locale,
        data="Translated anew",
    )
    migrate_again()
    activity.refresh_from_db()
    assert activity.why == TWO_LINES
    assert activity.body[0].value["intro"] == TWO_LINES
    assert (
        "\\r"
        not in TranslationSource.objects.get(
            object_id=activity.translation_key
        ).content_json
    )
    assert not [
        revision
        for revision in Revision.objects.for_instance(activity)
        if "\\r" in str(revision.content)
    ]
    assert open_texts(activity) == 0
    words = dict(
        StringTranslation.objects.filter(
            context__object_id=activity.translation_key
        ).values_list("context__path", "data")
    )
    assert (words["why"], words["look_for"]) == ("Translated anew", WORDS)
    edda.post(sync_url(activity), {})
    assert open_texts(activity) == 0


def test_mended_json_keeps_everything_else():
    from literacy.migrations._line_ends import mended

    inner = '[{"type": "a", "value": "x\\r\\ny \\\\r"}]'
    before = {"body": inner, "n": 3, "list": [None, "a\r\nb", "[\\r not json"]}
    assert mended(before) == {
        "body": '[{"type": "a", "value": "x\\ny \\\\r"}]',
        "n": 3,
        "list": [None, "a\nb", "[\\r not json"],
    }
