"""Turns what a browser sent into typed values."""

from django import forms
from django.utils.translation import gettext_lazy as _

from literacy.text.phrases import WORDS_IN_PHRASE, read_phrase


class PhraseForm(forms.Form):
    """The four words that bring progress to this phone."""

    phrase = forms.CharField(
        max_length=400,
        error_messages={"required": _("Write the four words.")},
    )

    def clean_phrase(self) -> str:
        words = read_phrase(self.cleaned_data["phrase"])
        if len(words) != WORDS_IN_PHRASE:
            raise forms.ValidationError(
                _("A phrase has four words, with spaces between them.")
            )
        return " ".join(words)


class ForgetForm(forms.Form):
    """A yes to deleting everything."""

    sure = forms.BooleanField(
        error_messages={"required": _("Tick the box first: this cannot be undone.")}
    )
