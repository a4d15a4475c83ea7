"""Answers a malformed CMS form with 400 instead of breaking off with 500."""

import json
import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from literacy.messages import render_message

logger = logging.getLogger(__name__)
# What Wagtail lets through when an editor's form holds broken rich text,
# broken StreamField data, or a truncated picture.
FAULTS = (ValueError, KeyError, TypeError, AttributeError, json.JSONDecodeError)


class CmsInputMiddleware:
    """Only for what an editor sends: a page that breaks on GET stays a 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if request.method != "POST" or not request.path.startswith(
            reverse("wagtailadmin_home")
        ):
            return None
        is_broken_file = isinstance(exception, OSError) and exception.errno is None
        if not is_broken_file and not isinstance(exception, FAULTS):
            return None
        logger.warning("CMS form refused: %s", type(exception).__name__)
        return render_message(
            request,
            title=_("This form could not be read"),
            text=_(
                "Part of what was sent is damaged. Go back, check the last thing "
                "you changed, and save again. Nothing was changed on the site."
            ),
            status=400,
        )
