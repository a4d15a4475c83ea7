"""The first screen of the CMS: where to go, and what waits."""

import pytest
from django.utils.translation import override

from tests.base import make_adam, make_edda, signed_in
from tests.make import make_activity, make_home, make_info

pytestmark = pytest.mark.django_db


def panel(client):
    """Return what the welcome is made from."""
    response = client.get("/cms/")
    found = [part for part in response.context["panels"] if part.name == "welcome"]
    assert len(found) == 1
    return found[0].get_context_data({"request": response.wsgi_request})


def test_lessons_activities_and_skills_are_one_press_away():
    make_home()
    client = signed_in(make_edda())
    entries = panel(client)["entries"]
    assert [entry.icon for entry in entries] == ["doc-full", "tasks", "tag"]
    for entry in entries:
        assert client.get(entry.url).status_code == 200


def test_they_are_in_the_menu_instead_of_snippets():
    make_home()
    page = signed_in(make_edda()).get("/cms/").content.decode()
    for name in ("lessons", "activities", "skills"):
        assert f'"name": "{name}"' in page
    assert '"name": "snippets"' not in page


def test_the_software_does_not_advertise_itself():
    make_home()
    page = signed_in(make_adam()).get("/cms/").content.decode()
    assert "whats-new" not in page
    assert '"name": "editor-guide"' not in page
    assert "data-upgrade" not in page
    assert "w-upgrade" not in page


def test_drafts_wait_with_the_newest_first():
    client = signed_in(make_adam())
    info, activity, done = make_info(), make_activity("choice"), make_activity("order")
    info.intro = "نصّ جديد"
    info.save_revision()
    activity.why = "سبب جديد"
    activity.save_revision()
    waiting = panel(client)["waiting"]
    assert [draft.title for draft in waiting] == [activity.title, info.title]
    assert done.title not in [draft.title for draft in waiting]
    for draft in waiting:
        assert client.get(draft.url).status_code == 200


def test_an_editor_of_one_part_sees_its_drafts_only():
    info = make_info()
    edda = make_edda()
    edda.groups.first().page_permissions.all().delete()
    info.save_revision()
    titles = [draft.title for draft in panel(signed_in(edda))["waiting"]]
    assert info.title not in titles


def test_the_welcome_costs_the_same_for_few_and_many(django_assert_max_num_queries):
    client = signed_in(make_adam())
    make_home()
    client.get("/cms/")
    counts = []
    for _turn in range(2):
        for _number in range(6):
            make_activity("choice").save_revision()
        with django_assert_max_num_queries(80) as spent:
            client.get("/cms/")
        counts.append(len(spent))
    assert counts[0] == counts[1]


def test_the_cms_speaks_english_to_who_wants_it():
    make_home()
    edda = make_edda()
    edda.wagtail_userprofile.preferred_language = "en"
    edda.wagtail_userprofile.save()
    with override("en"):
        page = signed_in(edda).get("/cms/").content.decode()
    assert 'dir="ltr"' in page
    assert "What waits" in page
