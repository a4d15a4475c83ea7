"""A practice picture is stamped in a scene as it is in an activity."""

import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client

from courses.models import LessonPage
from literacy.models import SiteImage
from literacy.stamps import FOLDER
from quizzes.services import stamp_pictures
from tests.make import make_lesson

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 190"/>'


@pytest.fixture(autouse=True)
def _folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


def lesson_with(*, is_practice: bool) -> LessonPage:
    """Publish a lesson that begins with a picture."""
    image = SiteImage(title="مشهد", is_practice=is_practice)
    image.file.save("scene.svg", ContentFile(SVG), save=False)
    image.width, image.height = 350, 190
    image.save()
    lesson = make_lesson()
    lesson.steps[0].value["picture"] = image
    lesson.steps[0].value["alt"] = "جسر."
    lesson.save_revision().publish()
    return lesson


def stamps() -> list[str]:
    if not default_storage.exists(FOLDER):
        return []
    return default_storage.listdir(FOLDER)[1]


def test_publishing_a_lesson_stamps_what_was_invented():
    lesson = lesson_with(is_practice=True)
    (name,) = stamps()
    assert name.endswith("-ar.svg"), "in the language of the page"
    page = Client().get(lesson.url).content.decode()
    assert f"{FOLDER}/{name}" in page
    assert stamps() == [name], "drawn before the page is made"


def test_any_other_scene_stays_as_it_is():
    lesson = lesson_with(is_practice=False)
    page = Client().get(lesson.url).content.decode()
    assert re.search(r'src="/media/images/scene\w*\.original\.svg"', page)
    assert "original_images" not in page, "originals are not served"
    assert stamps() == []


def test_a_picture_that_is_marked_later_is_stamped_on_the_next_visit():
    lesson = lesson_with(is_practice=False)
    SiteImage.objects.update(is_practice=True)
    page = Client().get(lesson.url).content.decode()
    assert all(f"{FOLDER}/{name}" in page for name in stamps())
    assert stamps()


def test_the_command_keeps_the_stamps_of_scenes(settings, capsys):
    lesson_with(is_practice=True)
    before = stamps()
    assert stamp_pictures().deleted == 0
    assert stamps() == before
    settings.SITE_URL = "https://other.example"
    call_command("stamp_pictures")
    assert "1 old stamps deleted" in capsys.readouterr().out
    assert len(stamps()) == 1
    assert stamps() != before
