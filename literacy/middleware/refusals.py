"""Says in the CMS why something was refused, and leads to where it is mended."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from literacy.errors import RefusedError


class RefusalMiddleware:
    """Only for the CMS: elsewhere nothing is published."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        home = reverse("wagtailadmin_home")
        if not isinstance(exception, RefusedError) or not request.path.startswith(home):
            return None
        tell(request, exception)
        url = exception.url or way_back(request) or home
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What Wagtail's dialogues understand.
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)


def tell(request: HttpRequest, refused: RefusedError) -> None:
    """Show the refusal at the top of the next screen."""
    context = {"text": refused.text, "details": refused.details}
    text = render_to_string("literacy/admin/refusal.html", context)
    messages.error(request, text)


def way_back(request: HttpRequest) -> str:
    """Return the page that the editor came from, if it is ours."""
    url = request.headers.get("referer", "")
    is_ours = url_has_allowed_host_and_scheme(url, {request.get_host()})
    return url if is_ours else ""
