"""Ways in that only lead on."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from literacy.routing import chosen_language


@never_cache
@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """Send `/` to the visitor's language."""
    return HttpResponseRedirect(f"/{chosen_language(request)}/")


@never_cache
def sign_in_door(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Lead every other door to the one sign-in, and from there to where it was meant.

    What was sent with the request, such as a password, is not looked at.
    """
    with override(chosen_language(request)):
        address = reverse("account_login")
    wanted = request.GET.get("next", "")
    is_safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    query = "?" + urlencode({"next": wanted}) if is_safe else ""
    return HttpResponseRedirect(address + query)
