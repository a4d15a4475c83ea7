"""Who may write in the CMS."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    DraftStateMixin,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    get_default_page_content_type,
)
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile

from literacy.models import HomePage, User
from literacy.translation.access import submit_permission

from .workflows import let_second_editors_sign, set_up_sign_off

EDITORS = "Editors"
PAGE_ACTIONS = ("add", "change", "publish")
FILE_CODENAMES = [
    f"{action}_{kind}"
    for action in ("add", "change", "choose")
    for kind in ("image", "document")
]


@transaction.atomic
def set_up_editors() -> Group:
    """Give the group of editors exactly its rights: content, never users."""
    group, _is_new = Group.objects.get_or_create(name=EDITORS)
    group.permissions.set(content_permissions())
    set_page_permissions(group)
    set_file_permissions(group)
    translate_names()
    set_up_sign_off()
    return group


def content_permissions() -> list[Permission]:
    """Return the rights to enter, to translate, to redirect, to write in the banks."""
    rights = [
        Permission.objects.get(
            content_type__app_label="wagtailadmin", codename="access_admin"
        ),
        submit_permission(),
    ]
    rights += Permission.objects.filter(
        content_type__app_label="wagtailredirects",
        codename__in=[f"{action}_redirect" for action in ("add", "change", "delete")],
    )
    for model in get_snippet_models():
        actions = ["add", "change"]
        if issubclass(model, DraftStateMixin):
            actions.append("publish")
        rights += Permission.objects.filter(
            content_type__app_label=model._meta.app_label,
            codename__in=[f"{action}_{model._meta.model_name}" for action in actions],
        )
    return rights


def page_permissions() -> list[Permission]:
    return list(
        Permission.objects.filter(
            content_type=get_default_page_content_type(),
            codename__in=[f"{action}_page" for action in PAGE_ACTIONS],
        )
    )


def set_page_permissions(group: Group) -> None:
    """Let the group write in the site of every language, and nowhere else."""
    homes = list(HomePage.objects.all())
    GroupPagePermission.objects.filter(group=group).exclude(
        page__in=homes, permission__in=page_permissions()
    ).delete()
    for home in homes:
        open_to_editors(home=home)


def open_to_editors(*, home: HomePage) -> None:
    """Let the editors write below a home page, such as a new language's."""
    group = Group.objects.filter(name=EDITORS).first()
    if group:
        for permission in page_permissions():
            GroupPagePermission.objects.get_or_create(
                group=group, page=home, permission=permission
            )
        let_second_editors_sign(home)


def set_file_permissions(group: Group) -> None:
    """Let the group add and use pictures and documents."""
    root = Collection.get_first_root_node()
    wanted = Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"],
        codename__in=FILE_CODENAMES,
    )
    for permission in wanted:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )


def translate_names() -> None:
    """Say what Wagtail's first migrations name in English; keep other names."""
    Page.objects.filter(depth=1, title="Root").update(
        title=_("All sites"), draft_title=_("All sites")
    )
    for model in (Workflow, Task):
        model.objects.filter(name="Moderators approval").update(
            name=_("Approval by moderators")
        )


@transaction.atomic
def make_demo_editor(*, email: str, password: str) -> User:
    """Return an editor who can sign in at once; the same one when run again."""
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email, password, first_name="Edda")
    elif not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=["password"])
    user.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    greet_in_arabic(user=user)
    return user


def greet_in_arabic(*, user: User) -> None:
    """Let the CMS begin in Arabic for a user who has not chosen a language."""
    UserProfile.objects.get_or_create(user=user, defaults={"preferred_language": "ar"})
