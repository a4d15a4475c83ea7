"""Broken and half-valid answers, moves and checks: each gets a reply, none breaks.

A few in the suite; with `FUZZ_POSTS=4000` in the environment as many as one likes.
"""

import os
import random
from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_from_bytes
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page

from quizzes.formats.names import NAMES
from quizzes.models import ActivityVersion, Attempt
from tests.make import make_activity, make_bank, make_lesson, make_quiz, version_of
from tests.play import OURS, address, check_fields, fields, start_check
from tests.recount import recounted, stored

pytestmark = pytest.mark.django_db
POSTS = int(os.environ.get("FUZZ_POSTS", "150"))
FORM = "application/x-www-form-urlencoded"
NASTY = [
    "",
    " ",
    "0",
    "-1",
    "1",
    "٣",
    "۴",
    "²",
    "1e9",
    "9" * 40,
    "NaN",
    "null",
    "true",
    "[]",
    '{"a": 1}',
    "\x00",
    "a\x00b",
    "\ud800",
    "\u202e\u2066x",
    "\ufeff",
    "ـ" * 200,
    "🫖" * 50,
    "'; DROP TABLE quizzes_answer; --",
    "%00",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    str(uuid4()),
    "{00000000-0000-0000-0000-000000000000}",
    "urn:uuid:" + str(uuid4()),
    "x" * 3000,
]
NAMES_OF_FIELDS = ["place-", "card-", "name-", "options", "marks", "spots", "flags"]
NAMES_OF_FIELDS += ["search", "open", "verdict", "evidence", "move", "choice", "at"]
TYPES = [FORM, "multipart/form-data; boundary=x", "application/json", "text/plain", ""]
COOKIES = ["", "x", "a:b:c", "é" * 40, "=,", "9" * 3000]
PARTS = ["2", "3", "", "abc", "9" * 50, "\xff"]


def valid_extras(version, chance) -> list[tuple[str, str]]:
    """Return fields that this format may send, some of them fitting."""
    ids = [one for one in ids_in(version.snapshot["body"]) if one]
    chosen = (
        [chance.choice(ids) for _number in range(chance.randint(0, 6))] if ids else []
    )
    found = []
    for one in chosen:
        name = chance.choice(NAMES_OF_FIELDS)
        found.append((name + one, chance.choice(["1", "2", "3", *ids])))
        found.append((name, one))
    words = ["check", "share", "skip", "report", "decide", "fits", "not", "unsure"]
    found.append(
        (chance.choice(["move", "verdict", "post", "step"]), chance.choice(words))
    )
    return found


def ids_in(value) -> list[str]:
    """Return all ids within a frozen body."""
    if isinstance(value, list):
        return [one for part in value for one in ids_in(part)]
    if isinstance(value, dict):
        own = [str(value["id"])] if "id" in value else []
        return own + [one for part in value.values() for one in ids_in(part)]
    return []


def broken(form: list[tuple[str, str]], chance) -> list[tuple[str, str]]:
    """Return the form with up to four things wrong with it."""
    form = list(form)
    for _fault in range(chance.randint(0, 4)):
        place = chance.randrange(len(form))
        name, value = form[place]
        other = chance.choice(form)[1]
        form[place] = chance.choice(
            [
                (name, chance.choice(NASTY)),
                (chance.choice(NASTY), value),
                (name, other),
                (name + chance.choice(NASTY), value),
                (chance.choice(NAMES_OF_FIELDS) + str(value), other),
            ]
        )
        if chance.random() < 0.2:
            form.append(chance.choice(form))
        if chance.random() < 0.2 and len(form) > 1:
            form.pop(chance.randrange(len(form)))
    return form


def encoded(form: list[tuple[str, str]], chance) -> bytes:
    """Return the form as a browser would send it, or not quite."""
    parts = [quoted(name) + b"=" + quoted(value) for name, value in form]
    body = b"&".join(parts)
    if chance.random() < 0.05:
        place = chance.randrange(len(body) + 1)
        body = (
            body[:place]
            + chance.choice([b"%", b"%zz", b"\xff", b";", b"&&="])
            + body[place:]
        )
    return body


def quoted(text: object) -> bytes:
    return quote_from_bytes(str(text).encode("utf-8", "surrogatepass")).encode()


@dataclass
class Played:
    """A browser in the middle of a check and a quiz, and all forms it could send."""

    client: Client
    forms: list[tuple[dict[str, Any], ActivityVersion]]
    pages: list[Page]

    def post(self, chance: random.Random) -> tuple[HttpResponse, object]:
        """Send one form with something wrong; return the reply, and what was sent."""
        browser = self.client
        if chance.random() < 0.3:
            browser = Client(raise_request_exception=False)
            if chance.random() < 0.2:
                browser.cookies["learner"] = chance.choice(COOKIES)
        form, version = chance.choice(self.forms)
        path = address("answer_new")
        if chance.random() < 0.1:
            path = address("check_start")
            form = {"subject": chance.choice(self.pages).translation_key, "uuid": ""}
        if chance.random() < 0.5:
            form = {**form, "uuid": uuid4()}
        given = [*form.items(), *valid_extras(version, chance)]
        sent = {
            "data": encoded(broken(given, chance), chance),
            "content_type": FORM if chance.random() < 0.9 else chance.choice(TYPES),
            "headers": {**OURS, "x-part": chance.choice(PARTS)},
        }
        return browser.post(path, **sent), (path, sent)


@pytest.fixture
def played() -> Played:
    activities = [make_activity(format_) for format_ in NAMES]
    bank = make_bank(2)
    pages = [make_lesson(practice=activities, bank=bank), make_quiz(bank)]
    forms = [(fields(pages[0], one), version_of(one)) for one in activities]
    client = Client(raise_request_exception=False)
    for page in pages:
        start_check(client, page)
    versions = {str(one.translation_key): version_of(one) for one in bank}
    for attempt in Attempt.objects.all():
        forms += [(form, versions[form["activity"]]) for form in check_fields(attempt)]
    return Played(client, forms, pages)


def test_no_answer_breaks_the_site(played):
    chance, statuses = random.Random(7), Counter()
    for _number in range(POSTS):
        reply, sent = played.post(chance)
        statuses[reply.status_code] += 1
        assert reply.status_code < 500, sent
    assert {200, 400, 404} <= set(statuses), "some are taken, most are not"
    assert stored() == recounted()
