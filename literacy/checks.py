"""What must hold before the site starts: commands such as migrate stop on an error."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection
from PIL import features

from .demo import EMAIL, PASSWORD
from .named import Named
from .text_rules import kept_list


@register(Tags.security)
def no_group_may_change_users(
    app_configs: list[AppConfig] | None, databases: list[str] | None = None, **kw: Any
) -> list[Error]:
    """Whoever may change users may become an administrator."""
    from django.contrib.auth.models import Group

    if not databases or "auth_group" not in connection.introspection.table_names():
        return []
    holders = Group.objects.filter(
        permissions__content_type__app_label="literacy",
        permissions__content_type__model=get_user_model()._meta.model_name,
        permissions__codename__in=["add_user", "change_user"],
    )
    return [
        Error(
            f"The group “{group}” may change users and so become administrator.",
            hint="Take the permissions on users away from it in the CMS.",
            id="literacy.E001",
        )
        for group in holders
    ]


@register(Tags.compatibility)
def pictures_can_be_stamped_in_arabic(
    app_configs: list[AppConfig] | None, **kw: Any
) -> list[CheckMessage]:
    """Pillow's wheels bring Raqm; FriBiDi is looked for in the system."""
    missing = [name for name in ("raqm", "fribidi") if not features.check(name)]
    if not missing:
        return []
    kind = Error if settings.ARABIC_STAMPS_REQUIRED else Warning
    return [
        kind(
            "Pillow cannot join Arabic letters: it finds no "
            + " and no ".join(missing),
            hint=(
                "Install FriBiDi (on Debian: apt-get install libfribidi0). Until then "
                "practice pictures are stamped in English."
            ),
            id="literacy.E002" if kind is Error else "literacy.W002",
        )
    ]


@register(Tags.files)
def deny_list_can_be_read(
    app_configs: list[AppConfig] | None, **kw: Any
) -> list[CheckMessage]:
    """A list that nobody can read would deny nothing, and nobody would know."""
    try:
        kept_list()
    except (OSError, UnicodeError) as fault:
        return [
            Error(
                f"The list of denied words cannot be read: {fault}",
                hint="DENYLIST_FILE names a text file in UTF-8, one word a line.",
                id="literacy.E003",
            )
        ]
    return []


@register(Tags.models)
def names_lead_somewhere(app_configs: list[AppConfig] | None, **kw: Any) -> list[Error]:
    """Every function that a model names must exist."""
    return [
        Error(
            f"{model.__name__}.{attribute}: there is no “{named.name}”.",
            hint="Write the dotted name of a function.",
            id="literacy.E006",
        )
        for model in apps.get_models()
        for attribute, named in vars(model).items()
        if isinstance(named, Named) and not named.exists()
    ]


@register(Tags.security)
def demo_editor_cannot_sign_in(
    app_configs: list[AppConfig] | None, databases: list[str] | None = None, **kw: Any
) -> list[Error]:
    """A database that `make run` filled brings an editor whose password is known."""
    User = get_user_model()
    if settings.DEMO_ALLOWED or not databases:
        return []
    if User._meta.db_table not in connection.introspection.table_names():
        return []
    # No more columns than these: migrate asks before it adds the newest.
    hashes = User.objects.filter(email__iexact=EMAIL, is_active=True).values_list(
        "password", flat=True
    )
    if not any(check_password(PASSWORD, found) for found in hashes):
        return []
    return [
        Error(
            f"Anybody can sign in as {EMAIL}: the demo's password is published.",
            hint=f"Give this user another password: manage.py changepassword {EMAIL}",
            id="literacy.E004",
        )
    ]


@register(Tags.security)
def mail_leaves_the_server(
    app_configs: list[AppConfig] | None, **kw: Any
) -> list[Warning]:
    """A site with https has accounts of real people, who may forget a password."""
    if not is_reached(settings.SITE_URL) or "console" not in settings.EMAIL_BACKEND:
        return []
    return [
        Warning(
            "E-mails, such as those for a new password, are only printed.",
            hint="Set EMAIL_URL, such as smtp+tls://user:password@mail.example.org:587",
            id="literacy.W004",
        )
    ]


@register(Tags.security)
def visitors_have_addresses_of_their_own(
    app_configs: list[AppConfig] | None, **kw: Any
) -> list[Warning]:
    """Whoever speaks https for us stands in front, so there is a proxy to trust."""
    if not is_reached(settings.SITE_URL) or settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        return []
    return [
        Warning(
            "All visitors share the limits on sign-ins: they seem to come from the "
            "address of the proxy in front.",
            hint="Set TRUSTED_PROXY_COUNT; behind docs/deploy/nginx.conf it is 1.",
            id="literacy.W005",
        )
    ]


@register
def source_is_offered(app_configs: list[AppConfig] | None, **kw: Any) -> list[Warning]:
    """Section 13 of the licence: whoever uses the site may have what it runs."""
    if not is_reached(settings.SITE_URL) or settings.SOURCE_URL.startswith("http"):
        return []
    return [
        Warning(
            "No page says where the source code of this site is, as its licence asks.",
            hint="Set SOURCE_URL to a public address of the version that runs here.",
            id="literacy.W006",
        )
    ]


def is_reached(url: str) -> bool:
    """Return whether this is the address of a site on the internet."""
    return url.startswith("https://")
