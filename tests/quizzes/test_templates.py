"""What learners see of an activity: every format in every state."""

import re
from collections import Counter
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from quizzes.formats.feed import scoring as feed
from quizzes.formats.registry import format_of
from quizzes.models import Answer, Attempt
from quizzes.previews import preview_context
from quizzes.queries import question_of
from quizzes.services import duplicate_activity
from tests.base import make_edda
from tests.make import (
    feed_body,
    make_activity,
    make_learner,
    make_lesson,
    make_locale,
    version_of,
)

pytestmark = pytest.mark.django_db
FORMATS = (
    *("choice", "confidence", "order", "feed", "chat"),
    *("spotter", "inspector", "sort", "search"),
)
FIELDS = {
    "choice": ["options"],
    "confidence": ["step"],
    "order": ["place-"],
    "feed": ["at", "post", "move"],
    "chat": ["at", "choice", "flags"],
    "spotter": ["marks", "nothing", "naming"],
    "inspector": ["spots", "verdict"],
    "sort": ["card-"],
    "search": ["at", "search", "verdict"],
}


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture(params=FORMATS)
def activity(request):
    return make_activity(request.param, locale=make_locale("en"))


def asked(activity, **changes):
    return question_of(version_of(activity), subject_key=str(uuid4()), **changes)


def answered(activity, is_right=True, **changes):
    version = version_of(activity)
    response = format_of(version.format).example(version.snapshot, is_right)
    answer = Answer(uuid=uuid4(), version=version, response=response)
    return asked(activity, answer=answer, shows_next=True, **changes)


def begun(activity, moves, **changes):
    """Return a feed or chat in which some moves were made."""
    answer = Answer(
        uuid=uuid4(),
        version=version_of(activity),
        response={"moves": moves},
        is_finished=False,
    )
    return asked(activity, answer=answer, **changes)


def shown(item, level=3):
    context = {"item": item, "level": level}
    return render_to_string("quizzes/includes/activity.html", context)


def names_in(html):
    return set(re.findall(r'<(?:input|select|button)[^>]* name="([^"]+)"', html))


def check_attempt():
    return Attempt(kind=Attempt.CHECK, learner=make_learner(), subject_key=uuid4())


def test_a_form_says_what_it_answers(activity):
    html = shown(asked(activity))

    common = {"activity", "version", "language", "subject"}
    assert common <= names_in(html)
    for name in FIELDS[activity.format]:
        assert any(one.startswith(name) for one in names_in(html)), name
    assert 'method="post" action="/en/answers/#result"' in html


def test_the_same_page_for_everybody_names_no_answer(activity):
    assert not {"uuid", "attempt"} & names_in(shown(asked(activity)))


def test_a_check_names_each_answer_anew(activity):
    attempt = check_attempt()
    pages = [shown(asked(activity, attempt=attempt)) for _ in range(2)]

    names = {re.search(r'name="uuid" value="([^"]+)"', html)[1] for html in pages}
    assert len(names) == 2
    assert f'name="attempt" value="{attempt.code}"' in pages[0]


def test_nothing_tells_the_answer_before_it_is_given(activity):
    html = shown(asked(activity))

    for text in (activity.why, activity.fair_version, activity.next_time):
        assert text not in html
    assert "data-answered" not in html


@pytest.mark.parametrize("is_right", [True, False])
def test_feedback_has_the_same_parts_for_right_and_wrong(activity, is_right):
    html = shown(answered(activity, is_right))

    for text in (activity.why, activity.fair_version, activity.next_time):
        assert text in html
    titles = ["Why", "What to look for", "What a fair version looks like", "Next time"]
    assert [t for t in titles if f">{t}</h4>" not in html] == []
    assert len(re.findall(r'<h3 id="result" tabindex="-1" data-focus>', html)) == 1
    assert "data-answered" in html
    assert 'class="waqfa"' in html


@pytest.mark.parametrize("level", [2, 3])
def test_headings_stand_where_the_page_says(activity, level):
    for item in (asked(activity), answered(activity)):
        levels = re.findall(r"<h(\d)", shown(item, level))
        assert levels == [] or min(levels) == str(level)
        assert set(levels) <= {str(level), str(level + 1)}


def test_practice_can_be_tried_again_and_a_check_goes_on(activity):
    practice = shown(answered(activity, False))
    assert "data-retry" in practice
    assert f"#activity-{activity.translation_key}" in practice

    attempt = check_attempt()
    check = shown(answered(activity, False, attempt=attempt))
    assert "data-retry" not in check
    assert f'href="/en/checks/{attempt.code}/#result" data-part' in check


def test_what_to_mend_comes_first_and_leads_to_its_place(activity):
    item = asked(activity).with_fault("Choose an answer first.", {})
    html = shown(item)

    summary = html.index('class="errors"')
    assert summary < html.index("<form")
    target = re.search(r'<a href="#([^"]+)">Choose an answer first.', html)[1]
    assert f'id="{target}"' in html
    assert 'class="errors" id="result" tabindex="-1" data-focus>' in html
    assert html.count('id="result"') == 1
    if activity.format not in ("feed", "spotter"):
        assert 'aria-invalid="true"' in html
    if activity.format != "feed":
        assert f'id="fault-{item.key}"' in html


@pytest.mark.parametrize(
    ("format_", "name"), [("spotter", "marks"), ("inspector", "spots")]
)
def test_of_several_boxes_the_group_is_at_fault(format_, name):
    activity = make_activity(format_, locale=make_locale("en"))
    item = asked(activity).with_fault("Mark one.", {"verdict": "not"})
    html = shown(item)

    assert f'<fieldset class="ask" aria-describedby="fault-{item.key}">' in html
    boxes = re.findall(rf'<input[^>]* name="{name}"[^>]*>', html)
    assert boxes
    assert not any("aria-invalid" in box for box in boxes)


def test_what_was_entered_is_shown_again():
    activity = make_activity("order")
    steps = [step["id"] for step in version_of(activity).snapshot["body"]["steps"]]
    item = asked(activity).with_fault("Twice", {"places": {steps[0]: "2"}})

    assert shown(item).count("selected") == 1


def one_by_one(activity):
    """Return an activity in every state that has ids of its own."""
    content = version_of(activity).snapshot["body"]
    everything = {
        "marks": [piece["id"] for piece in content.get("segments", [])],
        "spots": [spot["id"] for spot in content.get("spots", [])],
    }
    yield asked(activity)
    yield asked(activity, given=everything)
    yield asked(activity).with_fault("Mend this", everything)
    yield answered(activity, False)
    if activity.format == "search":
        way = next(way for way in content["searches"] if way["results"])
        yield begun(activity, [{"do": "search", "id": way["id"]}])


def test_an_activity_and_its_copy_share_no_id(activity):
    """A copy keeps the ids of its items, and both may stand in one lesson."""
    copy = duplicate_activity(activity=activity, user=make_edda())
    copy.save_revision().publish()
    for both in zip(one_by_one(activity), one_by_one(copy), strict=True):
        html = "".join(map(shown, both))
        ids = re.findall(r' id="([^"]+)"', html)
        # The newest result alone is called so: scripts see to that.
        twice = {one for one, count in Counter(ids).items() if count > 1} - {"result"}
        assert twice == set()
        meant = re.findall(r' (?:for|aria-(?:labelled|described)by)="([^"]+)"', html)
        assert set(meant) <= set(ids)


def test_an_activity_keeps_its_language_on_another_page():
    html = shown(asked(make_activity("order")))
    assert 'lang="ar" dir="rtl"' in html
    assert 'action="/en/answers/#result"' in html

    with override("ar"):
        assert "lang=" not in shown(asked(make_activity("order")))


def test_options_say_in_words_what_they_were():
    activity = make_activity(
        "choice", locale=make_locale("en"), body=None, veracity="misleading"
    )
    html = shown(answered(activity, False))

    assert "Your answer · worth a pause" in html
    assert "The best choice" in html
    assert "Your answer · right" in shown(answered(activity, True))


def english_feed(**changes):
    return make_activity("feed", locale=make_locale("en"), body=feed_body(**changes))


def first_post(activity):
    return version_of(activity).snapshot["body"]["posts"][0]


def test_a_post_is_decided_by_four_buttons_and_checking_leads():
    activity = english_feed()
    html = shown(asked(activity))

    values = re.findall(r'name="move" value="(\w+)"', html)
    assert values == ["check", "share", "skip", "report"]
    assert "Nothing is really posted" in html
    assert "Post 1 of" in html
    assert first_post(activity)["findings"][0]["text"] not in html


def test_a_checked_post_shows_the_findings_and_keeps_the_feeling():
    activity = english_feed(ask="feeling")
    post = first_post(activity)
    moves = [{"post": post["id"], "move": "check"}]
    html = shown(begun(activity, moves, given={"feeling": "fear"}))

    assert post["findings"][0]["text"] in html
    assert re.findall(r'name="move" value="(\w+)"', html) == ["share", "skip", "report"]
    assert re.search(r'value="fear" checked', html)
    assert html.count("data-focus") == 1


def test_a_report_asks_for_the_kind_of_problem():
    item = asked(english_feed(), given={"move": "report"})
    html = shown(item)

    assert html.count('type="radio" name="category"') == 6
    assert "errors" not in html
    assert "errors" in shown(item.with_fault("Which?", {"move": "report"}))


def test_a_held_back_share_asks_how_accurate():
    activity = english_feed(accuracy_prompt=True)
    post = first_post(activity)["id"]
    moves = feed.advance(
        version_of(activity).snapshot, [], {"post": post, "move": "share"}, arm="prompt"
    )
    html = shown(begun(activity, moves))

    assert html.count('type="radio" name="accuracy"') == 5
    assert re.findall(r'name="move" value="(\w+)"', html)


def test_each_decided_post_has_its_feedback():
    activity = english_feed()
    post = first_post(activity)
    item = begun(activity, [{"post": post["id"], "move": "share"}])
    html = shown(item)

    assert post["why"] in html
    assert "You shared it" in html
    assert f'href="/en/answers/{item.answer.uuid}/?next#result" data-part' in html


def test_the_end_of_a_feed_names_habits_and_posts_but_no_points():
    activity = english_feed()
    item = answered(activity, False)
    html = shown(item)

    for sentence in item.feedback.remarks:
        assert sentence in html
    assert html.count('class="res"') == len(item.body["posts"])
    assert "points" not in html


def test_a_chat_names_speakers_and_marks_what_is_new():
    activity = make_activity("chat", locale=make_locale("en"))
    html = shown(asked(activity))

    assert "<bdi>ليلى</bdi>" in html
    assert "Voice message, in writing:" in html
    assert "A pause: what felt off?" in html
    assert html.count('name="flags"') == 2


def test_a_finished_chat_has_notes_in_its_margin_and_sentences_to_say():
    activity = make_activity("chat", locale=make_locale("en"))
    careful, other = shown(answered(activity, True)), shown(answered(activity, False))

    assert "Noticed: لا مصدر" in careful
    assert "Easy to miss: لا مصدر" in other
    assert "A false alarm: كلام جارح" in other
    assert "من أين الخبر؟" in careful


@pytest.mark.parametrize("right", [0, 2, 4])
def test_a_check_ends_in_words(right):
    activity = make_activity("confidence")
    context = {
        "attempt": check_attempt(),
        "questions": [answered(activity)] * 4,
        "question": None,
        "number": 4,
        "total": 4,
        "right": right,
        "back_url": "/en/subjects/x/",
        "level": 3,
    }
    html = render_to_string("quizzes/includes/attempt.html", context)

    assert f"You recognised {right} of 4" in html
    assert 'href="/en/subjects/x/#after-check"' in html


def test_a_check_shows_one_question_at_a_time():
    questions = [asked(make_activity("choice")) for _ in range(2)]
    context = {"questions": questions, "question": questions[1], "level": 3}
    html = render_to_string(
        "quizzes/includes/attempt.html", {**context, "number": 2, "total": 2}
    )

    assert "Question 2 of 2" in html
    assert html.count("<form") == 1


def test_a_check_begins_with_a_form():
    html = render_to_string("quizzes/includes/check_start.html", {"subject": "abc"})

    assert 'method="post" action="/en/checks/"' in html
    assert 'name="subject" value="abc"' in html


@pytest.mark.parametrize("mode", ["question", "right", "not_quite"])
def test_a_preview_shows_every_state_and_saves_nothing(activity, mode):
    html = activity.make_preview_request(preview_mode=mode).render().content.decode()

    assert ("data-answered" in html) is (mode != "question")
    assert '<html lang="en" dir="ltr">' in html
    assert html.count("<h1") == 1
    assert not Answer.objects.exists()


def test_a_preview_of_a_draft_without_a_format_says_what_to_do():
    activity = make_activity("choice")
    activity.body = []

    context = preview_context(activity, "right")
    assert (context["shown"], context["missing"]) == ("", [])


def test_a_preview_of_what_has_no_answer_yet_shows_the_form():
    activity = make_activity("confidence")
    activity.veracity = "opinion"

    assert "data-fresh" in preview_context(activity, "right")["shown"]


@pytest.mark.parametrize(
    ("format_", "data", "kept"),
    [
        ("feed", {"move": "check", "feeling": "joy"}, {"feeling": "joy"}),
        ("feed", {"feeling": "joy"}, {"feeling": "joy"}),
        (
            "feed",
            {"move": "check", "reason": "who", "feeling": "<b>"},
            {"reason": "who"},
        ),
        ("feed", {"move": "share", "feeling": "joy"}, {}),
        ("search", {"search": "a", "verdict": "not"}, {"verdict": "not"}),
        ("search", {"verdict": "maybe", "evidence": "b"}, {"evidence": "b"}),
        ("search", {"evidence": "x" * 500}, {"evidence": "x" * 40}),
        ("chat", {"feeling": "joy", "verdict": "not", "evidence": "b"}, {}),
    ],
)
def test_a_move_keeps_what_was_said_so_far(format_, data, kept):
    assert format_of(format_).said(data) == kept


def test_a_message_takes_the_place_of_a_form(client):
    make_lesson()
    headers = {"sec-fetch-site": "same-origin", "x-part": "3"}
    reply = client.post("/en/answers/", {}, headers=headers)
    html = reply.content.decode()

    assert reply.status_code == 400
    assert "<!doctype" not in html
    assert "<h1" not in html
    assert 'id="result" tabindex="-1" data-focus' in html
    assert "X-Part" in reply["Vary"]
