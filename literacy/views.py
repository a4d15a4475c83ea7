"""Views that need no page."""

from posixpath import normpath

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
)
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.static import serve

from literacy.parts import render_page_or_part
from literacy.routing import chosen_language
from literacy.storage import is_served


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


@require_safe
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """Serve a file that is for the public; 404 for an original or a document."""
    name = normpath(name)
    if not is_served(name):
        raise Http404
    return serve(request, name, document_root=settings.MEDIA_ROOT)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say in the page's language that there is nothing here."""
    return render_page_or_part(
        request,
        page="404.html",
        part="literacy/includes/not_found.html",
        context={"level": 2},
        status=404,
    )
