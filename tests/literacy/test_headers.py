"""Headers that every reply brings, and those that the host chooses."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.base import make_adam, signed_in
from tests.make import make_home
from tests.production import run_in_production

DEVICES = ("camera=()", "microphone=()", "geolocation=()")
YEAR = "max-age=31536000"
REPLY = """
from django.http import HttpResponse
from django.middleware.security import SecurityMiddleware
from django.test import RequestFactory
reply = SecurityMiddleware(lambda request: HttpResponse())(
    RequestFactory().get("/", secure=True)
)
print(reply.headers.get("Strict-Transport-Security", ""))
"""


@pytest.mark.parametrize(
    ("environment", "header"),
    [
        # The host may run other things below the name: https is asked of this one.
        ({}, YEAR),
        ({"SECURE_HSTS_SECONDS": "0"}, ""),
        ({"SECURE_HSTS_SECONDS": "3600"}, "max-age=3600"),
        (
            {"SECURE_HSTS_INCLUDE_SUBDOMAINS": "on", "SECURE_HSTS_PRELOAD": "on"},
            YEAR + "; includeSubDomains; preload",
        ),
    ],
)
def test_the_host_chooses_how_long_https_is_asked_for(environment, header, tmp_path):
    done = run_in_production("-c", REPLY, folder=tmp_path, **environment)
    assert done.stdout.strip() == header


@pytest.mark.django_db
def test_no_reply_lets_a_page_use_the_camera():
    home = make_home()
    editor = signed_in(make_adam())
    replies = [
        Client().get("/"),
        Client().get(home.url),
        Client().get(home.url),  # From the page cache.
        Client().get("/ar/nothing-here/"),
        Client().post("/ar/answers/"),
        Client().get(home.url, headers={"host": "bad host"}),
        Client().get("/static/img/preview.png"),
        editor.get(reverse("wagtailadmin_home")),
    ]
    for reply in replies:
        policy = reply.headers.get("Permissions-Policy", "").split(", ")
        assert set(DEVICES) <= set(policy), (reply.status_code, reply.headers)
