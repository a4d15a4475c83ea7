"""Item analysis in the CMS: lists and pages as editors see them."""

import re
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission

from quizzes.models import SetTally
from tests.base import make_adam, make_edda, make_tessa, signed_in
from tests.make import (
    make_activity,
    make_bank,
    make_home,
    make_lesson,
    make_locale,
    make_module,
    make_quiz,
)
from tests.quizzes.counted import count_sets, newest, store

HOME = "/cms/reports/items/"
TEMPLATES = settings.BASE_DIR / "quizzes" / "templates" / "quizzes" / "reports"
SCROLLED = re.compile(
    r'<div class="report__scroll" tabindex="0" role="region" '
    r'aria-label(?:ledby)?="[^>]+">\s*<table'
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


def item_url(activity, language="ar") -> str:
    return f"{HOME}activities/{activity.translation_key}/{language}/"


def page_url(page, language="ar") -> str:
    return f"{HOME}pages/{page.translation_key}/{language}/"


def text_of(client, address, **query) -> str:
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def speak(user, language) -> None:
    user.wagtail_userprofile.preferred_language = language
    user.wagtail_userprofile.save()


def main_of(text: str) -> str:
    return text[text.index('<div class="report">') :]


def test_the_report_is_in_the_menu(edda):
    assert HOME in text_of(edda, "/cms/")


def let_into_the_cms(user):
    """Open the CMS to somebody, and none of its parts."""
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def test_only_who_may_see_activities_sees_reports(edda):
    activity, quiz = make_activity(), make_quiz(make_bank(1))
    SetTally.objects.create(
        subject_key=quiz.translation_key, language="ar", name="started", count=1
    )
    tessa, adam = signed_in(make_tessa()), signed_in(make_adam())
    addresses = [HOME, f"{HOME}pages/", item_url(activity), page_url(quiz)]
    for address in addresses:
        assert edda.get(address).status_code == 200
        assert adam.get(address).status_code == 200
        assert tessa.get(address).status_code == 302
        assert edda.post(address).status_code == 405
    let_into_the_cms(make_tessa())
    assert tessa.get("/cms/").status_code == 200
    for address in addresses:
        assert tessa.get(address).headers["location"] == "/cms/"


def test_what_nobody_knows_is_not_found(edda):
    unknown = [
        f"{HOME}activities/{uuid4()}/ar/",
        f"{HOME}pages/{uuid4()}/ar/",
        item_url(make_activity(), "en"),
    ]
    for address in unknown:
        assert edda.get(address, follow=True).status_code == 404


def test_few_answers_show_how_many_are_missing(edda):
    activity = make_activity(title="سؤال")
    (version,) = newest([activity])
    store({version.pk: {"answers": 29, "right": 29}})
    speak(make_edda(), "en")
    for address in (HOME, item_url(activity)):
        text = main_of(text_of(edda, address))
        assert "needs more answers (29 of 30)" in text
        assert "100%" not in text


def test_numbers_and_plots_speak_the_editors_language(edda):
    bank = make_bank(2)
    quiz = make_quiz(bank)
    own, page = count_sets(newest(bank), 120, 1)
    store(own, page, quiz.translation_key)
    for address in (HOME, item_url(bank[0]), f"{HOME}pages/", page_url(quiz)):
        arabic = main_of(text_of(edda, address))
        shown = re.sub(r"<bdi[^>]*>.*?</bdi>|<[^>]*>", " ", arabic, flags=re.DOTALL)
        stray = re.findall(r"\d[\d.,]*", shown.replace("KR-20", ""))
        assert [one for one in stray if one.isascii()] == []
        assert " style=" not in arabic
        assert "<script" not in arabic[: arabic.rindex("report")]
    assert '<svg class="plot' in text_of(edda, item_url(bank[0]))
    speak(make_edda(), "en")
    assert not re.search("[٠-٩]", main_of(text_of(edda, item_url(bank[0]))))


def test_each_table_can_be_scrolled_by_keyboard():
    for path in TEMPLATES.glob("*.html"):
        source = path.read_text(encoding="utf-8")
        assert len(SCROLLED.findall(source)) == source.count("<table"), path.name


def test_flagged_activities_lead_the_list_with_a_remedy_on_their_page(edda):
    speak(make_edda(), "en")
    make_activity(title="quiet")
    odd = make_activity(title="odd")
    (version,) = newest([odd])
    store({version.pk: {"answers": 40, "right": 2}})
    text = text_of(edda, HOME)
    assert text.index("odd") < text.index("quiet")
    assert "Too hard" in text
    assert "Fewer than one in five is right" in text_of(edda, item_url(odd))


def test_the_list_is_narrowed_and_bad_choices_are_everything(edda):
    module = make_module()
    inside = make_activity("order", title="inside")
    make_lesson(module=module, practice=[inside])
    make_activity("choice", title="outside", locale=make_locale("en"))

    def titles(**query):
        text = main_of(text_of(edda, HOME, **query))
        return {name for name in ("inside", "outside") if name in text}

    assert titles() == {"inside", "outside"}
    assert titles(format="order") == {"inside"}
    assert titles(language="en") == {"outside"}
    assert titles(module=module.translation_key) == {"inside"}
    assert titles(skill=inside.skill.translation_key) == {"inside"}
    assert titles(format="nonsense", p="99") == {"inside", "outside"}


def test_counts_that_do_not_fit_are_said(edda):
    speak(make_edda(), "en")
    activity = make_activity()
    (version,) = newest([activity])
    store({version.pk: {"answers": 40, "right": 50}})
    assert "do not fit together" in text_of(edda, HOME)
    assert "these counts do not fit together" in text_of(edda, item_url(activity))


def test_a_pooled_cohort_is_labelled(edda):
    speak(make_edda(), "en")
    bank = make_bank(2)
    short, long = make_quiz(bank), make_quiz(bank)
    versions = newest(bank)
    store({}, count_sets(versions, 60, 1)[1], short.translation_key)
    many = newest(make_bank(4))
    store({}, count_sets(many, 60, 1)[1], long.translation_key)
    assert "Pooled" in text_of(edda, page_url(short))
    assert "Pooled" not in text_of(edda, page_url(long))


def test_the_alarm_says_what_to_do(edda):
    speak(make_edda(), "en")
    module, bank = make_module(), make_bank(4)
    before = make_quiz(bank, parent=module, purpose="pre", shows_answers=False)
    after = make_quiz(bank, parent=module, purpose="post")
    versions = newest(bank)
    cynical = [-2.5 if v.snapshot["veracity"] == "misleading" else 2 for v in versions]
    store({}, count_sets(versions, 90, 1, [0] * 8)[1], before.translation_key)
    store({}, count_sets(versions, 90, 2, cynical)[1], after.translation_key)
    text = text_of(edda, page_url(after))
    assert "They have come to distrust everything" in text
    assert "What helps now" in text
    assert "distrust everything" in text_of(edda, f"{HOME}pages/")


def test_the_passport_stands_in_the_form_and_in_the_report(edda):
    speak(make_edda(), "en")
    activity = make_activity(
        sensitivity=2,
        evidence_note="A trial in five countries",
        evidence_persons=5416,
        evidence_effect="d = 0.31",
    )
    form = f"/cms/snippets/quizzes/activity/edit/{activity.pk}/"
    for address in (form, item_url(activity)):
        text = text_of(edda, address)
        passport = text[text.index('class="passport"') :]
        assert "A trial in five countries" in passport
        assert "5,416" in passport
        assert "needs more answers (0 of 30)" in passport
        assert "A sensitive activity needs a review date." in passport


def test_a_new_activity_has_no_passport_yet(edda):
    text = text_of(edda, "/cms/snippets/quizzes/activity/add/")
    assert 'class="passport"' not in text
