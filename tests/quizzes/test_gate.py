"""The gate for activities and quizzes, one rule at a time."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from literacy.errors import RefusedError
from literacy.gate import content_findings
from quizzes.models import Activity
from tests.base import make_edda, signed_in
from tests.make import (
    BODIES,
    chat_body,
    confidence_body,
    item,
    make_activity,
    make_bank,
    make_home,
    make_locale,
    make_quiz,
    make_skill,
    node_value,
    post_value,
    reply,
)

pytestmark = pytest.mark.django_db
EDIT = "/cms/snippets/quizzes/activity/edit/{}/"


def codes(instance) -> list[str]:
    return [one.code for one in content_findings(instance)]


def places(instance) -> list[str]:
    return [one.where for one in content_findings(instance)]


def with_body(activity: Activity, raw) -> Activity:
    """Return the activity with another raw body, as an import may leave it."""
    activity.body = Activity._meta.get_field("body").to_python(raw)
    return activity


def changed(format_: str, veracity: str = "misleading", **body) -> Activity:
    """Return an activity with another body than the one that was published."""
    activity = make_activity(format_)
    activity.veracity = veracity
    return with_body(activity, [item({**BODIES[format_](), **body}, format_)])


@pytest.mark.parametrize("format_", BODIES)
def test_what_the_tests_publish_is_without_findings(format_):
    assert codes(make_activity(format_)) == []


@pytest.mark.parametrize("name", ["why", "look_for", "fair_version", "next_time"])
def test_feedback_is_needed(name):
    activity = make_activity()
    setattr(activity, name, "")
    (finding,) = content_findings(activity)
    assert (finding.severity, finding.field) == ("error", name)


def test_an_option_needs_its_reason_and_the_finding_says_where():
    options = BODIES["choice"]()["options"]
    options[1]["value"]["why"] = ""
    activity = changed("choice", options=options)
    (finding,) = content_findings(activity)
    assert finding.where == "body.0.options.1.why"
    assert "2" in finding.text


def test_a_picture_needs_its_words():
    assert places(changed("inspector", alt="")) == ["body.0.alt"]


def test_a_feed_of_falsehoods_is_refused():
    posts = [item(post_value()) for _number in range(3)]
    activity = changed("feed", posts=posts)
    assert places(activity) == ["body.0.posts"]


def test_a_dead_end_in_a_chat_is_refused():
    choices = [reply("نعم", "nowhere", "safe"), reply("لا", "good", "safe")]
    node = node_value(choices=choices)
    assert places(changed("chat", nodes=[item(node)])) == [
        "body.0.nodes.0.choices.0.next"
    ]


# Veracity


@pytest.mark.parametrize("format_", ["confidence", "search"])
@pytest.mark.parametrize("veracity", ["opinion", "unverifiable"])
def test_what_is_judged_is_true_or_false(format_, veracity):
    activity = make_activity(format_)
    activity.veracity = veracity
    assert codes(activity) == ["veracity"]


@pytest.mark.parametrize("format_", ["spotter", "inspector"])
def test_tricks_and_misleading_go_together(format_):
    activity = make_activity(format_, veracity="misleading")
    activity.veracity = "accurate"
    assert codes(activity) == ["veracity"]


def test_a_spotter_without_a_trick_is_not_misleading():
    segments = BODIES["spotter"]()["segments"]
    for segment in segments:
        segment["value"] |= {"technique": "", "note": ""}
    assert codes(changed("spotter", segments=segments)) == ["veracity"]
    assert codes(changed("spotter", "accurate", segments=segments)) == []


def test_a_sort_for_a_check_is_true_or_false():
    activity = make_activity("sort", purpose="check")
    activity.veracity = "opinion"
    assert codes(activity) == ["veracity"]
    activity.purpose = "practice"
    assert codes(activity) == []


# Names


def test_real_names_in_any_text_are_found_at_their_place():
    activity = changed("confidence", statement="الخبر في news.com عند @dhifaf #عاجل")
    found = content_findings(activity)
    assert [one.code for one in found] == ["real_address", "real_address", "hashtag"]
    assert {one.where for one in found} == {"body.0.statement"}


def test_a_handle_is_no_address():
    posts = [
        item(post_value(handle="dhifaf24")),
        item(post_value(veracity="accurate", handle="al-nahr")),
    ]
    assert codes(changed("feed", posts=posts)) == []


def test_a_denied_word_is_found(tmp_path, settings):
    path = tmp_path / "words.txt"
    path.write_text("الزرزور", encoding="utf-8")
    settings.DENYLIST_FILE = str(path)
    activity = make_activity()
    activity.fair_version = "قال الزَّرزور شيئًا."
    assert codes(activity) == ["denied_word"]


# Care


def chat_without_a_way_out(**changes) -> Activity:
    ends = [
        {"key": "open", "type": "open", "title": "نهاية", "summary": "انتهت."},
        {"key": "good", "type": "safe", "title": "أمان", "summary": "سألنا."},
    ]
    nodes = [
        node_value(
            choices=[reply("نعم", "open", "risky"), reply("لا", "later", "safe")]
        ),
        node_value(
            key="later",
            choices=[reply("نعم", "open", "risky"), reply("لا", "good", "safe")],
        ),
    ]
    body = chat_body(nodes=[item(one) for one in nodes], ends=[item(e) for e in ends])
    return make_activity("chat", body=body, **changes)


def test_each_scene_of_a_sensitive_chat_has_a_way_out():
    activity = chat_without_a_way_out()
    assert codes(activity) == []
    activity.sensitivity = 2
    finding = next(f for f in content_findings(activity) if f.code == "no_way_out")
    assert finding.where == "body.0.nodes.0.choices"
    assert "start" in finding.text


@pytest.mark.parametrize("stage", ["exit", "help"])
def test_a_scene_of_help_is_a_way_out(stage):
    activity = chat_without_a_way_out()
    raw = list(activity.body.raw_data)
    raw[0]["value"]["nodes"][1]["value"]["stage"] = stage
    activity.sensitivity = 2
    assert "no_way_out" not in codes(with_body(activity, raw))


def test_a_review_is_due_and_sensitive_content_needs_a_day_for_it():
    activity = make_activity(review_due=timezone.localdate() - timedelta(days=1))
    (finding,) = content_findings(activity)
    assert (finding.severity, finding.code) == ("warning", "review_due")
    assert codes(make_activity()) == []
    assert codes(make_activity(sensitivity=2)) == ["review_due"]


# Languages


def test_an_untranslated_activity_is_refused():
    make_home()
    activity, english = make_activity(), make_locale("en")
    client = signed_in(make_edda())
    address = f"/cms/localize/submit/snippet/quizzes/activity/{activity.pk}/"
    client.post(address, {"locales": [english.pk]})
    translated = activity.get_translation(english)
    (finding,) = content_findings(translated)
    assert finding.code == "untranslated"
    with pytest.raises(RefusedError):
        translated.save_revision().publish()
    assert codes(activity) == []


# Broken data

BROKEN = [
    None,
    7,
    "word",
    [],
    {},
    {"question": {"a": 1}, "options": 3, "stimulus": "x", "nodes": {}, "posts": [1]},
    {"options": [None, 1, "x", {}, {"type": "item", "value": 3}], "segments": [[]]},
    {"picture": "abc", "spots": [{"type": "item", "id": 3, "value": {"x": "far"}}]},
    {"picture": 2**70, "budget": "many", "techniques": "loaded", "page": [1]},
    {"nodes": [{"type": "item", "id": "a", "value": {"choices": 1, "flags": 2}}]},
]


@pytest.mark.parametrize("value", BROKEN)
@pytest.mark.parametrize("format_", BODIES)
def test_broken_data_are_a_finding_at_the_field(format_, value):
    activity = with_body(make_activity(format_), [item(value, format_)])
    found = content_findings(activity)
    assert found
    assert {one.field for one in found} == {"body"}


@pytest.mark.parametrize(
    "raw", ["{", "null", "3", '"x"', {}, [1, None], [{}], [{"type": "what"}]]
)
def test_a_broken_body_is_a_finding(raw):
    activity = with_body(make_activity(), raw)
    assert {one.field for one in content_findings(activity)} == {"body"}


@pytest.mark.parametrize("format_", BODIES)
def test_an_editor_opens_broken_data_and_previews_them(format_):
    make_home()
    client: Client = signed_in(make_edda())
    activity = make_activity(format_)
    for value in BROKEN[::3]:
        with_body(activity, [item(value, format_)]).save_revision(clean=False)
        response = client.get(EDIT.format(activity.pk))
        assert response.status_code == 200
        assert 'class="findings"' in response.content.decode()
    assert client.get("/cms/snippets/quizzes/activity/").status_code == 200
    assert client.get("/cms/reports/content-check/").status_code == 200


# Quizzes


def test_a_quiz_of_halves_is_fine():
    skill = make_skill()
    twins = [
        make_activity(veracity=one, skill=skill) for one in ("misleading", "accurate")
    ]
    assert codes(make_quiz(twins)) == []


def test_a_quiz_of_falsehoods_is_refused():
    skill = make_skill()
    twins = [
        make_activity(veracity=one, skill=skill) for one in ("misleading", "accurate")
    ]
    quiz = make_quiz(twins)
    Activity.objects.update(veracity="misleading")
    assert codes(quiz) == ["not_half_accurate"]


def test_a_quiz_needs_published_activities_of_its_language():
    one, other = make_activity(veracity="accurate"), make_activity(veracity="accurate")
    quiz = make_quiz([one, other])
    Activity.objects.filter(pk=one.pk).update(live=False)
    english = make_activity(locale=make_locale("en"))
    Activity.objects.filter(pk=other.pk).update(locale=english.locale)
    assert sorted(codes(quiz)) == ["other_language", "unpublished"]


def test_a_quiz_draws_from_a_large_enough_bank():
    skill = make_skill()
    for veracity in ("misleading", "accurate"):
        make_activity(veracity=veracity, skill=skill)
    quiz = make_quiz(skills=[skill], count=2)
    assert codes(quiz) == []
    quiz.count = 4
    (finding,) = content_findings(quiz)
    assert (finding.code, finding.field) == ("small_bank", "count")


def test_a_quiz_in_order_asks_one_of_a_pair_only():
    bank = make_bank(2)
    one, twin, _other, accurate = bank
    assert codes(make_quiz([one, accurate])) == []
    (finding,) = content_findings(make_quiz([one, twin]))
    assert (finding.severity, finding.code) == ("warning", "twins")
    assert finding.field == "activities"


def test_a_quiz_draws_from_as_many_pairs_as_it_asks():
    skill = make_skill()
    make_bank(4, skill=skill)
    quiz = make_quiz(skills=[skill], purpose="check", count=4)
    assert codes(quiz) == []
    Activity.objects.filter(pair_key="pair-3").update(pair_key="pair-0")
    (finding,) = content_findings(quiz)
    assert (finding.severity, finding.code) == ("warning", "twins")
    assert (finding.field, "3" in finding.text) == ("count", True)


def test_the_title_of_a_quiz_does_not_repeat_a_rumour():
    skill = make_skill()
    body = confidence_body(statement="The bridge closes tonight.")
    for veracity in ("misleading", "accurate"):
        make_activity("confidence", body=body, veracity=veracity, skill=skill)
    quiz = make_quiz(skills=[skill], count=2)
    assert codes(quiz) == []
    quiz.title = "Tonight the bridge closes tonight"
    (finding,) = content_findings(quiz)
    assert (finding.code, finding.field) == ("claim_in_heading", "title")


def test_before_and_after_a_course_each_form_is_drawn_by_itself():
    skill = make_skill()
    for form in ("a", "b"):
        for veracity in ("misleading", "accurate"):
            make_activity(purpose="pre", form=form, veracity=veracity, skill=skill)
    quiz = make_quiz(skills=[skill], purpose="post", count=2)
    assert codes(quiz) == []
    Activity.objects.filter(form="b").update(form="any")
    (finding,) = content_findings(quiz)
    assert finding.code == "small_bank"


@pytest.mark.parametrize("raw", ["{", "3", [{"type": "activity", "value": "x"}], [1]])
def test_broken_lists_of_a_quiz_are_findings(raw):
    quiz = make_quiz([make_activity(veracity="accurate")])
    quiz.activities = type(quiz)._meta.get_field("activities").to_python(raw)
    assert content_findings(quiz)
