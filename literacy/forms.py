"""Forms of the accounts and of the help page."""

from typing import Any

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from django import forms
from django.utils.translation import gettext_lazy as _

from literacy.help import HELP_REGIONS, HELP_TOPICS
from literacy.text.codes import plain_code


class HelpForm(forms.Form):
    """Where, what and how old: each may be left open, nothing is kept."""

    region = forms.ChoiceField(
        label=_("Where are you?"),
        choices=[("", _("I would rather not say")), *HELP_REGIONS],
        required=False,
    )
    topic = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[("", _("Show everything")), *HELP_TOPICS],
        required=False,
    )
    under18 = forms.BooleanField(label=_("I am under 18"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="help-%s", **kwargs)
        self.use_required_attribute = False


class PlainCodeMixin:
    """Takes a code as it is typed or pasted: 123456, ١٢٣ ٤٥٦, ۱۲۳-۴۵۶."""

    def clean_code(self) -> str:
        typed = self.cleaned_data["code"]  # type: ignore[attr-defined]
        self.cleaned_data["code"] = plain_code(typed)  # type: ignore[attr-defined]
        return super().clean_code()  # type: ignore[misc]


class AuthenticateForm(PlainCodeMixin, base.AuthenticateForm):
    pass


class ReauthenticateForm(PlainCodeMixin, base.ReauthenticateForm):
    pass


class ActivateTOTPForm(PlainCodeMixin, totp.ActivateTOTPForm):
    pass
