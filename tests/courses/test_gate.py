"""The gate for lessons and modules, one rule at a time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.models import LessonPage, ModulePage
from literacy.errors import RefusedError
from literacy.gate import content_findings
from quizzes.models import Activity
from tests.base import make_edda, signed_in
from tests.make import (
    choice_body,
    confidence_body,
    feed_body,
    item,
    lesson_steps,
    make_activity,
    make_bank,
    make_home,
    make_lesson,
    make_locale,
    make_module,
    post_value,
    sign_if_sensitive,
)

pytestmark = pytest.mark.django_db
STEPS = ("hook", "predict", "key_idea", "practice", "check", "takeaway")


def codes(page) -> list[str]:
    return [one.code for one in content_findings(page)]


@pytest.fixture
def lesson() -> LessonPage:
    """Return a lesson with nothing to mend: eight items in pairs."""
    return make_lesson(bank=make_bank(4))


def with_steps(lesson: LessonPage, raw) -> LessonPage:
    """Return the lesson with other raw steps, as an import may leave them."""
    lesson.steps = LessonPage._meta.get_field("steps").to_python(raw)
    return lesson


def raw_steps(lesson: LessonPage, **changes) -> list:
    """Return the lesson's steps with changes in the step of a kind."""
    steps = [dict(step) for step in lesson.steps.raw_data]
    for step in steps:
        step["value"] = {**step["value"], **changes.get(step["type"], {})}
    return steps


def bank_of(lesson: LessonPage) -> list[Activity]:
    pks = next(iter(lesson.step_activities("check").values()))
    return [Activity.objects.get(pk=pk) for pk in pks]


def test_a_good_lesson_has_no_findings(lesson):
    assert codes(lesson) == []


@pytest.mark.parametrize("kind", STEPS)
def test_each_step_is_needed(lesson, kind):
    rest = [step for step in lesson.steps.raw_data if step["type"] != kind]
    assert "steps" in codes(with_steps(lesson, rest))


# The check


@pytest.mark.parametrize("veracity", ["misleading", "accurate"])
def test_a_check_needs_two_of_each(lesson, veracity):
    kept = [one.pk for one in bank_of(lesson) if one.veracity == veracity][1:]
    Activity.objects.filter(pk__in=kept).update(veracity="opinion")
    found = codes(lesson)
    assert found[0] == "check_halves"
    assert "unpaired" in found


def test_a_check_takes_check_items_of_short_formats_only(lesson):
    one, other, *_rest = bank_of(lesson)
    Activity.objects.filter(pk=one.pk).update(purpose="practice")
    Activity.objects.filter(pk=other.pk).update(format="feed")
    assert codes(lesson) == ["not_for_checks", "stepwise_in_check"]


def test_a_check_item_is_not_seen_before(lesson):
    seen = bank_of(lesson)[0]
    steps = raw_steps(lesson, predict={"activity": seen.pk})
    assert codes(with_steps(lesson, steps)) == ["seen_before_check"]


def test_unpublished_and_foreign_activities_are_refused(lesson):
    one, other = bank_of(lesson)[:2]
    Activity.objects.filter(pk=one.pk).update(live=False)
    english = make_locale("en")
    Activity.objects.filter(pk=other.pk).update(locale=english)
    assert {"unpublished", "other_language"} <= set(codes(lesson))


def test_a_small_or_odd_bank_is_remarked():
    lesson = make_lesson(bank=make_bank(2))
    (finding,) = content_findings(lesson)
    assert (finding.severity, finding.code) == ("warning", "small_bank")
    assert finding.where == "steps.4.activities"
    Activity.objects.update(pair_key="")
    assert codes(lesson) == ["small_bank", "unpaired"]


def test_a_pair_of_more_than_two_is_remarked(lesson):
    one, _twin, *_rest = bank_of(lesson)
    other = next(activity for activity in bank_of(lesson)[2:])
    assert one.veracity == other.veracity
    Activity.objects.filter(pk=other.pk).update(pair_key=one.pair_key)
    finding = content_findings(lesson)[-1]
    assert (finding.severity, finding.code) == ("warning", "crowded_pair")
    assert one.pair_key in finding.text


# Care


def test_a_lesson_is_as_sensitive_as_its_activities(lesson):
    Activity.objects.filter(pk=bank_of(lesson)[0].pk).update(sensitivity=2)
    assert codes(lesson) == ["sensitivity", "content_note"]
    lesson.sensitivity = 2
    lesson.content_note = "درس عن ضغط. يمكن تركه."
    assert codes(lesson) == ["not_signed"]
    sign_if_sensitive(lesson)
    assert codes(lesson) == []


def test_names_and_long_ideas_are_found_at_their_step(lesson):
    steps = raw_steps(lesson, key_idea={"text": "كلمة " * 121, "idea": "في news.com"})
    error, remark = content_findings(with_steps(lesson, steps))
    assert (error.code, error.where) == ("real_address", "steps.2.idea")
    assert (remark.code, remark.where) == ("long_idea", "steps.2.text")


def test_a_heading_does_not_repeat_a_rumour(lesson):
    body = confidence_body(statement="تُغلق البلديةُ الجسرَ يومين.")
    rumour = make_activity(
        "confidence", body=body, purpose="check", veracity="misleading", pair_key="b"
    )
    twin = make_activity("choice", purpose="check", veracity="accurate", pair_key="b")
    bank = [*lesson.step_activities("check").values()][0]
    named = [item(pk) for pk in (*bank, rumour.pk, twin.pk)]
    steps = raw_steps(
        lesson,
        check={"activities": named},
        hook={"heading": "هل تغلق البلدية الجسر يومين؟"},
    )
    (finding,) = content_findings(with_steps(lesson, steps))
    assert (finding.code, finding.where) == ("claim_in_heading", "steps.0.heading")


def test_a_heading_repeats_nothing_of_a_practice_either(lesson):
    post = "عاجل! تُغلق البلديةُ الجسرَ يومين. شاركوا!"
    stimulus = {
        "kind": "post",
        "author": "صفحة",
        "detail": "",
        "text": post,
        "picture": None,
        "alt": "",
    }
    body = choice_body(stimulus=[item(stimulus)])
    rumour = make_activity(body=body, veracity="accurate")
    heading = "تغلق البلدية الجسر يومين"
    steps = raw_steps(lesson, practice={"activity": rumour.pk, "heading": heading})
    assert codes(with_steps(lesson, steps)) == []
    Activity.objects.filter(pk=rumour.pk).update(veracity="misleading")
    (finding,) = content_findings(with_steps(lesson, steps))
    assert (finding.code, finding.where) == ("claim_in_heading", "steps.3.heading")


@pytest.mark.parametrize("name", ["title", "slug", "seo_title", "summary"])
def test_a_title_does_not_repeat_a_false_post(lesson, name):
    posts = [
        item(post_value(text="The bridge closes tonight. Run!")),
        item(post_value(veracity="accurate", text="The market opens at nine.")),
    ]
    feed = make_activity("feed", body=feed_body(posts=posts))
    steps = raw_steps(lesson, practice={"activity": feed.pk})
    setattr(lesson, name, "the-market-opens-at-nine")
    assert codes(with_steps(lesson, steps)) == []
    setattr(lesson, name, "the-bridge-closes-tonight")
    (finding,) = content_findings(with_steps(lesson, steps))
    assert (finding.code, finding.where) == ("claim_in_heading", name)


# Languages


def test_a_lesson_waits_for_the_words_of_its_activities(lesson):
    client = signed_in(make_edda())
    english = make_locale("en")
    address = f"/cms/localize/submit/page/{lesson.pk}/"
    client.post(address, {"locales": [english.pk]})
    translated = lesson.get_translation(english)
    found = set(codes(translated))
    assert {"untranslated", "untranslated_activity", "unpublished"} <= found
    with pytest.raises(RefusedError):
        translated.save_revision().publish()


def test_missing_words_of_all_activities_are_counted_at_once(lesson):
    client = signed_in(make_edda())
    english = make_locale("en")
    practice = [make_activity() for _ in range(5)]
    longer = make_lesson(practice=practice, bank=bank_of(lesson))
    for one in (lesson, longer):
        client.post(f"/cms/localize/submit/page/{one.pk}/", {"locales": [english.pk]})
    asked = []
    for one in (lesson, longer):
        with CaptureQueriesContext(connection) as queries:
            content_findings(one.get_translation(english))
        asked.append(sum("wagtail_localize" in query["sql"] for query in queries))
    assert asked[0] == asked[1] > 0


# Modules


def test_a_module_has_a_chat_in_which_all_is_well():
    module = make_module()
    trap = make_activity("chat", veracity="misleading")
    make_lesson(module=module, practice=[trap], bank=make_bank(2))
    assert codes(module) == ["no_benign_chat"]
    calm = make_activity("chat", veracity="accurate")
    make_lesson(module=module, practice=[calm], bank=make_bank(2))
    assert codes(module) == []


@pytest.mark.parametrize("name", ["title", "promise", "share_text"])
def test_a_module_repeats_no_rumour_of_its_lessons(name):
    module = make_module()
    body = confidence_body(statement="The bridge closes tonight.")
    rumour = make_activity("confidence", body=body, veracity="misleading")
    make_lesson(module=module, practice=[rumour], bank=make_bank(2))
    assert codes(module) == []
    setattr(module, name, "Heard? The bridge closes tonight!")
    (finding,) = content_findings(module)
    assert (finding.code, finding.where) == ("claim_in_heading", name)


def test_only_the_sites_own_hashtags_are_shared():
    module = make_module(share_text="لنجرّب #فكر_قبل_ما_تشارك")
    assert codes(module) == []
    module.share_text = "لنجرّب #ترند"
    assert codes(module) == ["hashtag"]


# Broken data

BROKEN = [
    None,
    7,
    "word",
    [],
    {},
    {"heading": 3, "text": ["x"], "picture": "abc", "alt": {}},
    {"activity": "abc", "activities": "abc"},
    {"activity": 2**70, "activities": [None, "x", {}, {"type": "item", "value": []}]},
    {"activity": 999_999, "activities": [999_999], "picture": 999_999},
]


@pytest.mark.parametrize("value", BROKEN)
@pytest.mark.parametrize("kind", STEPS)
def test_broken_steps_are_findings_and_no_page_breaks(client, kind, value):
    lesson = make_lesson()
    steps = raw_steps(lesson)
    for step in steps:
        if step["type"] == kind:
            step["value"] = value
    with_steps(lesson, steps)
    found = content_findings(lesson)
    assert {"steps"} <= {one.field for one in found if one.is_error}
    # Past all doors, as an import into the database would leave it.
    LessonPage.objects.filter(pk=lesson.pk).update(steps=steps)
    assert client.get(lesson.url).status_code == 200


@pytest.mark.parametrize("raw", ["{", "3", '"x"', [1, None], [{}], [{"type": "what"}]])
def test_steps_that_are_none_are_findings(raw):
    lesson = with_steps(make_lesson(), raw)
    assert "steps" in codes(lesson)


def test_an_editor_opens_a_broken_lesson_and_previews_it():
    make_home()
    client = signed_in(make_edda())
    lesson = make_lesson()
    for value in BROKEN:
        steps = [{**step, "value": value} for step in raw_steps(lesson)]
        with_steps(lesson, steps).save_revision(clean=False)
        page = client.get(f"/cms/pages/{lesson.pk}/edit/")
        assert page.status_code == 200
        assert 'class="findings"' in page.content.decode()
        assert client.get(f"/cms/pages/{lesson.pk}/view_draft/").status_code == 200


def test_a_module_with_broken_lines_is_shown_with_a_finding(client):
    module = make_module()
    broken = [{"type": "line", "value": {"a": 1}}, 3]
    ModulePage.objects.filter(pk=module.pk).update(outcomes=broken)
    module.refresh_from_db()
    assert "outcomes" in {one.field for one in content_findings(module)}
    assert client.get(module.url).status_code == 200


def test_steps_of_the_tests_are_what_a_lesson_holds():
    steps = lesson_steps(make_activity(), [make_activity()], make_bank(1))
    assert tuple(step["type"] for step in steps) == STEPS
