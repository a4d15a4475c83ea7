"""Form fields that take numbers and days in the digits of any keyboard."""

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms.models import registry

from literacy.formats import plain_digits


class AnyDigits:
    """Reads what was typed or pasted with 0-9 and without hidden marks."""

    def to_python(self, value: Any) -> Any:
        plain = plain_digits(value) if isinstance(value, str) else value
        return super().to_python(plain)  # type: ignore[misc]


class WholeNumberField(AnyDigits, forms.IntegerField):
    """A text field: browsers drop ٣ from a number field without a word."""

    widget = forms.TextInput(attrs={"dir": "ltr", "inputmode": "numeric"})


class DayField(AnyDigits, forms.DateField):
    pass


class MomentField(AnyDigits, forms.DateTimeField):
    pass


FORM_FIELDS = {
    models.IntegerField: WholeNumberField,
    models.DateField: DayField,
    models.DateTimeField: MomentField,
}


def read_all_digits_in_cms() -> None:
    """Use these fields in all forms of the CMS that models make."""
    for model_field, form_field in FORM_FIELDS.items():
        kept = registry.values_by_class.get(model_field, {})
        registry.register(model_field, value={**kept, "form_class": form_field})
