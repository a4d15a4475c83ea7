from typing import Any

from django.db import models


class CareMixin(models.Model):
    """With how much care learners were shown this last: no single editor ends that.

    It stands beside the words: drafts and unpublishing change nothing of it, and
    copies, translations and aliases take it along.
    """

    shown_sensitivity = models.PositiveSmallIntegerField(default=0, editable=False)
    shown_in_review = models.BooleanField(default=False, editable=False)

    sensitivity: Any = 0

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Leave what was shown as it is: only publishing changes it."""
        shown = ("shown_sensitivity", "shown_in_review")
        rows = type(self)._base_manager.filter(pk=self.pk).values(*shown)
        for name, value in (rows.first() or {}).items():
            setattr(self, name, value)
        super().save(*args, **kwargs)

    @property
    def waits_for_review(self) -> bool:
        """Tell whether the public is told that a safeguarding review is due."""
        return False

    def with_content_json(self, content: Any) -> Any:
        """Return an earlier version, with what was shown since."""
        instance = super().with_content_json(content)  # type: ignore[misc]
        instance.shown_sensitivity = self.shown_sensitivity
        instance.shown_in_review = self.shown_in_review
        return instance
