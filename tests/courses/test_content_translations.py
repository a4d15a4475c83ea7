"""Nothing that is done with translations changes what learners see of the content."""

import pytest
from django.conf import settings
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from courses.models import LessonPage
from courses.services.loading import load_module, load_site
from literacy.translation.queries import outdated
from quizzes.models import Activity
from tests.base import make_adam, make_edda, signed_in
from tests.make import make_locale
from tests.translations import begin_english, edit_url, live_counts

CONTENT = settings.BASE_DIR / "courses" / "content"
pytestmark = pytest.mark.django_db


@pytest.fixture
def edda():
    """Return an editor's browser, with a module that comes with the site."""
    load_site(folder=CONTENT / "site")
    load_module(folder=CONTENT / "tricks")
    return signed_in(make_edda())


def copied(client, lesson: LessonPage) -> LessonPage:
    """Copy a lesson as an editor does; the copy uses the same activities."""
    fields = {
        "new_title": "نسخة",
        "new_slug": f"copy-{lesson.pk}",
        "new_parent_page": lesson.get_parent().pk,
    }
    assert client.post(f"/cms/pages/{lesson.pk}/copy/", fields).status_code == 302
    return LessonPage.objects.get(slug=f"copy-{lesson.pk}")


def duplicated(client, activity: Activity) -> Activity:
    client.post(f"/cms/snippets/quizzes/activity/copy/{activity.pk}/")
    return Activity.objects.latest("pk")


def start(client) -> None:
    """Send copies of all lessons, and a copy of an activity, for translation."""
    lessons = LessonPage.objects.filter(locale=make_locale(), live=True)
    for lesson in lessons:
        begin_english(client, copied(client, lesson))
    activity = Activity.objects.filter(locale=make_locale()).first()
    begin_english(client, duplicated(client, activity))


def synchronise(client) -> None:
    for source in TranslationSource.objects.filter(locale=make_locale()):
        address = f"/cms/localize/update/{source.pk}/"
        assert client.post(address, {}).status_code == 302


def stop(client) -> None:
    for translation in Translation.objects.filter(target_locale=make_locale("en")):
        address = f"/cms/localize/translate/{translation.pk}/disable/"
        assert client.post(address).status_code == 302


def restart(client) -> None:
    for translation in Translation.objects.filter(target_locale=make_locale("en")):
        address = f"/cms/localize/translate/{translation.pk}/restart/"
        assert client.post(address).status_code == 302


def delete_drafts(client) -> None:
    for page in Page.objects.filter(locale=make_locale("en"), live=False):
        address = edit_url(page).replace("/edit/", "/delete/")
        assert client.post(address).status_code == 302


def test_what_is_live_stays_live_in_both_languages(edda):
    before = live_counts()
    assert before["Activity", "ar"] == before["Activity", "en"] > 20
    assert before["Page", "en"] > 10
    assert not outdated().exists()
    for deed in (start, synchronise, stop, restart, synchronise):
        deed(edda)
        assert live_counts() == before, deed.__name__
        assert not outdated().exists(), deed.__name__
    delete_drafts(signed_in(make_adam()))
    assert live_counts() == before
