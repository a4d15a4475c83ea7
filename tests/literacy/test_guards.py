"""Forms of pages that carry no token: only our own pages may send them."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from literacy.guards import MAX_BODY, same_origin_form
from tests.make import make_home

OURS, PAGE = "http://testserver", "http://testserver/ar/modules/pause/faster/"
OTHER = "https://other.example"


@same_origin_form
def guarded(request):
    return HttpResponse("taken")


def post(**headers) -> HttpResponse:
    request = RequestFactory().post("/ar/answers/", headers=headers)
    request.COOKIES = {}
    return guarded(request)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "same-origin"},
        {"origin": OURS},
        # Opera Mini, KaiOS 2, Firefox below 70.
        {"referer": PAGE},
        {"origin": "null", "referer": PAGE},
    ],
)
def test_our_own_page_may_send_it(headers):
    assert post(**headers).content == b"taken"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec_fetch_site": "cross-site"},
        # Another subdomain, or an address that was typed.
        {"sec_fetch_site": "same-site", "origin": OURS},
        {"sec_fetch_site": "none"},
        {"origin": OTHER},
        {"origin": OTHER, "referer": PAGE},
        {"origin": "http://testserver:8000"},
        {"origin": "http://testserver.other.example"},
        {"origin": "null"},
        {"origin": "null", "referer": "null"},
        {"referer": OTHER + "/http://testserver/"},
        {"referer": "/ar/modules/"},
        {"referer": ""},
        # These cannot be parsed.
        {"origin": "http://["},
        {"origin": "http://[::"},
        {"origin": "http://\u2100.example"},
        {"referer": "http://[/"},
        {"origin": "null", "referer": "//["},
    ],
)
def test_nobody_else_may(headers):
    assert post(**headers).status_code == 403


@pytest.mark.django_db
def test_a_broken_origin_is_refused_by_the_site(client: Client):
    make_home()
    for address in ("/ar/answers/", "/ar/checks/"):
        reply = client.post(address, headers={"origin": "http://["})
        assert reply.status_code == 403, address


@pytest.mark.django_db
@pytest.mark.parametrize(("length", "status"), [(MAX_BODY + 1, 413), ("12abc", 200)])
def test_a_length_is_believed_only_if_it_is_a_number(length, status):
    request = RequestFactory().post("/", headers={"origin": OURS})
    request.META["CONTENT_LENGTH"] = length
    assert guarded(request).status_code == status


@pytest.mark.django_db
def test_our_pages_let_browsers_tell_us_where_they_come_from(client: Client):
    """Without a referrer the oldest browsers could not answer."""
    reply = client.get(make_home().url)
    assert reply.headers["Referrer-Policy"] == "same-origin"
