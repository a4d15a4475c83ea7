"""Model fields that the apps share."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import fields
from wagtail.blocks import BoundBlock, StreamValue

from .raw import Lost, mended
from .text.codes import plain_phone
from .unfinished import DraftBlockField

# Items of a list that code made; raw ones are dicts.
READY = (tuple, BoundBlock)


class StreamField(fields.StreamField):
    """A StreamField that keeps its block definitions out of migrations.

    Changing a block then needs no migration. The price: a data migration sees
    raw JSON only.

    Broken data, as an import may leave them, are mended when they are read: what
    has no place in a block is left out, and its path kept as `lost` of the value.
    """

    def __init__(self, block_types: Any = None, **kwargs: Any) -> None:
        kwargs.pop("block_lookup", None)
        super().__init__(block_types or [], **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        for key in ("block_lookup", "verbose_name", "help_text"):
            kwargs.pop(key, None)
        return name, path, [], kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": DraftBlockField, **kwargs})

    def to_python(self, value: Any) -> Any:
        lost: Lost = []
        readable = self.readable(value, lost)
        result = super().to_python(readable)
        if readable is not value or lost:
            result.lost = lost
        return result

    def readable(self, value: Any, lost: Lost) -> Any:
        """Return what Wagtail can read of a value from the database or a file."""
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                lost.append(())
                return value
        if value is None or isinstance(value, StreamValue):
            return value
        if isinstance(value, list) and any(isinstance(one, READY) for one in value):
            return value
        return mended(self.stream_block, value, lost)


class ChoiceListField(models.JSONField):
    """Some of a few options, in their order; shown as boxes to tick."""

    def __init__(self, *args: Any, options: Any = (), **kwargs: Any) -> None:
        self.options = list(options)
        super().__init__(*args, **{"default": list, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            choices=self.options,
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        known = [name for name, _label in self.options]
        if not isinstance(value, list) or not set(value) <= set(known):
            raise ValidationError(_("Choose from the list."), code="invalid_choice")

    def labels(self, value: list[str]) -> list[Any]:
        """Return the labels of the chosen options, in the order of the options."""
        return [label for name, label in self.options if name in value]


class PhoneField(models.CharField):
    """A telephone number, typed or pasted in any way, kept in one clean form."""

    # Three digits are a short number; more than fifteen are two numbers.
    default_validators = [
        RegexValidator(
            r"^\+?[0-9](?: ?[0-9]){2,14}\Z",
            _("Write one telephone number in digits; a + may stand before it."),
        )
    ]

    def to_python(self, value: Any) -> Any:
        return plain_phone(value) if isinstance(value, str) else value

    def formfield(self, **kwargs: Any) -> Any:
        """Leave room for what is pasted along with the number."""
        attrs = {"dir": "ltr", "inputmode": "tel"}
        room = {"max_length": 100, "widget": forms.TextInput(attrs=attrs)}
        return super().formfield(**{**room, **kwargs})
