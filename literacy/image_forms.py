"""The forms in which editors upload pictures."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .cleaning import CleanFile, PictureError, cleaned
from .findings import errors_in
from .uses import effects_of_replacing, lines_of

NEW_ONE = gettext_lazy(
    "Add it as a new image instead, choose that in the page, and submit the page for a "
    "second editor’s sign-off."
)


class PictureUploadField(WagtailImageField):
    """Takes what phones make, whatever the file calls itself, and cleans it."""

    def to_python(self, data: Any) -> CleanFile | None:
        upload = forms.FileField.to_python(self, data)
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
    """The form of an image, in every view of the CMS that makes or changes one.

    A picture that live content shows is changed there at once: the form says where,
    and asks for a tick; what somebody signed stays as it is.
    """

    AT_ONCE = "changes_at_once"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            plain = self.fields["file"]
            self.fields["file"] = PictureUploadField(
                label=plain.label, required=plain.required, widget=plain.widget
            )
        self.used = effects_of_replacing(self.instance) if self.instance.pk else []
        if self.used:
            self.fields[self.AT_ONCE] = forms.BooleanField(
                required=False,
                label=_("Change the picture there at once"),
                help_text=" ".join([_("It is shown in:"), *lines_of(self.used)]),
            )

    def clean(self) -> dict[str, Any]:
        cleaned_data: dict[str, Any] = super().clean()
        if self.used and self.changes_what_is_shown(cleaned_data):
            broken = errors_in(self.used)
            if broken:
                self.add_error(None, ValidationError([*lines_of(broken), NEW_ONE]))
            elif not cleaned_data.get(self.AT_ONCE):
                self.add_error(self.AT_ONCE, _("Tick this if it is meant so."))
        return cleaned_data

    def changes_what_is_shown(self, cleaned_data: dict[str, Any]) -> bool:
        """Tell whether there is another file, or a stamp is taken away."""
        was_invented = self.initial.get("is_practice")
        stamp_goes = was_invented and not cleaned_data.get("is_practice", True)
        return "file" in self.changed_data or bool(stamp_goes)


class PortraitForm(AvatarPreferencesForm):
    """The form of an editor's portrait."""

    avatar = PictureUploadField(
        label=AvatarPreferencesForm.base_fields["avatar"].label, required=False
    )


def guard_portraits() -> None:
    """Let the account page of the CMS ask for portraits with our form."""
    AvatarSettingsPanel.form_class = PortraitForm
    AvatarSettingsPanel.template_name = "literacy/admin/portrait.html"
