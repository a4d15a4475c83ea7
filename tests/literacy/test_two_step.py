"""Whoever may enter the CMS needs a second step, in any digits."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from tests.base import PASSWORD, make_adam, make_edda, make_tessa, signed_in
from tests.make import make_home

ACTIVATE = "/ar/accounts/2fa/totp/activate/"
AUTHENTICATE = "/ar/accounts/2fa/authenticate/"
DIGITS = {
    "Latin": "0123456789",
    "Arabic": "٠١٢٣٤٥٦٧٨٩",
    "Persian": "۰۱۲۳۴۵۶۷۸۹",
}
pytestmark = pytest.mark.django_db


def code_in(digits: str, secret: str) -> str:
    """Return the code of this moment as somebody types it."""
    counter = int(time.time()) // 30
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    return code.translate(str.maketrans(DIGITS["Latin"], digits))


def with_totp(user) -> str:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return secret


def give_password(user) -> Client:
    client = Client()
    fields = {"login": user.email, "password": PASSWORD}
    response = client.post("/ar/accounts/login/", fields)
    assert response.status_code == 302
    return client


@pytest.mark.parametrize("make", [make_edda, make_adam])
def test_a_password_alone_does_not_enter(settings, make):
    settings.CMS_NEEDS_TWO_STEP = True
    make_home()
    client = signed_in(make())
    for address in ("/cms/", "/cms/lessons/", "/cms/images/"):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (302, ACTIVATE)
    assert client.post("/cms/images/add/").status_code == 302


def test_recovery_codes_alone_are_no_second_step(settings):
    settings.CMS_NEEDS_TWO_STEP = True
    adam = make_adam()
    RecoveryCodes.activate(adam)
    assert signed_in(adam).get("/cms/")["Location"] == ACTIVATE


def test_a_second_step_enters(settings):
    settings.CMS_NEEDS_TWO_STEP = True
    adam = make_adam()
    with_totp(adam)
    assert signed_in(adam).get("/cms/").status_code == 200


def test_the_setting_can_leave_it_open(settings):
    settings.CMS_NEEDS_TWO_STEP = False
    assert signed_in(make_adam()).get("/cms/").status_code == 200


def test_a_teacher_is_not_let_in_either_way(settings):
    settings.CMS_NEEDS_TWO_STEP = False
    assert signed_in(make_tessa()).get("/cms/").status_code == 302


@pytest.mark.parametrize("digits", DIGITS.values(), ids=DIGITS)
def test_a_code_may_be_typed_in_any_digits(digits):
    adam = make_adam()
    secret = with_totp(adam)
    client = give_password(adam)
    assert "_auth_user_id" not in client.session
    client.post(AUTHENTICATE, {"code": code_in(digits, secret)})
    assert client.session["_auth_user_id"] == str(adam.pk)


@pytest.mark.parametrize("around", ["\u200f{}", "\u2066{}\u2069", "«{}» ", "{}\u00ad."])
def test_a_code_may_be_pasted_with_what_stands_around_it(around):
    adam = make_adam()
    secret = with_totp(adam)
    client = give_password(adam)
    code = code_in(DIGITS["Arabic"], secret)
    client.post(AUTHENTICATE, {"code": around.format(f"{code[:3]}\u00a0{code[3:]}")})
    assert client.session["_auth_user_id"] == str(adam.pk)


def test_a_recovery_code_may_be_typed_in_two_halves():
    adam = make_adam()
    with_totp(adam)
    code = RecoveryCodes.activate(adam).get_unused_codes()[0]
    client = give_password(adam)
    client.post(AUTHENTICATE, {"code": f"{code[:4]}-{code[4:]}"})
    assert client.session["_auth_user_id"] == str(adam.pk)


def test_a_wrong_code_is_refused_in_any_digits():
    adam = make_adam()
    secret = with_totp(adam)
    client = give_password(adam)
    right = code_in(DIGITS["Latin"], secret)
    wrong = str((int(right) + 1) % 1_000_000).zfill(6)
    typed = wrong.translate(str.maketrans(DIGITS["Latin"], DIGITS["Arabic"]))
    assert client.post(AUTHENTICATE, {"code": typed}).status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("digits", DIGITS.values(), ids=DIGITS)
def test_two_step_is_switched_on_in_any_digits(digits):
    adam = make_adam()
    client = give_password(adam)
    client.post("/ar/accounts/reauthenticate/", {"password": PASSWORD})
    form = client.get(ACTIVATE).context["form"]
    client.post(ACTIVATE, {"code": code_in(digits, form.secret)})
    assert Authenticator.objects.filter(user=adam, type="totp").exists()


@pytest.mark.parametrize("digits", DIGITS.values(), ids=DIGITS)
def test_who_signed_in_long_ago_confirms_in_any_digits(digits):
    adam = make_adam()
    secret = with_totp(adam)
    client = signed_in(adam)
    address = "/ar/accounts/2fa/reauthenticate/"
    fields = {"code": code_in(digits, secret), "next": "/ar/"}
    assert client.post(address, fields).status_code == 302
