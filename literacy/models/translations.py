"""What is published in each language, to see what is older than its original."""

from django.db import models


class PublishedWords(models.Model):
    """A digest of what is published in one language, and of what it was made from."""

    object_key = models.UUIDField()
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+"
    )
    digest = models.CharField(max_length=64)
    # The digest of the original that it was translated from. Empty for an original,
    # and where the original was changed while a draft waited.
    made_from = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["object_key", "locale"], name="one_publication_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.object_key} · {self.locale}"
