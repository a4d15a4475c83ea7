"""Pages of refusals and faults: small, whole, in the address's language."""

import base64
import gzip
import hashlib
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from literacy.messages import message_page
from literacy.models import InfoPage
from literacy.views.errors import server_error
from tests.base import make_tessa
from tests.make import make_index, make_info, make_locale

MOST_BYTES = 3_000
LANGUAGES = {"ar": "rtl", "en": "ltr"}


def bad_host(language, settings, monkeypatch):
    settings.ALLOWED_HOSTS = ["testserver"]
    return Client().get(f"/{language}/", headers={"host": "other.example"})


def bad_host_before_https(language, settings, monkeypatch):
    settings.SECURE_SSL_REDIRECT = True
    return bad_host(language, settings, monkeypatch)


def too_long(language, settings, monkeypatch):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    fields = {f"field-{number}": "x" for number in range(5)}
    return Client().post(f"/{language}/accounts/login/", fields)


def another_site(language, settings, monkeypatch):
    return Client().post(f"/{language}/answers/", headers={"origin": "null"})


def too_big(language, settings, monkeypatch):
    ours = {"sec-fetch-site": "same-origin"}
    return Client().post(f"/{language}/answers/", {"x": "x" * 20_000}, headers=ours)


def without_token(language, settings, monkeypatch):
    browser = Client(enforce_csrf_checks=True)
    return browser.post(f"/{language}/accounts/login/", {"login": "a"})


def raising(exception, monkeypatch):
    def fail(*args, **kwargs):
        raise exception

    monkeypatch.setattr(InfoPage, "get_context", fail)


def denied(language, settings, monkeypatch):
    raising(PermissionDenied(), monkeypatch)
    return Client().get(in_language(make_info(), language))


def broken(language, settings, monkeypatch):
    raising(RuntimeError("broken"), monkeypatch)
    browser = Client(raise_request_exception=False)
    return browser.get(in_language(make_info(), language))


def in_language(info, language):
    """Return the address of the page in a language."""
    if language != "ar":
        home = info.get_parent().copy_for_translation(make_locale(language))
        home.specific.save_revision().publish()
        info = info.copy_for_translation(make_locale(language))
        info.save_revision().publish()
    return f"/{language}/{info.slug}/"


def nothing_here(language, settings, monkeypatch):
    return Client().get(f"/{language}/nothing-here/")


def too_many_tries(language, settings, monkeypatch):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    browser = Client()
    fields = {"login": make_tessa().email, "password": "wrong"}
    for _try in range(3):
        reply = browser.post(f"/{language}/accounts/login/", fields)
    return reply


CASES = {
    bad_host: 400,
    bad_host_before_https: 400,
    too_long: 400,
    another_site: 403,
    without_token: 403,
    denied: 403,
    nothing_here: 404,
    too_big: 413,
    too_many_tries: 429,
    broken: 500,
}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ask", CASES, ids=lambda ask: ask.__name__)
def test_a_page_that_says_what_happened(ask, language, settings, monkeypatch):
    index = make_index()
    reply = ask(language, settings, monkeypatch)
    assert reply.status_code == CASES[ask]
    text = reply.content.decode()
    assert f'<html lang="{language}" dir="{LANGUAGES[language]}">' in text
    assert reply.headers["Content-Language"] == language
    assert text.count("<h1>") == 1
    assert len(gzip.compress(reply.content)) <= MOST_BYTES
    assert_whole_in_itself(reply)
    links = re.findall(r'<a [^>]*href="([^"]+)"', text)
    assert f"/{language}/" in links
    if language == "ar" and reply.status_code in (404, 413):
        assert index.url in links


def assert_whole_in_itself(reply):
    """It loads nothing, and the policy allows its one style."""
    text = reply.content.decode()
    assert not re.findall(r"<(?:script|img|link|iframe)\b|url\(|@import", text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert (
        f"style-src 'self' 'sha256-{digest}'"
        in (reply.headers["Content-Security-Policy"])
    )


def test_a_fault_of_ours_asks_no_database():
    reply = server_error(RequestFactory().get("/en/modules/"))
    assert reply.status_code == 500
    assert "Something broke on our side" in reply.content.decode()


@pytest.mark.parametrize(
    ("path", "cookie", "language"),
    [
        ("/media/gone.jpg", "", "ar"),
        ("/media/gone.jpg", "en", "en"),
        ("/media/gone.jpg", "xx", "ar"),
        ("/ar/gone/", "en", "ar"),
    ],
)
@pytest.mark.django_db
def test_the_address_says_the_language_then_the_cookie(path, cookie, language):
    make_index()
    browser = Client(headers={"accept-language": "en, fr;q=0.5"})
    if cookie:
        browser.cookies["django_language"] = cookie
    reply = browser.get(path)
    assert reply.status_code == 404
    assert f'<html lang="{language}"' in reply.content.decode()


def test_other_statuses_look_alike():
    request = RequestFactory().get("/ar/")
    reply = message_page(request, title="ذهبت", text="لم تعد هنا.", status=410)
    assert reply.status_code == 410
    assert len(gzip.compress(reply.content)) <= MOST_BYTES


def test_a_sensitive_address_keeps_its_way_out(settings):
    request = RequestFactory().get("/ar/checks/none/")
    request.is_sensitive = True
    reply = message_page(request, title="لا شيء", text="هنا.", status=404)
    assert f'href="{settings.EXIT_URL}"' in reply.content.decode()
