"""The policy goes with what a browser can show, and with nothing else."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from literacy.middleware.policies import PolicyMiddleware

HEADER = "Content-Security-Policy"


def policy_of(content_type: str) -> str | None:
    middleware = PolicyMiddleware(
        lambda request: HttpResponse(content_type=content_type)
    )
    return middleware(RequestFactory().get("/")).headers.get(HEADER)


@pytest.mark.parametrize(
    "kind", ["text/html; charset=utf-8", "image/svg+xml", "text/plain", "text/css", ""]
)
def test_what_can_be_opened_has_a_policy(kind):
    assert "script-src 'self'" in policy_of(kind)


@pytest.mark.parametrize("kind", ['text/javascript; charset="utf-8"', "font/woff2"])
def test_scripts_and_fonts_do_not_weigh_more_for_one(kind):
    assert policy_of(kind) is None
