"""No character in an address, a query, a form or a cookie breaks the server."""

import pytest
from django.core.signals import request_started
from django.db import close_old_connections
from django.http import QueryDict
from django.test import Client

from literacy.middleware.broken_text import mended
from literacy.models import InfoPage
from literacy.wsgi import application
from tests.addresses import addresses
from tests.base import PASSWORD, address_of, make_adam, make_edda, signed_in
from tests.cms_forms import form_of
from tests.make import make_activity, make_help, make_help_page, make_info, make_lesson

# Ends the visit; breaks off on purpose.
LEFT_OUT = ("wagtailadmin_logout", "account_logout", "wagtailadmin_error_test")
BROKEN = ["%00", "a%00b", "%ED%A0%80%FF", "%F0%9F%99%82", "%22%5C", "a" * 2000]
BROKEN += ["..%2F", "9" * 40, "%0A"]
FIELDS = ("q", "search", "term", "p", "page", "next", "locale", "ordering", "id")
FIELDS += ("region", "topic", "state", "format", "module", "user", "v", "phrase")
FIELDS += ("login", "password", "code", "activity", "subject", "attempt", "action")
OURS = {"Sec-Fetch-Site": "same-origin"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    """Return the administrator's browser, beside some content."""
    lesson = make_lesson()
    make_activity("feed")
    make_help_page()
    make_help()
    make_edda()
    client = signed_in(make_adam())
    client.raise_request_exception = False
    client.arguments = dict.fromkeys(("page_id", "page_to_move_id"), lesson.pk)
    return client


def every_address():
    return [found for found in addresses() if found.name not in LEFT_OUT]


def test_no_address_breaks_the_server(client):
    faults = []
    for address in every_address():
        for broken in BROKEN if "<" in address.route or "(" in address.route else ():
            url = address.url({}, default=broken)
            status = client.get(url).status_code
            if status >= 500 or ("%00" in url and status != 404):
                faults.append((address.name, url[:80], status))
    assert faults == []


@pytest.mark.parametrize("broken", ["%00%ED%A0%80%FF", "9" * 40])
def test_no_query_breaks_the_server(client, broken):
    query = "&".join(f"{name}={broken}" for name in FIELDS)
    faults = []
    for address in every_address():
        status = client.get(f"{address.url(client.arguments)}?{query}").status_code
        if status >= 500:
            faults.append((address.name, status))
    assert faults == []


@pytest.mark.parametrize("broken", ["a\x00\u200f", "9" * 40])
def test_no_form_breaks_the_server(client, broken):
    fields = dict.fromkeys(FIELDS, broken)
    faults = []
    for address in every_address():
        url = address.url(client.arguments)
        status = client.post(url, fields, headers=OURS).status_code
        if status >= 500:
            faults.append((address.name, status))
        client.force_login(make_adam())
    assert faults == []


def test_an_address_with_nul_is_not_there_in_its_language():
    for language in ("ar", "en"):
        reply = Client().get(f"/{language}/checks/%00/")
        page = reply.content.decode()
        assert reply.status_code == 404
        assert f'lang="{language}"' in page
        assert "%00" not in page


def test_a_text_of_an_editor_is_kept_without_what_nobody_sees(client):
    info = make_info()
    fields = form_of(info, title="عن\x00وان", **{"action-publish": "1"})
    assert client.post(f"/cms/pages/{info.pk}/edit/", fields).status_code == 302
    assert InfoPage.objects.get(pk=info.pk).title == "عنوان"


def test_an_address_of_the_cms_that_cannot_be_read_says_what_to_do(client):
    reply = client.get("/cms/snippets/choose/quizzes/skill/chosen/x/")
    assert reply.status_code == 400
    assert "تعذّرت قراءة هذا العنوان" in reply.content.decode()


@pytest.mark.parametrize("name", ["sessionid", "learner", "csrftoken", "messages"])
def test_a_cookie_with_nul_is_none(name):
    make_lesson()
    browser = Client(headers={"Cookie": f'{name}="a\\000{"b" * 30}"'})
    for path in ("/ar/", "/ar/progress/", "/ar/accounts/login/"):
        assert browser.get(path).status_code == 200
    assert browser.get("/cms/").status_code == 302
    fields = {"login": address_of("edda"), "password": PASSWORD}
    assert browser.post("/ar/accounts/login/", fields).status_code == 200


def test_only_broken_signs_are_dropped():
    data = QueryDict(mutable=True)
    data.setlist("a\x00", ["1\x00", "\ud83d2", "🙂\n"])
    assert mended(data).urlencode() == QueryDict("a=1&a=2&a=🙂%0A").urlencode()
    whole = QueryDict("a=1")
    assert mended(whole) is whole


@pytest.fixture
def one_connection():
    """Leave the connection open that the test's transaction is on."""
    request_started.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)


@pytest.mark.usefixtures("one_connection")
@pytest.mark.parametrize("charset", ["idna", "unicode_escape", "rot13", "utf-16"])
@pytest.mark.parametrize("type_", ["text/plain", "multipart/form-data; boundary=x"])
def test_a_named_charset_breaks_no_request(rf, charset, type_):
    environ = rf.get("/ar/checks/x/?q=%5Cud800%FF").environ
    environ["CONTENT_TYPE"] = f"{type_}; charset={charset}"
    told = []
    application(environ, lambda status, headers: told.append(status))
    assert told == ["404 Not Found"]
