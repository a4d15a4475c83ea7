"""Whoever opens an address that only takes forms is told, and led on."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client, RequestFactory
from django.urls import get_resolver
from django.utils.translation import override

from literacy.methods import form_only
from tests.make import make_home

pytestmark = pytest.mark.django_db
# What stands for the parts of an address that a view reads.
SAMPLES = {"uuid": uuid4(), "key": uuid4(), "code": "nobody", "uidb36": "1"}
FORMS_ONLY = ("answer_new", "check_start", "phrase_new", "phrase_use", "forget_me")


def public_addresses() -> Iterator[tuple[str, str]]:
    """Yield the name and a sample of each named address below a language."""
    with override("ar"):
        resolver = get_resolver()
        for name in filter(lambda one: isinstance(one, str), resolver.reverse_dict):
            for forms, *_rest in resolver.reverse_dict.getlist(name):
                path, parts = forms[0]
                if path.startswith("ar/"):
                    values = {part: SAMPLES.get(part, "1") for part in parts}
                    yield name, "/" + path % values


@pytest.fixture(autouse=True)
def _site():
    make_home()


def test_no_public_address_answers_with_a_blank_page():
    client, refused = Client(), {}
    for name, path in public_addresses():
        reply = client.get(path)
        if reply.status_code == 405:
            refused[name] = reply
    assert set(refused) == set(FORMS_ONLY)
    for name, reply in refused.items():
        text = reply.content.decode()
        way_on = re.search(r'<a class="btn btn--primary[^>]* href="([^"]+)"', text)
        assert text.count("<h1") == 1, name
        assert way_on, name
        assert client.get(way_on[1]).status_code == 200, name
        assert reply.headers["Allow"] == "POST", name


@pytest.mark.parametrize("method", ["head", "put", "delete", "patch", "options"])
def test_other_methods_are_refused_as_well(method):
    view = form_only()(lambda request: None)
    reply = view(getattr(RequestFactory(), method)("/"))
    assert reply.status_code == 405


def test_scripts_get_it_as_a_part():
    reply = Client().get("/ar/answers/", headers={"x-part": "2"})
    assert reply.status_code == 405
    assert reply.headers["X-Part"]
    assert "<html" not in reply.content.decode()
