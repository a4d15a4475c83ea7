from typing import Any

from django.core.exceptions import ValidationError
from django.db import models


class DraftMixin(models.Model):
    """Content whose rules as a whole wait until it is published or submitted."""

    # Set by the form that saves a draft.
    is_unfinished = False

    class Meta:
        abstract = True

    def faults(self) -> dict[str, Any]:
        """Return what is wrong as a whole: a sentence by the field that mends it."""
        return {}

    def clean(self) -> None:
        super().clean()
        found = {} if self.is_unfinished else self.faults()
        if found:
            raise ValidationError(found)

    def save_revision(self, *args: Any, clean: bool = True, **kwargs: Any) -> Any:
        """Save a draft unchecked, also where it brings back an earlier one."""
        clean = clean and not self.is_unfinished
        return super().save_revision(*args, clean=clean, **kwargs)  # type: ignore[misc]
