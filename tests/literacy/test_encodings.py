"""What `Accept-Encoding` allows, and how a browser says what it has."""

import gzip

import brotli
import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from literacy.encodings import accepted_encodings, compress
from literacy.middleware.static_files import StaticFilesMiddleware
from tests.make import make_info

REFUSING = [
    ("br;q=0", "identity"),
    ("br;q=0, gzip", "gzip"),
    ("gzip;q=1.0, br;q=0", "gzip"),
    ("gzip;q=0, br;q=0", "identity"),
    ("gzip;q=0, *", "br"),
    ("*;q=0", "identity"),
]


@pytest.mark.parametrize(
    ("header", "best"),
    [
        *REFUSING,
        ("", "identity"),
        ("deflate", "identity"),
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP", "gzip"),
        ("BR;Q=0, GZIP", "gzip"),
        ("br;q=0.2, gzip;q=0.8", "gzip"),
        ("br; q=0.000, gzip", "gzip"),
        ("identity, gzip;q=0.5", "identity"),
        ("*", "br"),
        ("gzip, *;q=0", "gzip"),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        # Nonsense.
        ("br;q=high, gzip;q=0", "br"),
        ("br;q*=nowhere'en'0, gzip", "gzip"),
        (",;,=;q", "identity"),
        ("\x00", "identity"),
    ],
)
def test_the_best_that_a_browser_allows(header, best):
    assert accepted_encodings(header)[0] == best


def test_what_is_compressed_can_be_read():
    content = "وقفة ثم قرار ".encode() * 50
    assert gzip.decompress(compress(content, "gzip")) == content
    assert brotli.decompress(compress(content, "br")) == content
    assert compress(content, "identity") == content


@pytest.mark.django_db
@pytest.mark.parametrize(("header", "encoding"), REFUSING)
def test_a_page_is_not_sent_in_a_refused_encoding(header, encoding):
    reply = Client().get(make_info().url, headers={"accept-encoding": header})
    assert reply.headers.get("Content-Encoding", "identity") == encoding


def tags_of(tag: str) -> list[str]:
    return [tag, f"W/{tag}", f'"x", {tag}', f'W/"x" , W/{tag}', "*"]


@pytest.mark.django_db
def test_a_page_that_the_browser_has_is_not_sent_again():
    url = make_info().url
    gzipped = {"accept-encoding": "gzip"}
    tag = Client().get(url, headers=gzipped).headers["ETag"]
    for has in tags_of(tag):
        reply = Client().get(url, headers={**gzipped, "if-none-match": has})
        assert (reply.status_code, reply.content) == (304, b""), has
        assert reply.headers["ETag"] == tag
    for other in ('"x"', tag.strip('"'), f'W/"x{tag}', f"{tag[:-2]}"):
        reply = Client().get(url, headers={**gzipped, "if-none-match": other})
        assert reply.status_code == 200, other
    plain = Client().get(url, headers={"if-none-match": tag})
    assert plain.status_code == 200, "another encoding has another tag"


@pytest.fixture
def files(tmp_path, settings):
    """A folder with one static file and its compressed copies."""
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    settings.STATIC_ROOT = tmp_path
    text = b"a { color: red } " * 50
    (tmp_path / "a.css").write_bytes(text)
    (tmp_path / "a.css.gz").write_bytes(compress(text, "gzip"))
    (tmp_path / "a.css.br").write_bytes(compress(text, "br"))
    return StaticFilesMiddleware(lambda request: HttpResponse(status=404))


def ask(files: StaticFilesMiddleware, **headers: str):
    return files(RequestFactory().get("/static/a.css", headers=headers))


@pytest.mark.parametrize(("header", "encoding"), [*REFUSING, ("gzip, br", "br")])
def test_nor_is_a_static_file(files, header, encoding):
    reply = ask(files, accept_encoding=header)
    assert reply.status_code == 200
    assert reply.headers.get("Content-Encoding", "identity") == encoding


def test_nor_is_a_static_file_sent_again(files):
    tag = ask(files).headers["ETag"]
    assert [ask(files, if_none_match=has).status_code for has in tags_of(tag)] == (
        [304] * 5
    )
    assert ask(files, if_none_match='"x"').status_code == 200
