"""Translations: what wagtail-localize publishes is asked as well, and can be signed."""

import pytest
from wagtail_localize.models import TranslationSource

from courses.models import ModulePage
from literacy.models import SignOff
from literacy.services import make_demo_editor
from tests.base import PASSWORD, make_edda, signed_in
from tests.literacy.test_sign_off import action_url, messages_in, sign
from tests.make import make_activity, make_home, make_lesson, make_module
from tests.translations import begin_english, edit_url, live_in_english, say

pytestmark = pytest.mark.django_db
SUBMIT = 'name="action" value="submit"'


@pytest.fixture
def editors():
    """Return two editors' browsers: Edda translates, Sami reads."""
    make_home()
    edda = make_edda()
    sami = make_demo_editor(email="sami@demo.example", password=PASSWORD)
    return signed_in(edda), signed_in(sami)


def press(client, thing, action: str) -> str:
    """Press a button in the edit view of a translation; return what it then says."""
    response = client.post(edit_url(thing), {"action": action}, follow=True)
    assert response.status_code == 200
    return messages_in(response)


def test_a_sensitive_translation_is_submitted_signed_and_then_live(editors):
    edda, sami = editors
    activity = make_activity(sensitivity=2)
    english = live_in_english(edda, activity)
    say(activity, "why", "Other words")
    assert SUBMIT in press(edda, english, "publish")
    english.refresh_from_db()
    assert (english.why, english.live) == ("English words", True)

    press(edda, english, "submit")
    english.refresh_from_db()
    assert (english.why, english.live) == ("English words", True)
    assert edda.get(action_url(english, "approve")).status_code in (302, 403)
    sign(sami, english)
    english.refresh_from_db()
    assert (english.why, english.live) == ("Other words", True)
    assert SignOff.objects.get(signed_by__isnull=False).language == "en"


def test_a_page_is_submitted_as_well_and_again_is_anew(editors):
    edda, sami = editors
    module = make_module(needs_safeguarding_review=True)
    english = live_in_english(edda, module)
    ModulePage.objects.filter(pk=module.pk).update(needs_safeguarding_review=False)
    module.refresh_from_db()
    TranslationSource.update_or_create_from_instance(module)
    assert SUBMIT in press(edda, english, "publish")
    for words in ("Other words", "Better words"):
        say(module, "promise", words)
        press(edda, english, "submit")
        english.refresh_from_db()
        assert (english.promise, english.live) == ("English words", True)
        assert english.needs_safeguarding_review
    sign(sami, english)
    english.refresh_from_db()
    assert (english.promise, english.live) == ("Better words", True)
    assert not english.needs_safeguarding_review


def test_other_errors_are_mended_before_it_is_submitted(editors):
    edda, _sami = editors
    activity = make_activity(sensitivity=2)
    english = live_in_english(edda, activity)
    say(activity, "why", "See news.com")
    for action in ("publish", "submit"):
        said = press(edda, english, action)
        assert "news.com" in said
        assert SUBMIT not in said
    english.refresh_from_db()
    assert not english.workflow_in_progress


def test_words_that_are_too_long_are_marked_and_nothing_breaks(editors):
    edda, _sami = editors
    lesson = make_lesson()
    english = begin_english(edda, lesson)
    row = say(lesson, "summary", "s" * 130)
    assert press(edda, english, "publish")
    row.refresh_from_db()
    assert row.has_error
    assert row.get_error()
    english.refresh_from_db()
    assert english.summary != row.data
