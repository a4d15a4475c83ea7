"""Turns what a browser sent into typed values."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PhraseForm(forms.Form):
    """The four words that bring progress to this phone."""

    phrase = forms.CharField(
        max_length=120,
        error_messages={"required": _("Write the four words.")},
    )

    def clean_phrase(self) -> str:
        words = self.cleaned_data["phrase"].split()
        if len(words) != 4:
            raise forms.ValidationError(
                _("A phrase has four words, with spaces between them.")
            )
        return " ".join(words)


class ForgetForm(forms.Form):
    """A yes to deleting everything."""

    sure = forms.BooleanField(
        error_messages={"required": _("Tick the box first: this cannot be undone.")}
    )
