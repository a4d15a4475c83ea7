"""Content files become pages and activities, and mistakes name file and line."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import CommandError, call_command
from wagtail_localize.models import Translation

from courses.models import LessonPage, ModulePage
from courses.services.loading import ContentError, load_module, load_site
from literacy.models import HomePage, SiteImage
from quizzes.models import Activity, ActivityVersion
from tests.make import make_index

pytestmark = pytest.mark.django_db
CONTENT = settings.BASE_DIR / "courses" / "content"


@pytest.fixture
def folder(tmp_path) -> Path:
    """The first module with one lesson and a small bank, in a folder to spoil."""
    make_index()
    shutil.copytree(CONTENT / "pause", tmp_path / "pause")
    spoil(
        tmp_path / "pause/module.yaml", "lessons: [faster, steps", "lessons: [faster]#"
    )
    shorten(tmp_path / "pause/faster.yaml")
    return tmp_path / "pause"


class Indented(yaml.SafeDumper):
    """Writes lists as the content files have them."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, indentless=False)


def shorten(path: Path) -> None:
    """Leave four activities in the bank, and no study: a test says its own."""
    lesson = yaml.safe_load(path.read_text(encoding="utf-8"))
    check = next(step for step in lesson["steps"] if step["type"] == "check")
    del check["activities"][4:], lesson["evidence"], lesson["review_due"]
    kept = {*check["activities"], "pause-faster-predict", "pause-faster-feed"}
    for activity in [one for one in lesson["activities"] if one["key"] not in kept]:
        lesson["activities"].remove(activity)
    with path.open("w", encoding="utf-8") as opened:
        yaml.dump(
            lesson, opened, Indented, allow_unicode=True, sort_keys=False, width=1_000
        )


def spoil(path: Path, old: str, new: str) -> int:
    """Change a file and return the line in which the change stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def says(path: Path, text: str) -> int:
    """Let a lesson say something more, and return the line in which it begins."""
    return spoil(path, "steps:\n", f"{text}steps:\n")


def test_a_module_comes_out_in_both_languages_all_translated(folder):
    load_module(folder=folder)
    arabic, english = LessonPage.objects.order_by("locale__language_code")
    assert (arabic.title, english.title) == (
        "إصبعك أسرع من تفكيرك",
        "Faster than your thought",
    )
    assert english.live
    for translation in Translation.objects.all():
        total, translated = translation.get_progress()
        assert total == translated


def test_options_have_the_same_ids_in_both_languages(folder):
    load_module(folder=folder)
    feed = ActivityVersion.objects.filter(content__key="pause-faster-feed")
    arabic, english = feed.order_by("language")
    ids = [post["id"] for post in arabic.content["body"]["posts"]]
    assert ids == [post["id"] for post in english.content["body"]["posts"]]
    assert (
        arabic.content["body"]["posts"][0]["text"]
        != (english.content["body"]["posts"][0]["text"])
    )


def test_a_pair_belongs_to_its_lesson(folder):
    load_module(folder=folder)
    pairs = {one.pair_key for one in Activity.objects.filter(purpose="check")}
    assert pairs == {"pause-faster-c1", "pause-faster-c2"}


def test_an_activity_rests_on_its_lessons_study_or_on_its_own(folder):
    path = folder / "faster.yaml"
    says(path, "evidence:\n  note: {ar: دراسة, en: A study}\n  persons: 90\n")
    says(path, "review_due: 2030-01-31\n")
    own = "    evidence:\n      note: {ar: أخرى, en: Another}\n      effect: d = 0.3\n"
    spoil(path, "    format: feed\n", f"    format: feed\n{own}")
    load_module(folder=folder)
    found = Activity.objects.filter(locale__language_code="en")
    for one in found.exclude(format="feed"):
        assert (one.evidence_note, one.evidence_persons) == ("A study", 90)
        assert (one.evidence_effect, one.review_due) == ("", date(2030, 1, 31))
    feed = found.get(format="feed")
    assert (feed.evidence_note, feed.evidence_persons) == ("Another", None)
    assert (feed.evidence_effect, feed.review_due) == ("d = 0.3", date(2030, 1, 31))


@pytest.mark.parametrize(
    ("study", "fault"),
    [
        ("evidence: {persons: 90}", "“note” is missing"),
        ("evidence: {note: A study, size: 90}", "“size” is not known here"),
        ("evidence: {note: A study, persons: many}", "“evidence_persons”"),
        ("evidence: {note: {ar: دراسة}}", "The words in “en” are missing"),
        ("evidence:\n  note: A study\n  effect: " + "d " * 99, "“evidence_effect”"),
        ("review_due: soon", "“review_due”"),
    ],
)
def test_a_mistake_in_a_study_names_its_line(folder, study, fault):
    line = says(folder / "faster.yaml", f"{study}\n") + study.count("\n")
    with pytest.raises(ContentError, match=rf"faster\.yaml:{line}: ") as refused:
        load_module(folder=folder)
    assert fault in str(refused.value)


def test_loading_again_changes_nothing(folder):
    load_module(folder=folder)
    versions = list(ActivityVersion.objects.values_list("pk", "digest"))
    again = load_module(folder=folder)
    assert not again.written
    assert list(ActivityVersion.objects.values_list("pk", "digest")) == versions


def test_a_changed_file_is_a_new_version(folder):
    load_module(folder=folder)
    spoil(folder / "faster.yaml", "en: Faster than your thought", "en: Faster")
    assert load_module(folder=folder).written == ["lesson/pause/faster"]
    assert LessonPage.objects.filter(title="Faster").exists()


def test_what_an_editor_changed_is_left_alone(folder):
    load_module(folder=folder)
    lesson = LessonPage.objects.get(locale__language_code="ar")
    lesson.title = "عنوان جديد"
    lesson.save_revision().publish()
    spoil(folder / "faster.yaml", "en: Faster than your thought", "en: Faster")
    assert load_module(folder=folder).left_alone == ["lesson/pause/faster"]
    lesson.refresh_from_db()
    assert lesson.title == "عنوان جديد"
    load_module(folder=folder, overwrite=True)
    lesson.refresh_from_db()
    assert lesson.title == "إصبعك أسرع من تفكيرك"


def test_a_changed_drawing_replaces_the_picture(folder):
    load_module(folder=folder)
    count = SiteImage.objects.count()
    spoil(folder / "faster-hook.svg", "<svg ", "<svg data-new='1' ")
    assert load_module(folder=folder).written == ["lesson/pause/faster"]
    assert SiteImage.objects.count() == count


def test_a_changed_drawing_leaves_an_editors_lesson_as_it_was_signed(folder):
    load_module(folder=folder)
    lesson = LessonPage.objects.get(locale__language_code="ar")
    lesson.title = "عنوان جديد"
    lesson.save_revision().publish()
    before = {step: image_at(pk) for step, pk in lesson.picture_ids().items()}
    spoil(folder / "faster-hook.svg", "<svg ", "<svg data-new='1' ")
    assert load_module(folder=folder).left_alone == ["lesson/pause/faster"]
    lesson.refresh_from_db()
    assert {step: image_at(pk) for step, pk in lesson.picture_ids().items()} == before


def image_at(pk: int) -> str:
    return SiteImage.objects.get(pk=pk).file.read().decode()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  - key: hook\n", "  - kez: hook\n", "“key” is missing"),
        ("type: hook", "type: hooc", "There is no step “hooc”"),
        ("picture: faster-hook.svg", "picture: lost.svg", "no picture “lost.svg”"),
        ("minutes:", "minuten:", "“minutes” is missing"),
        ("format: feed", "format: fed", "There is no format “fed”"),
        ("veracity: misleading", "veracity: wrong", "wrong"),
    ],
)
def test_a_mistake_names_the_file_and_what_to_mend(folder, old, new, says):
    spoil(folder / "faster.yaml", old, new)
    with pytest.raises(ContentError) as refused:
        load_module(folder=folder)
    assert "faster.yaml:" in str(refused.value)
    assert says in str(refused.value)


def test_a_mistake_names_its_line(folder):
    line = spoil(folder / "faster.yaml", "type: key_idea", "type: keyidea")
    with pytest.raises(ContentError, match=rf"faster\.yaml:{line}: "):
        load_module(folder=folder)


def test_a_mistake_that_the_cms_would_find_names_its_line(folder):
    """A feed of which too few posts are accurate."""
    path = folder / "faster.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("veracity: accurate", "veracity: misleading"))
    with pytest.raises(ContentError, match=r"faster\.yaml:\d+: "):
        load_module(folder=folder)


def test_words_missing_in_one_language_are_a_mistake(folder):
    spoil(folder / "faster.yaml", "en: Faster than your thought", "en: ''")
    with pytest.raises(ContentError, match="The words in “en” are missing"):
        load_module(folder=folder)


def test_after_a_mistake_nothing_is_kept(folder):
    spoil(folder / "faster.yaml", "type: takeaway", "type: take")
    with pytest.raises(ContentError):
        load_module(folder=folder)
    assert not Activity.objects.exists()
    assert not ModulePage.objects.exists()


def test_broken_yaml_names_its_line(folder):
    (folder / "faster.yaml").write_text("key: faster\n  title: [", encoding="utf-8")
    with pytest.raises(ContentError, match=r"faster\.yaml:2: This is not YAML"):
        load_module(folder=folder)


def test_a_module_needs_the_site_first(tmp_path):
    with pytest.raises(CommandError, match="Load the site first"):
        call_command("load_module", CONTENT / "pause")


def test_the_site_begins_at_the_arabic_home_page(client):
    load_site(folder=CONTENT / "site")
    assert HomePage.objects.count() == 2
    assert client.get("/ar/").status_code == 200
    assert client.get("/en/").status_code == 200


def test_the_english_home_page_knows_the_pages_below_it():
    load_site(folder=CONTENT / "site")
    english = HomePage.objects.get(locale__language_code="en")
    assert english.get_children().count() == 7
