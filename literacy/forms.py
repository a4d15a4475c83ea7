"""Forms of the accounts."""

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp

from literacy.formats import plain_digits


class PlainDigitsMixin:
    """Takes a code in the digits that the keyboard has: 123, ١٢٣ or ۱۲۳."""

    def clean_code(self) -> str:
        typed = self.cleaned_data["code"]  # type: ignore[attr-defined]
        self.cleaned_data["code"] = plain_digits(typed)  # type: ignore[attr-defined]
        return super().clean_code()  # type: ignore[misc]


class AuthenticateForm(PlainDigitsMixin, base.AuthenticateForm):
    pass


class ReauthenticateForm(PlainDigitsMixin, base.ReauthenticateForm):
    pass


class ActivateTOTPForm(PlainDigitsMixin, totp.ActivateTOTPForm):
    pass
