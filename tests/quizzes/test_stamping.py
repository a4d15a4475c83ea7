"""Publishing an activity stamps its pictures, and moves no mark."""

import hashlib
import io
import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils.translation import override
from PIL import Image

from literacy.models import SiteImage
from literacy.pictures import thawed_picture
from literacy.stamps import FOLDER
from quizzes.freezing import freeze
from quizzes.models import ActivityVersion
from quizzes.previews import preview_question
from quizzes.queries import question_of
from quizzes.services import stamp_pictures
from tests.bodies import inspector_body
from tests.make import choice_body, item, make_activity, make_locale, version_of
from tests.quizzes.test_templates import asked, shown

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 190"/>'


@pytest.fixture(autouse=True)
def _folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def image():
    image = SiteImage(title="مشهد", is_practice=True)
    image.file.save("scene.svg", ContentFile(SVG), save=False)
    image.width, image.height = 350, 190
    image.save()
    return image


@pytest.fixture
def activity(image):
    stimulus = {
        "kind": "post",
        "author": "صفحة ضفاف",
        "detail": "",
        "text": "أغلق الجسر!",
        "picture": image.pk,
        "alt": "جسر.",
    }
    return make_activity(body=choice_body(stimulus=[item(stimulus)]))


def picture(version):
    return version.content["body"]["stimulus"]["picture"]


def test_a_published_picture_is_stamped(activity):
    frozen = picture(version_of(activity))
    assert frozen["file"].startswith(f"{FOLDER}/")
    assert frozen["file"].endswith("-ar.svg")
    assert frozen["strip"] > 0
    assert default_storage.exists(frozen["file"])


def test_nothing_is_drawn_while_a_page_is_made(activity, monkeypatch):
    monkeypatch.setattr("quizzes.freezing.stamped", None)
    assert preview_question(activity, "ar").body["stimulus"]["picture"]
    assert freeze(activity)["body"]["stimulus"]["picture"]


def test_another_address_is_no_new_version(activity, settings):
    before = version_of(activity)
    settings.SITE_URL = "https://other.example"
    activity.save_revision().publish()
    after = version_of(activity)

    assert (after.pk, after.number, after.digest) == (before.pk, 1, before.digest)
    assert picture(after)["file"] != picture(before)["file"]


def test_what_was_frozen_without_a_stamp_stays_the_same_version(activity):
    version = version_of(activity)
    content = freeze(activity)
    ActivityVersion.objects.filter(pk=version.pk).update(content=content)
    activity.save_revision().publish()

    assert version_of(activity).pk == version.pk
    assert picture(version_of(activity))["strip"] > 0


def test_another_question_is_a_new_version(activity):
    activity.body[0].value["question"] = "سؤال آخر؟"
    activity.save_revision().publish()
    assert version_of(activity).number == 2


def test_the_command_stamps_anew_and_clears_up(activity, settings, capsys):
    before = picture(version_of(activity))["file"]
    settings.SITE_URL = "https://other.example"
    call_command("stamp_pictures")
    after = picture(version_of(activity))["file"]

    assert before != after
    assert default_storage.exists(after)
    assert not default_storage.exists(before)
    assert "1 activities frozen, 1 old stamps deleted." in capsys.readouterr().out


def test_stamps_of_old_versions_are_kept(activity):
    before = picture(version_of(activity))["file"]
    activity.body[0].value["stimulus"] = []
    activity.save_revision().publish()
    assert stamp_pictures().deleted == 0
    assert default_storage.exists(before)


def test_a_draft_that_is_not_live_is_left_alone(activity):
    activity.unpublish()
    assert stamp_pictures().frozen == 0


def test_places_in_a_picture_stay_where_they_were():
    """They are per cent of the picture without its stamp."""
    spot = {"id": "a", "x": 50, "y": 50, "width": 20, "height": 20}
    body = {
        "picture": {"file": "a.svg", "width": 350, "height": 211, "strip": 21},
        "spots": [spot],
    }
    version = ActivityVersion(
        content={"schema": 1, "format": "inspector", "body": body}
    )
    screen = question_of(version, subject_key="")
    assert screen.frame["height"] == 422
    assert screen.box(spot) == {"x": 350, "y": 190, "width": 140, "height": 76}


# A larger picture, to look closely


def inspector_with(width):
    """Publish an inspector with a photograph of this width."""
    out = io.BytesIO()
    Image.effect_noise((width, width // 2), 90).convert("RGB").save(out, "JPEG")
    photograph = SiteImage(title="مشهد", is_practice=True)
    photograph.file.save("photo.jpg", ContentFile(out.getvalue()), save=False)
    photograph.width, photograph.height = width, width // 2
    photograph.save()
    body = inspector_body(picture=photograph.pk)
    return make_activity("inspector", body=body, locale=make_locale("en"))


def test_a_wide_photograph_has_a_larger_one_beside_it():
    frozen = version_of(inspector_with(2000)).content["body"]["picture"]
    large = frozen["large"]
    assert (frozen["width"], large["width"]) == (720, 1600)
    assert large["file"].startswith(f"{FOLDER}/")
    assert large["strip"] > frozen["strip"] > 0
    assert large["bytes"] == default_storage.size(large["file"]) > frozen["bytes"]


def test_the_larger_one_is_offered_with_its_weight():
    activity = inspector_with(2000)
    large = thawed_picture(version_of(activity).content["body"]["picture"]).large
    with override("en"):
        html = shown(asked(activity))
    assert f'href="{large.url}"' in html
    assert f"Enlarge the picture ({large.kilobytes:,} kB)" in html


def test_a_photograph_that_is_shown_whole_is_not_offered_again():
    with override("en"):
        html = shown(asked(inspector_with(600)))
    assert "Enlarge the picture" not in html


def test_a_drawing_is_its_own_larger_one():
    frozen = {"file": "practice/a.svg", "width": 350, "height": 190}
    assert thawed_picture(frozen).large.url == thawed_picture(frozen).url


def test_what_was_frozen_without_a_larger_one_stays_the_same_version():
    activity = inspector_with(2000)
    version = version_of(activity)
    content = freeze(activity)
    del content["body"]["picture"]["large"]
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False)
    assert version.digest == hashlib.sha256(plain.encode()).hexdigest()
    ActivityVersion.objects.filter(pk=version.pk).update(content=content)
    with override("en"):
        assert "Enlarge the picture" not in shown(asked(activity))
    activity.save_revision().publish()
    assert version_of(activity).pk == version.pk
    assert version_of(activity).content["body"]["picture"]["large"]


def test_larger_ones_are_not_cleared_up():
    large = version_of(inspector_with(2000)).content["body"]["picture"]["large"]
    stamp_pictures()
    assert default_storage.exists(large["file"])
