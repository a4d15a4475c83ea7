"""The same include as a page of its own, or as the part that scripts put in place."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def render_part(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Render `template`, or for `X-Part` the include of the same name."""
    if request.headers.get("X-Part"):
        template = template.replace("quizzes/", "quizzes/includes/")
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["X-Part"])
    return response
