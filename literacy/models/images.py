from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage


class SiteImage(AbstractImage):
    """A picture with its credit, and whether it was invented for practice."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made it and under which licence."),
    )
    is_practice = models.BooleanField(
        _("practice picture"),
        default=False,
        help_text=_("Invented for a lesson. It must not travel as real news."),
    )
    content_path = models.CharField(max_length=255, blank=True, editable=False)

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit", "is_practice")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            models.UniqueConstraint(
                fields=["content_path"],
                condition=~models.Q(content_path=""),
                name="one_image_per_content_path",
            )
        ]


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(
        SiteImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="one_rendition_per_filter",
            )
        ]
