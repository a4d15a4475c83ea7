"""What is older than its published original is shown to be so, wherever one looks."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail_localize.models import Translation

from literacy.models import PublishedWords
from literacy.translation.queries import outdated
from tests.base import make_edda, signed_in
from tests.cms_forms import form_of, press_publish
from tests.literacy.test_sign_off import messages_in
from tests.make import make_activity, make_help, make_home, make_info, make_locale
from tests.translations import (
    edit_url,
    live_in_english,
    say,
    snippet_path,
    sync_url,
    translation_of,
)

pytestmark = pytest.mark.django_db
REPORT = "/cms/localize/reports/translations/"
OLDER = "أقدم من الأصل"
OPTION = "body-0-value-options"


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


@pytest.fixture
def activity(edda):
    """Return an activity that is live in both languages."""
    activity = make_activity()
    live_in_english(edda, activity)
    return activity


def english_of(thing):
    return thing.get_translation(make_locale("en"))


def publish(client, thing, **changes):
    fields = form_of(thing, **changes)
    assert press_publish(client, edit_url(thing), fields).status_code == 302


def older() -> set:
    return {translation.source.object_id for translation in outdated()}


# When it is


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        (make_activity, {"why": "سبب آخر"}),
        (
            make_activity,
            {f"{OPTION}-0-value-correct": "", f"{OPTION}-1-value-correct": "on"},
        ),
        (make_info, {"intro": "مقدّمة أخرى"}),
        (make_help, {"what_for": "يجيب شخص مدرَّب."}),
    ],
)
def test_a_published_change_makes_its_translation_older(edda, make, changes):
    thing = make()
    live_in_english(edda, thing)
    assert older() == set()
    edda.post(edit_url(thing), form_of(thing, **changes))
    assert older() == set(), "a draft changes nothing that is published"
    publish(edda, thing, **changes)
    assert older() == {thing.translation_key}


def test_publishing_again_without_a_change_makes_nothing_older(edda, activity):
    publish(edda, activity)
    assert older() == set()


def test_syncing_alone_does_not_make_it_newer(edda, activity):
    publish(edda, activity, why="سبب آخر")
    edda.post(sync_url(activity), {})
    assert older() == {activity.translation_key}
    say(activity, "why", "Another reason")
    edda.post(edit_url(english_of(activity)), {"action": "publish"})
    assert older() == set()


def test_publishing_before_syncing_does_not_make_it_newer(edda, activity):
    publish(edda, activity, why="سبب آخر")
    say(activity, "title", "Better words")
    edda.post(edit_url(english_of(activity)), {"action": "publish"})
    assert english_of(activity).title == "Better words"
    assert older() == {activity.translation_key}


def test_a_draft_from_before_the_change_does_not_make_it_newer(edda, activity):
    say(activity, "why", "Waits for a signature")
    translation_of(activity).save_target(publish=False)
    publish(edda, activity, why="سبب آخر")
    edda.post(sync_url(activity), {})
    say(activity, "why", "Another reason")
    english_of(activity).get_latest_revision().publish()
    assert older() == {activity.translation_key}


def test_what_is_written_by_hand_is_older_until_it_is_published(edda, activity):
    edda.post(f"/cms/localize/translate/{translation_of(activity).pk}/disable/")
    publish(edda, activity, why="سبب آخر")
    assert older() == {activity.translation_key}
    publish(edda, english_of(activity), why="Another reason")
    assert older() == set()


def test_nothing_is_older_than_what_is_not_published(edda, activity):
    publish(edda, activity, why="سبب آخر")
    activity.refresh_from_db()
    activity.unpublish()
    assert older() == set()


def test_a_translation_that_is_not_published_is_not_older(edda, activity):
    publish(edda, activity, why="سبب آخر")
    english_of(activity).unpublish()
    assert older() == set()


def test_a_changed_skill_makes_its_translation_older(edda, activity):
    skill = activity.skill
    say(skill, "title", "Pause")
    edda.post(edit_url(english_of(skill)), {"action": "publish"})
    assert older() == set()
    publish(edda, skill, title="وقفة أخرى")
    assert older() == {skill.translation_key}


# Where it is shown


@pytest.fixture
def changed(edda, activity):
    """Return an activity whose English is older than what is published."""
    publish(edda, activity, why="سبب آخر")
    return activity


def test_the_edit_forms_say_so_with_the_next_step(edda, activity):
    english = english_of(activity)
    edda.get("/cms/")
    for thing in (activity, english):
        assert not messages_in(edda.get(edit_url(thing)))
    publish(edda, activity, why="سبب آخر")
    assert edit_url(english) in messages_in(edda.get(edit_url(activity)))
    assert sync_url(activity) in messages_in(edda.get(edit_url(english)))
    edda.post(sync_url(activity), {})
    said = messages_in(edda.get(edit_url(english)))
    assert said
    assert sync_url(activity) not in said
    say(activity, "why", "Another reason")
    edda.post(edit_url(english), {"action": "publish"}, follow=True)
    for thing in (activity, english):
        assert not messages_in(edda.get(edit_url(thing)))


def test_the_edit_form_of_a_page_says_so(edda):
    page = make_info()
    english = live_in_english(edda, page)
    publish(edda, page, intro="مقدّمة أخرى")
    assert edit_url(english) in messages_in(edda.get(edit_url(page)))
    assert sync_url(page) in messages_in(edda.get(edit_url(english)))


def test_the_form_of_what_is_written_by_hand_says_so(edda, changed):
    english = english_of(changed)
    edda.post(f"/cms/localize/translate/{translation_of(changed).pk}/disable/")
    edda.get("/cms/")
    assert messages_in(edda.get(edit_url(english)))


def test_the_first_screen_counts_it_and_leads_to_it(edda, changed):
    response = edda.get("/cms/")
    url = f"{REPORT}?is_outdated=true"
    assert url in response.content.decode()
    report = edda.get(url)
    rows = list(report.context["object_list"])
    assert [row.source.object_id for row in rows] == [changed.translation_key]
    assert OLDER in report.content.decode()


def test_the_report_shows_everything_else_as_before(edda, changed):
    rows = edda.get(REPORT).context["object_list"]
    assert {row.pk for row in rows} == {row.pk for row in Translation.objects.all()}
    results = edda.get(f"{REPORT}results/", {"is_outdated": "false"})
    assert changed.translation_key not in {
        row.source.object_id for row in results.context["object_list"]
    }


@pytest.mark.parametrize("query", [{}, {"q": "English"}])
def test_lists_show_it(edda, changed, query):
    page = edda.get(f"/cms/snippets/{snippet_path(changed)}/", query)
    assert page.content.decode().count(OLDER) == 1


def test_every_list_opens(edda, changed):
    for address in ("snippets/quizzes/skill", "snippets/literacy/helpresource"):
        assert edda.get(f"/cms/{address}/").status_code == 200
    assert edda.get("/cms/lessons/").status_code == 200


# From before it was noted


def test_catching_up_notes_what_is_published(edda, activity):
    page = make_info()
    live_in_english(edda, page)
    before = set(PublishedWords.objects.values_list("object_key", "digest"))
    PublishedWords.objects.all().delete()
    assert older() == set()
    for _turn in range(2):
        call_command("catch_up", stdout=StringIO())
    assert before <= set(PublishedWords.objects.values_list("object_key", "digest"))
    assert older() == set()


def test_catching_up_finds_what_is_older(edda, changed):
    PublishedWords.objects.all().delete()
    call_command("catch_up", stdout=StringIO())
    assert older() == {changed.translation_key}


def test_catching_up_notes_no_drafts(edda, activity):
    english_of(activity).unpublish()
    call_command("catch_up", stdout=StringIO())
    assert not PublishedWords.objects.filter(
        object_key=activity.translation_key, locale=make_locale("en")
    ).exists()
