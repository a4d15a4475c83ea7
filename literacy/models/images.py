from typing import Any

from django.core.files.base import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    SourceImageIOError,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)
from wagtail.images.models import Image as WagtailImage
from wagtail.utils.file import hash_filelike

from literacy.cleaning import cleaned
from literacy.signals import image_changing


class PictureFile(WagtailImageFieldFile):
    """A file that is cleaned when it is saved, whoever saves it."""

    def save(self, name: str, content: File[Any], save: bool = True) -> None:
        """Save the picture and nothing else of the content. Raises PictureError.

        Drawings come with the site and are kept as they are.
        """
        if is_drawing(name):
            # Without a name nobody would measure it.
            content.name = content.name or name
        else:
            content = cleaned(content)
            name = content.name or name
        image = self.instance
        image.is_clean, image.file_size = True, content.size
        image.file_hash = image.file_hash or hash_filelike(content)
        content.seek(0)
        super().save(name, content, save)

    @property
    def url(self) -> str:
        """Return the address of a size that is served: the file itself has none.

        Empty where the file is missing. The API of the CMS asks for it.
        """
        try:
            return str(self.instance.get_rendition("original").url)
        except SourceImageIOError:
            return ""


def is_drawing(name: str) -> bool:
    return name.lower().endswith(".svg")


class PictureField(WagtailImageField):
    attr_class = PictureFile


class SiteImage(AbstractImage):
    """A picture with its credit, and whether it was invented for practice."""

    file = PictureField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
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
    is_clean = models.BooleanField(default=False, editable=False)

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new file first: the row says how large the cleaned picture is."""
        image_changing.send(sender=SiteImage, instance=self)
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
        super().save(*args, **kwargs)


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
