"""A site that others reach starts only with settings that protect it."""

import pytest
from django.core.management import CommandError, call_command

from literacy.checks import (
    demo_editor_cannot_sign_in,
    mail_leaves_the_server,
    source_is_offered,
    visitors_have_addresses_of_their_own,
)
from literacy.demo import EMAIL, PASSWORD
from literacy.models import User
from literacy.services import make_demo_editor
from literacy.settings.weaknesses import PUBLISHED_KEY, is_guessable, weaknesses
from tests.make import make_home
from tests.production import SETTINGS, run_in_production

SERVER = ("-c", "import literacy.wsgi")
SOUND = {
    "SECRET_KEY": SETTINGS["SECRET_KEY"],
    "ALLOWED_HOSTS": ["learn.example"],
    "DEBUG": False,
    "CMS_NEEDS_TWO_STEP": True,
    "SITE_URL": "https://learn.example",
    "PLAIN_HTTP": False,
}
CONSOLE = "django.core.mail.backends.console.EmailBackend"


def test_sound_settings_are_taken():
    assert weaknesses(SOUND) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY must be"),
        ({"SECRET_KEY": "x"}, "SECRET_KEY must be"),
        ({"SECRET_KEY": PUBLISHED_KEY}, "SECRET_KEY must be"),
        ({"ALLOWED_HOSTS": []}, "ALLOWED_HOSTS must list"),
        ({"ALLOWED_HOSTS": ["learn.example", "*"]}, "ALLOWED_HOSTS must list"),
        ({"DEBUG": True}, "DEBUG shows"),
        ({"CMS_NEEDS_TWO_STEP": False}, "CMS_NEEDS_TWO_STEP is off"),
        ({"SITE_URL": "http://learn.example"}, "SITE_URL must be"),
        ({"SITE_URL": "learn.example"}, "SITE_URL must be"),
        ({"PLAIN_HTTP": True}, "PLAIN_HTTP is on"),
    ],
)
def test_a_weak_setting_is_named_with_what_to_set(changes, told):
    (found,) = weaknesses(SOUND | changes)

    assert found.startswith(told)


def test_plain_http_is_taken_where_the_host_says_so():
    plain = {"SITE_URL": "http://school.example", "PLAIN_HTTP": True}

    assert weaknesses(SOUND | plain) == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (PUBLISHED_KEY, True),
        ("aB3$" * 20, True),
        ("abcdefghijkl" * 5, True),
        ("x" * 64, True),
        ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", False),
        ("Zm9yIGEgdGVzdCBhbG9uZQ-LdW4kq8yT2sVhXo1cE7rNfBg5jMwP", False),
    ],
)
def test_a_guessable_key_is_seen(key, expected):
    assert is_guessable(key) is expected


def test_the_server_refuses_every_weak_setting_at_once(tmp_path):
    done = run_in_production(
        *SERVER,
        folder=tmp_path,
        SECRET_KEY="x",
        ALLOWED_HOSTS="*",
        CMS_NEEDS_TWO_STEP="off",
        DEBUG="on",
        SITE_URL="http://learn.example",
    )

    assert done.returncode != 0
    for name in ("SECRET_KEY", "ALLOWED_HOSTS", "TWO_STEP", "DEBUG", "SITE_URL"):
        assert name in done.stderr.partition("does not start with")[2]


def test_the_server_refuses_the_published_key_in_production(tmp_path):
    done = run_in_production(*SERVER, folder=tmp_path, SECRET_KEY=PUBLISHED_KEY)

    assert done.returncode != 0
    assert "secrets.token_urlsafe" in done.stderr


def test_the_server_runs_the_system_checks_first(tmp_path):
    done = run_in_production(
        "manage.py", "serve", folder=tmp_path, DENYLIST_FILE=str(tmp_path / "none.txt")
    )

    assert done.returncode != 0
    assert "literacy.E003" in done.stderr


def test_sound_settings_pass_the_deployment_checks(tmp_path):
    done = run_in_production(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", folder=tmp_path
    )

    assert done.returncode == 0, done.stderr
    assert "no issues (3 silenced)" in done.stdout


def test_cookies_work_on_a_site_without_https(tmp_path):
    code = (
        "from django.conf import settings as s; print("
        "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.LEARNER_COOKIE_SECURE, "
        "s.LANGUAGE_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS)"
    )
    plain = {"SITE_URL": "http://school.example", "PLAIN_HTTP": "on"}
    done = run_in_production("-c", code, folder=tmp_path, **plain)

    assert done.stdout.split() == ["False"] * 5 + ["0"]


def test_printed_mail_is_warned_of(settings):
    settings.SITE_URL, settings.EMAIL_BACKEND = "https://learn.example", CONSOLE
    assert [found.id for found in mail_leaves_the_server(None)] == ["literacy.W004"]

    settings.SITE_URL = "http://127.0.0.1:8000"
    assert mail_leaves_the_server(None) == []


def test_a_source_that_is_not_offered_is_warned_of(settings):
    settings.SITE_URL = "https://learn.example"
    for nowhere in ("", "learn.example"):
        settings.SOURCE_URL = nowhere
        assert [found.id for found in source_is_offered(None)] == ["literacy.W006"]

    settings.SOURCE_URL = "https://learn.example/source"
    assert source_is_offered(None) == []
    settings.SITE_URL, settings.SOURCE_URL = "http://127.0.0.1:8000", ""
    assert source_is_offered(None) == []


def test_a_proxy_that_is_not_counted_is_warned_of(settings):
    settings.SITE_URL, settings.ALLAUTH_TRUSTED_PROXY_COUNT = "https://learn.example", 0
    (found,) = visitors_have_addresses_of_their_own(None)
    assert "TRUSTED_PROXY_COUNT" in found.hint

    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert visitors_have_addresses_of_their_own(None) == []


def test_the_demo_is_refused_in_production(tmp_path):
    done = run_in_production("manage.py", "demo", folder=tmp_path)

    assert done.returncode != 0
    assert "literacy.settings.dev" in done.stderr


@pytest.mark.django_db
def test_a_refused_demo_makes_nobody(settings):
    settings.DEMO_ALLOWED = False

    with pytest.raises(CommandError, match="load_site"):
        call_command("demo")
    assert not User.objects.exists()


@pytest.mark.django_db
def test_a_published_password_stops_production(settings):
    make_home()
    editor = make_demo_editor(email=EMAIL, password=PASSWORD)
    assert demo_editor_cannot_sign_in(None, ["default"]) == []

    settings.DEMO_ALLOWED = False
    (found,) = demo_editor_cannot_sign_in(None, ["default"])
    assert "changepassword" in found.hint

    editor.set_password("a password of her own")
    editor.save()
    assert demo_editor_cannot_sign_in(None, ["default"]) == []
