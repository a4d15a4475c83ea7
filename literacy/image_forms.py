"""The forms in which editors upload pictures."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileField
from django.utils.crypto import get_random_string
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .cleaning import CleanFile, PictureError, cleaned


class PictureUploadField(WagtailImageField):
    """Takes what phones make, whatever the file calls itself, and cleans it."""

    def to_python(self, data: Any) -> CleanFile | None:
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        self.check_image_file_size(upload)
        try:
            picture = cleaned(upload)
        except PictureError as refused:
            raise ValidationError([refused.text, *refused.details]) from refused
        # Phones name a file after the minute that it was made in.
        ending = str(picture.name).rpartition(".")[2]
        picture.name = f"{get_random_string(12).lower()}.{ending}"
        return picture


class SiteImageForm(BaseImageForm):
    """The form of an image, in every view of the CMS that makes or changes one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            plain = self.fields["file"]
            self.fields["file"] = PictureUploadField(
                label=plain.label, required=plain.required, widget=plain.widget
            )


class PortraitForm(AvatarPreferencesForm):
    """The form of an editor's portrait."""

    avatar = PictureUploadField(
        label=AvatarPreferencesForm.base_fields["avatar"].label, required=False
    )


def guard_portraits() -> None:
    """Let the account page of the CMS ask for portraits with our form."""
    AvatarSettingsPanel.form_class = PortraitForm
    AvatarSettingsPanel.template_name = "literacy/admin/portrait.html"
