"""Editors may write and publish content, and nothing else."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client

from literacy.checks import no_group_may_change_users
from literacy.models import User
from literacy.services import make_demo_editor, set_up_editors
from tests.base import PASSWORD, address_of, make_edda, make_tessa, signed_in
from tests.make import make_home, make_info, make_locale, make_module

pytestmark = pytest.mark.django_db


def rights(group: Group) -> tuple:
    return (
        set(group.permissions.values_list("codename", flat=True)),
        set(group.page_permissions.values_list("page", "permission__codename")),
        set(
            group.collection_permissions.values_list("permission__codename", flat=True)
        ),
    )


def test_the_group_has_exactly_its_rights():
    home = make_home()
    content, pages, files = rights(set_up_editors())
    assert content == {
        "access_admin",
        "submit_translation",
        "add_activity",
        "change_activity",
        "publish_activity",
        "add_skill",
        "change_skill",
        "publish_skill",
        "add_helpresource",
        "change_helpresource",
        "publish_helpresource",
        "add_redirect",
        "change_redirect",
        "delete_redirect",
    }
    assert pages == {
        (home.pk, f"{action}_page") for action in ("add", "change", "publish")
    }
    assert {name for name in files if not name.startswith("delete")} == files


def test_a_second_run_changes_nothing():
    make_home()
    assert rights(set_up_editors()) == rights(set_up_editors())


def test_what_somebody_added_is_taken_back():
    group = set_up_editors()
    group.permissions.add(Permission.objects.get(codename="change_user"))
    assert no_group_may_change_users(None, databases=["default"])
    set_up_editors()
    assert no_group_may_change_users(None, databases=["default"]) == []


def test_the_site_of_a_new_language_is_theirs_too():
    group = set_up_editors()
    group.page_permissions.all().delete()
    home = make_home()
    english = home.copy_for_translation(make_locale("en"))
    pages = set(group.page_permissions.values_list("page", flat=True))
    assert pages == {home.pk, english.pk}


def test_the_command_says_what_it_did(capsys):
    make_home()
    call_command("set_up_editors")
    assert "1 home pages" in capsys.readouterr().out


def test_a_demo_editor_signs_in_at_once():
    make_home()
    edda = make_edda()
    assert EmailAddress.objects.get(user=edda).verified
    client = Client()
    fields = {"login": address_of("edda"), "password": PASSWORD}
    response = client.post("/ar/accounts/login/", fields)
    assert response["Location"] == "/cms/"
    assert client.get("/cms/").status_code == 200


def test_a_demo_editor_made_again_is_the_same_person():
    first = make_demo_editor(email=address_of("edda"), password="an old one")
    again = make_demo_editor(email=address_of("edda"), password=PASSWORD)
    assert first == again
    assert User.objects.get().check_password(PASSWORD)
    assert EmailAddress.objects.count() == 1


def test_the_cms_begins_in_arabic_whatever_the_browser_speaks():
    client = signed_in(make_tessa())
    user = User.objects.get()
    assert user.wagtail_userprofile.preferred_language == "ar"
    user.groups.add(set_up_editors())
    response = client.get("/cms/", headers={"Accept-Language": "en"})
    assert 'dir="rtl"' in response.content.decode()


def test_an_editor_writes_below_home_only():
    info, module = make_info(), make_module()
    client = signed_in(make_edda())
    for page in (info, module, make_home()):
        assert client.get(f"/cms/pages/{page.pk}/edit/").status_code == 200
    assert client.get("/cms/pages/add/literacy/homepage/1/").status_code in (302, 403)


@pytest.mark.parametrize(
    "address", ["/cms/users/", "/cms/groups/", "/cms/sites/", "/cms/locales/"]
)
def test_an_editor_manages_nobody(address):
    make_home()
    response = signed_in(make_edda()).get(address)
    assert (response.status_code, response["Location"]) == (302, "/cms/")


def test_a_teacher_stays_outside():
    assert signed_in(make_tessa()).get("/cms/").status_code == 302
