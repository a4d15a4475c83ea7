"""The part of a CMS form that saves unfinished work as a draft."""

from typing import Any

from django.db import models

TEXTS = (models.CharField, models.TextField)


class DraftFormMixin:
    """A form of the CMS that, saved as a draft, keeps whatever the database can."""

    def defer_required_fields(self) -> None:
        """Ask for nothing but a title; what is emptied otherwise keeps its value."""
        super().defer_required_fields()  # type: ignore[misc]
        self.instance.is_unfinished = True  # type: ignore[attr-defined]
        for field in self.draft_fields():
            form_field = self.fields[field.name]  # type: ignore[attr-defined]
            if form_field.required and not getattr(field, "required_on_save", False):
                form_field.required = False
                self.deferred_required_fields.append(field.name)  # type: ignore[attr-defined]

    def draft_fields(self) -> list[models.Field[Any, Any]]:
        """Return the model's own fields in the form that hold plain values."""
        return [
            field
            for field in self.instance._meta.concrete_fields  # type: ignore[attr-defined]
            if field.name in self.fields and not field.is_relation  # type: ignore[attr-defined]
        ]

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        if self.is_deferred_validation:  # type: ignore[attr-defined]
            for field in self.draft_fields():
                self.keep(field)

    def keep(self, field: models.Field[Any, Any]) -> None:
        """Keep a text that has another shape; give what is emptied its last value."""
        name, cleaned = field.name, self.cleaned_data  # type: ignore[attr-defined]
        if name in self._errors:  # type: ignore[attr-defined]
            if self.is_kept(field):
                del self._errors[name]  # type: ignore[attr-defined]
                cleaned[name] = self[name].data.strip()  # type: ignore[index]
        elif cleaned.get(name) is None and not field.null:
            cleaned[name] = getattr(self.instance, name)  # type: ignore[attr-defined]
        elif name == "slug" and not cleaned[name]:
            cleaned[name] = self.instance.slug  # type: ignore[attr-defined]

    def is_kept(self, field: models.Field[Any, Any]) -> bool:
        """Tell whether the column takes what was typed; an address has one shape."""
        if field.name == "slug" or not isinstance(field, TEXTS) or field.choices:
            return False
        typed = self[field.name].data or ""  # type: ignore[index]
        fits = isinstance(field, models.TextField) or len(typed) <= field.max_length
        return bool(typed) and fits and "\0" not in typed

    def _get_validation_exclusions(self) -> set[str]:
        """Leave what is kept unchecked by the model as well."""
        exclude: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        if self.is_deferred_validation:  # type: ignore[attr-defined]
            exclude |= {one.name for one in self.draft_fields() if self.is_kept(one)}
        return exclude
