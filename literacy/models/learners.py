import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def new_code() -> str:
    """Return a random public code of 128 bits."""
    return secrets.token_urlsafe(16)


def today() -> "models.DateField":
    """Return the day in Baghdad; learners' rows know no time of day."""
    return timezone.localdate()  # type: ignore[return-value]


class Learner(models.Model):
    """Anybody who answers something: a random code, no name, no address.

    Made by the first answer, never by reading a page.
    """

    code = models.CharField(max_length=32, unique=True, default=new_code)
    language = models.CharField(max_length=12)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True
    )
    phrase_hash = models.CharField(
        max_length=64, null=True, blank=True, unique=True, editable=False
    )
    created_on = models.DateField(default=today)
    seen_on = models.DateField(default=today)

    class Meta:
        verbose_name = _("learner")
        verbose_name_plural = _("learners")

    def __str__(self) -> str:
        return self.code


def learner_models() -> set[type[models.Model]]:
    """Return Learner, and every model whose rows go with a learner."""
    found: set[type[models.Model]] = set()
    left: list[type[models.Model]] = [Learner]
    while left:
        model = left.pop()
        found.add(model)
        related = {one.related_model for one in model._meta.related_objects}
        left += related - found
    return found
