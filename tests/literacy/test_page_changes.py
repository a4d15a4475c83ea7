"""What lets stored pages go: every kind of thing that a public page shows."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, PageViewRestriction, Site

from literacy.models import HomePage, InfoPage, SiteImage
from literacy.page_store import Version, page_store, purge_pages
from literacy.receivers import follow_a_save
from tests.base import make_adam, signed_in
from tests.make import (
    make_activity,
    make_help,
    make_help_page,
    make_home,
    make_index,
    make_info,
    make_learner,
    make_lesson,
    make_module,
    make_quiz,
    make_skill,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Do on the way out what happens after a commit: pages are let go then."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def now() -> Version:
    version = page_store().version()
    assert version
    return version


def make_image(**changes) -> SiteImage:
    file = get_test_image_file(size=(80, 60))
    return SiteImage.objects.create(title="جسر", file=file, **changes)


def make_document():
    file = ContentFile(b"words", "words.txt")
    return get_document_model().objects.create(title="ورقة", file=file)


def make_rendition():
    return make_image().get_rendition("width-40")


def restrict():
    kind = PageViewRestriction.LOGIN
    return PageViewRestriction.objects.create(page=make_info(), restriction_type=kind)


# What public pages show, and how one is made.
SHOWN: dict[str, Callable[[], object]] = {
    "literacy.HomePage": make_home,
    "literacy.InfoPage": make_info,
    "literacy.HelpPage": make_help_page,
    "literacy.HelpResource": make_help,
    "literacy.SiteImage": make_image,
    "literacy.SiteRendition": make_rendition,
    "quizzes.Skill": make_skill,
    "quizzes.Activity": make_activity,
    "quizzes.QuizPage": lambda: make_quiz([make_activity()]),
    "courses.ModuleIndexPage": make_index,
    "courses.ModulePage": make_module,
    "courses.LessonPage": make_lesson,
    "wagtaildocs.Document": make_document,
    "wagtailcore.Locale": lambda: Locale.objects.create(language_code="en"),
    "wagtailcore.Site": lambda: Site.objects.get(root_page=make_home()),
    "wagtailcore.PageViewRestriction": restrict,
}
# What no public page shows, or only through one of the above.
HIDDEN_APPS = {
    "account",
    "auth",
    "contenttypes",
    "django_rq",
    "mfa",
    "sessions",
    "taggit",
    "wagtail_localize",
    "wagtailadmin",
    "wagtailembeds",
    "wagtailimages",
    "wagtailredirects",
    "wagtailsearch",
    "wagtailusers",
}
HIDDEN = {
    "literacy.Learner",
    "literacy.PublishedWords",
    "literacy.ScheduledJob",
    "literacy.SecondEditorTask",
    "literacy.SignOff",
    "literacy.User",
    # Made when an activity is published.
    "quizzes.ActivityVersion",
    "quizzes.Answer",
    "quizzes.Attempt",
    "quizzes.SetTally",
    "quizzes.Tally",
    "courses.LessonProgress",
    "courses.LoadRecord",
    "wagtailcore.Collection",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupSitePermission",
    "wagtailcore.ModelLogEntry",
    # Only through its subclasses.
    "wagtailcore.Page",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.Task",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowContentType",
    "wagtailcore.WorkflowPage",
    "wagtailcore.WorkflowState",
    "wagtailcore.WorkflowTask",
}
TAKEN_AWAY = {"SiteImage", "SiteRendition", "Document", "Site", "PageViewRestriction"}


def test_of_every_model_somebody_said_whether_pages_show_it():
    models = {
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label not in HIDDEN_APPS
    }
    assert models == set(SHOWN) | HIDDEN, "Say it in SHOWN or HIDDEN above."
    assert not set(SHOWN) & HIDDEN


@pytest.mark.parametrize("label", SHOWN)
def test_a_change_is_followed(label, commit):
    shown = SHOWN[label]()
    before = now()
    with commit():
        shown.save()
    after = now()
    assert after != before
    is_purged = after.purged != before.purged
    assert is_purged is (type(shown).__name__ in TAKEN_AWAY)


@pytest.mark.parametrize("label", SHOWN)
def test_what_is_deleted_is_on_no_copy(label, commit):
    shown = SHOWN[label]()
    before = now()
    with commit():
        shown.delete()
    assert now().purged > before.purged


def test_a_setting_of_the_site_is_followed(commit):
    class Notice(BaseGenericSetting):
        class Meta:
            app_label = "literacy"
            managed = False

    try:
        before = now()
        with commit():
            follow_a_save(Notice, Notice(), created=False, update_fields=None)
        assert now().renewed > before.renewed
    finally:
        del apps.all_models["literacy"]["notice"]


def test_publishing_renews_and_a_draft_does_not(commit):
    info, activity = make_info(), make_activity()
    for one in (info, activity):
        before = now()
        with commit():
            one.title = "عنوان جديد"
            revision = one.save_revision()
        assert now() == before
        with commit():
            revision.publish()
        after = now()
        assert (after.renewed > before.renewed, after.purged) == (True, before.purged)


def test_drafts_and_new_files_let_nothing_go(commit):
    home = make_home()
    draft = InfoPage(title="مسودّة", slug="draft", intro="…", live=False)
    before = now()
    with commit():
        home.add_child(instance=draft)
        make_image()
        make_document()
        make_learner()
        make_adam()
    assert now() == before


def test_moving_sorting_and_renaming_purge(commit):
    first, second = make_module(), make_module()
    home = HomePage.objects.get()
    for change in (
        lambda: second.move(first, "left"),
        lambda: first.move(home, "last-child"),
        lambda: rename(second),
    ):
        before = now()
        with commit():
            change()
        assert now().purged > before.purged


def rename(page):
    page.refresh_from_db()
    page.slug = "renamed"
    page.save_revision().publish()


def test_unpublishing_purges_by_hand_and_by_the_clock(commit):
    info, activity, resource = make_info(), make_activity(), make_help()
    for one in (info, activity, resource):
        before = now()
        with commit():
            one.unpublish()
        assert now().purged > before.purged
    late = make_info(slug="late", expire_at=timezone.now() - timedelta(minutes=1))
    before = now()
    with commit():
        call_command("publish_scheduled")
    late.refresh_from_db()
    assert not late.live
    assert now().purged > before.purged


def test_an_alias_in_another_language_shows_in_menus_at_once(commit):
    info = make_info()
    before = now()
    with commit():
        info.create_alias(parent=make_home(), update_slug="again")
    assert now().renewed > before.renewed


def test_a_picture_cropped_or_deleted_in_the_cms_is_on_no_copy(commit):
    make_home()
    image = make_image()
    editor = signed_in(make_adam())
    edit = f"/cms/images/{image.pk}/"
    before = now()
    with commit():
        fields = {"title": "جسر", "collection": 1, "tags": ""}
        focal = {f"focal_point_{name}": "10" for name in ("x", "y", "width", "height")}
        assert editor.post(edit, fields | focal).status_code == 302
    after = now()
    assert after.purged > before.purged
    with commit():
        assert editor.post(edit + "delete/").status_code == 302
    assert not SiteImage.objects.exists()
    assert now().purged > after.purged


def test_a_lesson_shows_no_picture_whose_file_is_gone(commit):
    """Cropping a picture deletes its sizes; deleting one in use is refused."""
    image = make_image()
    lesson = make_lesson()
    scene = lesson.steps[0]
    scene.value["picture"], scene.value["alt"] = image, "جسر"
    lesson.save_revision().publish()
    (before,) = pictures_of(lesson)
    assert default_storage.exists(before)
    with commit():
        for rendition in image.renditions.all():
            rendition.delete()
    assert not default_storage.exists(before)
    assert all(default_storage.exists(name) for name in pictures_of(lesson))


def pictures_of(page) -> set[str]:
    text = Client().get(page.url).content.decode()
    return set(re.findall(r'<img [^>]*src="/media/([^"]+)"', text))


@pytest.mark.parametrize("is_told", [True, False])
def test_what_a_killed_process_did_not_tell_is_owed(
    is_told, django_capture_on_commit_callbacks
):
    """It was killed after the commit, before the store was told."""
    info, image = make_info(), make_image()
    editor = signed_in(make_adam())
    fields = {"title": "جسر", "collection": 1, "tags": ""}
    # In use since before the change: an emptied store has no copy to owe.
    assert now()
    for change in (
        lambda: info.save_revision().publish(),
        info.unpublish,
        lambda: editor.post(f"/cms/images/{image.pk}/", fields),
        lambda: editor.post(f"/cms/images/{image.pk}/delete/"),
    ):
        with django_capture_on_commit_callbacks(execute=is_told):
            change()
        before = now()
        call_command("catch_up", stdout=StringIO())
        assert (now().purged > before.purged) is not is_told
        before = now()
        call_command("catch_up", stdout=StringIO())
        assert now() == before


def test_drafts_owe_nothing():
    info, activity = make_info(), make_activity()
    purge_pages()
    for one in (info, activity):
        one.save_revision(log_action="wagtail.edit")
    before = now()
    call_command("catch_up", stdout=StringIO())
    assert now() == before
