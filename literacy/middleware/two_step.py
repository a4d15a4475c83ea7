"""Nobody enters the CMS with a password alone."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from literacy.routing import chosen_language

# Recovery codes alone are no second step: they only stand in for one.
STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class TwoStepMiddleware:
    """Sends whoever has no second step to where it is switched on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.CMS_NEEDS_TWO_STEP
            and request.path.startswith(reverse("wagtailadmin_home"))
            and request.user.is_authenticated
            and not is_mfa_enabled(request.user, types=STEPS)
        ):
            with override(chosen_language(request)):
                messages.info(
                    request, _("Switch on two-step verification to enter the CMS.")
                )
                return redirect("mfa_activate_totp")
        return self.get_response(request)
