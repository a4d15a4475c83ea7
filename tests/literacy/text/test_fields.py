"""Numbers and days may be typed in any digits, wherever the site asks for them."""

from datetime import date, datetime

import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from literacy.text.fields import AnyDigits, DayField, MomentField, WholeNumberField

OWN = ("literacy", "quizzes", "courses", "campaigns")
ASKING = (forms.IntegerField, forms.DateField, forms.DateTimeField)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (WholeNumberField, "14", 14),
        (WholeNumberField, "١٤", 14),
        (WholeNumberField, "\u200f۱۴\u00a0", 14),
        (WholeNumberField, "-٣", -3),
        (DayField, "٢٠٢٧-٠٢-٠١", date(2027, 2, 1)),
        (DayField, "\u2066۲۰۲۷-۰۲-۰۱\u2069", date(2027, 2, 1)),
        (MomentField, "٢٠٢٧-٠٢-٠١ ٠٩:٣٠", datetime(2027, 2, 1, 9, 30)),
    ],
)
def test_numbers_and_days_are_read(field, typed, value):
    read = field().clean(typed)
    assert (read.replace(tzinfo=None) if field is MomentField else read) == value


@pytest.mark.parametrize("typed", ["أربعة", "1 4", "٣x", "1e3"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValidationError):
        WholeNumberField().clean(typed)


def edited_models():
    pages = [model for model in apps.get_models() if issubclass(model, Page)]
    return [
        model
        for model in [*pages, *get_snippet_models()]
        if model._meta.app_label in OWN
    ]


def form_class_of(model):
    if issubclass(model, Page):
        return model.get_edit_handler().get_form_class()
    return model.snippet_viewset.get_edit_handler().get_form_class()


def number_blocks(block, seen):
    """Yield the fields of all blocks below, each once."""
    if id(block) in seen:
        return
    seen.add(id(block))
    inner = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, blocks.ListBlock):
        inner = [block.child_block]
    for child in inner:
        yield from number_blocks(child, seen)
    if isinstance(block, blocks.FieldBlock):
        yield block.name, block.field


@pytest.mark.django_db
def test_every_form_of_the_cms_reads_all_digits():
    asked = [
        (model.__name__, name, field)
        for model in edited_models()
        for name, field in form_class_of(model).base_fields.items()
        if isinstance(field, ASKING)
    ]
    assert {name for _model, name, _field in asked} >= {"age_min", "review_due"}
    assert [one for one in asked if not isinstance(one[2], AnyDigits)] == []


def test_every_block_reads_all_digits():
    seen = set()
    asked = [
        (name, field)
        for model in edited_models()
        for column in model._meta.get_fields()
        if isinstance(column, StreamField)
        for name, field in number_blocks(column.stream_block, seen)
        if isinstance(field, ASKING)
    ]
    assert {name for name, _field in asked} >= {"likes", "x", "budget"}
    assert [one for one in asked if not isinstance(one[1], AnyDigits)] == []
