"""Form fields of the CMS: digits of any keyboard, one kind of line end."""

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms.models import registry

from literacy.formats import plain_digits

from .lines import LinesField


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
    models.TextField: LinesField,
}


def use_own_fields_in_cms() -> None:
    """Use these fields in all forms of the CMS that models make."""
    for model_field, form_field in FORM_FIELDS.items():
        is_exact = model_field in registry.values_by_exact_class
        kept = registry.get_by_type(model_field) or {}
        value = {**kept, "form_class": form_field}
        registry.register(model_field, value=value, exact_class=is_exact)
