"""What a finding is, how findings are told apart, and who is asked."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail import hooks

from literacy.findings import error, errors_first, errors_in, seal, warning
from literacy.gate import content_findings, site_findings
from literacy.models import SignOff
from literacy.page_store import purge_pages
from literacy.reports import error_count
from literacy.services import note_shipped
from quizzes.models import Activity
from tests.base import make_edda, make_tessa, signed_in
from tests.make import (
    make_activity,
    make_bank,
    make_home,
    make_info,
    make_lesson,
)

BAD = error("bad", "It is bad.", "Mend it.", "steps.2.text")
ODD = warning("odd", "It is odd.", "Look at it.")
REPORT = "/cms/reports/content-check/"


def test_errors_come_first_and_a_place_names_its_field():
    assert errors_first([ODD, BAD]) == [BAD, ODD]
    assert errors_in([ODD, BAD]) == [BAD]
    assert (BAD.field, ODD.field) == ("steps", "")


def test_a_seal_is_for_exactly_these_findings():
    assert seal([BAD, ODD]) == seal([ODD, BAD])
    assert seal([BAD]) != seal([ODD])
    assert seal([warning("odd", "It is very odd.", "Look at it.")]) != seal([ODD])


# Who is asked


@pytest.fixture
def found():
    """Return a list; what is put there, every page and activity is said to have."""
    findings = []
    with hooks.register_temporarily("literacy_content_checks", lambda one: findings):
        yield findings


@pytest.mark.django_db
def test_a_finding_says_what_it_is_about_and_where_to_mend_it(found):
    activity = make_activity()
    found.append(BAD)
    (one,) = content_findings(activity)
    assert one.subject.title == activity.title
    assert one.subject.language == "ar"
    assert one.subject.url == f"/cms/snippets/quizzes/activity/edit/{activity.pk}/"


@pytest.mark.django_db
def test_all_that_is_published_is_asked_and_no_draft():
    lesson = make_lesson()
    draft = make_activity(title="لم يُنشر")
    draft.unpublish()
    Activity.objects.update(why="انظروا news.com")
    titles = {one.subject.title for one in site_findings()}
    assert lesson.title in titles
    assert draft.title not in titles
    assert len(errors_in(site_findings())) == Activity.objects.filter(live=True).count()


@pytest.mark.django_db
def test_a_check_of_the_whole_site_has_a_place():
    with hooks.register_temporarily("literacy_site_checks", lambda: [BAD]):
        assert BAD in site_findings()


# The report and the first screen


@pytest.mark.django_db
def test_the_report_says_it_in_the_editors_language_with_a_link(found):
    make_home()
    activity = make_activity()
    client = signed_in(make_edda())
    assert "findings__item" not in client.get(REPORT).content.decode()
    found.append(BAD)
    page = client.get(REPORT).content.decode()
    assert "It is bad." in page
    assert f'href="/cms/snippets/quizzes/activity/edit/{activity.pk}/"' in page
    assert 'lang="ar" dir="rtl"' in page


@pytest.mark.django_db
def test_the_report_is_in_the_menu_and_for_editors_only():
    make_home()
    assert signed_in(make_tessa()).get(REPORT).status_code == 302
    assert REPORT in signed_in(make_edda()).get("/cms/").content.decode()


@pytest.mark.django_db
def test_the_first_screen_says_how_many_errors_the_report_found(found):
    make_home()
    make_activity()
    client = signed_in(make_edda())
    client.get(REPORT)
    assert error_count() == 0
    assert REPORT not in waiting(client)
    found.append(BAD)
    count = client.get(REPORT).context["error_count"]
    assert error_count() == count > 0
    assert REPORT in waiting(client)


@pytest.mark.django_db
def test_until_somebody_asks_the_first_screen_only_leads_there():
    make_home()
    make_activity()
    client = signed_in(make_edda())
    assert error_count() is None
    assert REPORT in waiting(client)
    client.get(REPORT)
    assert error_count() == 0
    # Whatever is published next may change it.
    purge_pages()
    assert error_count() is None


@pytest.mark.django_db
def test_the_first_screen_asks_no_content(django_assert_max_num_queries):
    def fail():
        raise AssertionError("asked")

    make_home()
    client = signed_in(make_edda())
    client.get("/cms/")
    with hooks.register_temporarily("literacy_site_checks", fail):
        with django_assert_max_num_queries(80) as few:
            assert REPORT in waiting(client)
        make_bank(3)
        with django_assert_max_num_queries(len(few)):
            assert REPORT in waiting(client)


def waiting(client) -> str:
    page = client.get("/cms/").content.decode()
    return page.partition('class="welcome__waiting"')[2]


# The command


@pytest.mark.django_db
def test_the_command_prints_the_list_and_fails_on_errors(found, capsys):
    make_info()
    activity = make_activity()
    call_command("check_content")
    found.append(ODD)
    call_command("check_content", language="ar")
    assert f"warning | odd | نشاط “{activity.title}”" in capsys.readouterr().out
    found.append(BAD)
    assert error_count() == 0
    with pytest.raises(CommandError):
        call_command("check_content")
    assert error_count() == len(errors_in(site_findings()))
    out = capsys.readouterr().out
    assert f"error | bad | activity “{activity.title}” (ar) | It is bad." in out
    assert out.index("| bad |") < out.index("| odd |")


# Sign-offs


def codes(instance) -> dict[str, str]:
    return {one.code: one.severity for one in content_findings(instance)}


@pytest.mark.django_db
def test_sensitive_content_is_signed_for_a_year_and_for_these_words_only():
    activity = make_activity(sensitivity=2, review_due=timezone.localdate())
    assert codes(activity) == {}
    activity.why = "سبب آخر"
    assert codes(activity) == {"not_signed": "error"}
    activity.refresh_from_db()
    activity.review_due += timedelta(days=30)
    assert codes(activity) == {}
    SignOff.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert codes(activity) == {"sign_off_expired": "warning"}


@pytest.mark.django_db
def test_what_came_with_the_site_is_remarked_until_somebody_changes_it():
    activity = make_activity(sensitivity=3, review_due=timezone.localdate())
    SignOff.objects.all().delete()
    assert codes(activity) == {"not_signed": "error"}
    note_shipped(instance=activity)
    note_shipped(instance=activity)
    assert codes(activity) == {"signed_outside": "warning"}
    assert SignOff.objects.count() == 1
    activity.why = activity.why.replace("\n", "\r\n") + "  "
    assert codes(activity) == {"signed_outside": "warning"}
    activity.why = "سبب آخر"
    assert codes(activity) == {"not_signed": "error"}
