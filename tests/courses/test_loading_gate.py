"""Loaded content passes the gate as well, and what comes sensitive is noted."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command

from courses.models import LessonPage
from courses.services.loading import ContentError, load_module, load_site
from literacy.findings import errors_in
from literacy.gate import content_findings, site_findings
from literacy.models import SignOff, SiteImage
from quizzes.models import Activity
from tests.courses.test_loading import folder, spoil

pytestmark = pytest.mark.django_db
CONTENT = settings.BASE_DIR / "courses" / "content"
__all__ = ["folder"]


def codes(instance) -> dict[str, str]:
    return {one.code: one.severity for one in content_findings(instance)}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_finding_names_file_and_line(folder, language):
    path = folder / "faster.yaml"
    text = path.read_text(encoding="utf-8")
    feed = text.index("pause-faster-feed")
    # The introduction of the feed, in one of its languages.
    place = re.compile(rf"intro:\s+{{?(?:.|\n)*?{language}: ['\"]?").search(text, feed)
    path.write_text(
        f"{text[: place.end()]}news.com {text[place.end() :]}", encoding="utf-8"
    )
    line = text[: text.index("intro:", feed)].count("\n") + 1
    with pytest.raises(ContentError) as failed:
        load_module(folder=folder)
    assert str(failed.value).startswith(f"{path}:{line}: {language}: Feed, Intro")
    assert "news.com" in str(failed.value)
    assert not Activity.objects.exists(), "all of a module or none of it"


def test_a_fault_of_a_lesson_is_found_after_its_activities(folder):
    path = folder / "faster.yaml"
    line = spoil(
        path,
        "sensitivity: 0\nsteps",
        'sensitivity: 2\ncontent_note: {ar: "في news.com", en: "Calm."}\nsteps',
    )
    with pytest.raises(ContentError, match="content note") as failed:
        load_module(folder=folder)
    assert str(failed.value).startswith(f"{path}:{line + 1}: ar:")


def test_what_came_sensitive_is_a_remark_until_an_editor_changes_it(folder):
    path = folder / "faster.yaml"
    spoil(
        path,
        "sensitivity: 0\nsteps",
        'sensitivity: 2\ncontent_note: {ar: "درس هادئ.", en: "Calm."}\nsteps',
    )
    load_module(folder=folder)
    for lesson in LessonPage.objects.all():
        assert codes(lesson)["signed_outside"] == "warning"
    assert SignOff.objects.filter(came_with_site=True).count() == 2
    arabic = LessonPage.objects.get(locale__language_code="ar")
    arabic.summary = "ملخّص آخر"
    assert codes(arabic)["not_signed"] == "error"
    SignOff.objects.all().delete()
    load_module(folder=folder)
    assert SignOff.objects.filter(came_with_site=True).count() == 2, "noted again"


def test_an_activity_that_no_longer_fits_its_lesson_is_refused(folder):
    load_module(folder=folder)
    spoil(folder / "faster.yaml", "purpose: check", "purpose: practice")
    with pytest.raises(ContentError, match="is not meant for checks"):
        load_module(folder=folder)


def test_a_drawing_that_is_put_back_comes_signed_as_before(folder):
    spoil(
        folder / "faster.yaml",
        "sensitivity: 0\nsteps",
        'sensitivity: 2\ncontent_note: {ar: "درس هادئ.", en: "Calm."}\nsteps',
    )
    load_module(folder=folder)
    SiteImage.objects.update(file_hash="of another file")
    for lesson in LessonPage.objects.all():
        assert codes(lesson)["not_signed"] == "error"
    load_module(folder=folder)
    for lesson in LessonPage.objects.all():
        assert codes(lesson)["signed_outside"] == "warning"


def test_all_demo_content_is_without_errors():
    load_site(folder=CONTENT / "site")
    for path in sorted(CONTENT.glob("*/module.yaml")):
        load_module(folder=path.parent)
    call_command("check_content")
    assert errors_in(site_findings()) == []
