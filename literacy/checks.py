"""What must hold before the site starts: commands such as migrate stop on an error."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection
from PIL import features

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
