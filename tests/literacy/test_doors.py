"""There is one way in: allauth's, with its limits and its second step."""

import inspect
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.views import LoginView, PasswordResetConfirmView
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, resolve

from literacy.views import sign_in_door
from tests.base import PASSWORD, address_of, make_adam

SIGN_IN = "/ar/accounts/login/"
DOORS = [
    "/cms/login/",
    "/cms/password_reset/",
    "/cms/password_reset/done/",
    "/cms/password_reset/confirm/MQ/token/",
    "/cms/password_reset/complete/",
    "/ar/_util/login/",
    "/en/_util/login/",
]
SIGNS_IN = re.compile(r"\b(?:\w*_)?login\(")


def all_views(patterns: list, prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield (address, view) of every pattern, with samples for its variables."""
    for pattern in patterns:
        address = prefix + re.sub(r"<[^>]+>|\(\?P.*?\)", "x", str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from all_views(pattern.url_patterns, address)
        elif isinstance(pattern, URLPattern):
            yield re.sub(r"[\^$]", "", address), pattern.callback


def class_of(view: object) -> type | None:
    """Return the class of a view, however many decorators stand around it."""
    while view is not None:
        if hasattr(view, "view_class"):
            return view.view_class
        view = getattr(view, "__wrapped__", None)
    return None


def may_sign_in(view: object) -> bool:
    """Tell whether a view looks as if it could sign somebody in."""
    view_class = class_of(view)
    if view_class:
        if issubclass(view_class, LoginView | PasswordResetConfirmView):
            return True
        methods = [
            method
            for parent in view_class.__mro__
            for method in vars(parent).values()
            if inspect.isfunction(method)
        ]
        return any(SIGNS_IN.search(inspect.getsource(method)) for method in methods)
    try:
        return bool(SIGNS_IN.search(inspect.getsource(inspect.unwrap(view))))
    except (OSError, TypeError):
        return False


def open_doors(patterns: list, resolver: object = None) -> list[str]:
    """Return the addresses that may sign somebody in without allauth."""
    found = []
    for address, view in all_views(patterns):
        if inspect.getmodule(inspect.unwrap(view)).__name__.startswith("allauth."):
            continue
        if may_sign_in(view) and view is not sign_in_door:
            answering = resolver(address) if resolver else view
            if answering is not sign_in_door:
                found.append(address)
    return found


def test_every_view_that_could_sign_in_leads_to_the_one_door():
    patterns = get_resolver().url_patterns
    guarded = [address for address, view in all_views(patterns) if may_sign_in(view)]
    assert "cms/login/" in guarded
    assert any(address.endswith("_util/login/") for address in guarded)
    assert open_doors(patterns, lambda address: resolve(f"/{address}").func) == []


def test_the_walk_finds_a_door_that_nobody_closed():
    def own_way(request):
        from django.contrib.auth import login

        login(request, None)

    patterns = [path("staff/", LoginView.as_view()), path("quick/", own_way)]
    assert open_doors(patterns) == ["staff/", "quick/"]


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_a_door_leads_to_the_sign_in(client, door):
    response = client.get(door)
    assert (response.status_code, response["Location"]) == (302, SIGN_IN)


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_a_right_password_opens_no_side_door(client, door):
    make_adam()
    address = address_of("adam")
    fields = {"username": address, "email": address, "login": address}
    client.post(door, {**fields, "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    assert client.get("/cms/").status_code == 302


@pytest.mark.django_db
def test_the_cms_sends_a_visitor_to_the_sign_in_and_back(client):
    first = client.get("/cms/lessons/")
    response = client.get(first["Location"])
    assert response["Location"] == f"{SIGN_IN}?next=%2Fcms%2Flessons%2F"


@pytest.mark.parametrize(
    "wanted", ["https://elsewhere.example/", "//elsewhere.example", "javascript:1"]
)
def test_a_foreign_way_on_is_dropped(client, wanted):
    assert client.get("/cms/login/", {"next": wanted})["Location"] == SIGN_IN


def test_the_sign_in_speaks_the_language_that_was_chosen():
    client = Client(headers={"Accept-Language": "en"})
    assert client.get("/cms/login/")["Location"] == SIGN_IN
    client.cookies["django_language"] = "en"
    assert client.get("/cms/login/")["Location"] == "/en/accounts/login/"


@pytest.mark.django_db
def test_the_one_door_opens(client):
    make_adam()
    fields = {"login": address_of("adam"), "password": PASSWORD}
    response = client.post(f"{SIGN_IN}?next=/cms/", {**fields, "next": "/cms/"})
    assert response["Location"] == "/cms/"
    assert client.get("/cms/").status_code == 200


def test_djangos_own_admin_is_not_installed():
    assert not apps.is_installed("django.contrib.admin")
