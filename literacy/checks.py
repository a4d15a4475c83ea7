"""What must hold before the site starts."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth import get_user_model
from django.core.checks import Error, Tags, register
from django.db import connection


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
