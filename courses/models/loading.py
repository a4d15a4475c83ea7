from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadRecord(models.Model):
    """What was last loaded from a content file, to tell editors' changes from ours."""

    key = models.CharField(max_length=160, unique=True)
    digest = models.CharField(max_length=64)
    revision = models.PositiveBigIntegerField(null=True)

    class Meta:
        verbose_name = _("load record")
        verbose_name_plural = _("load records")

    def __str__(self) -> str:
        return self.key
