"""A spotter from the editor's form to the feedback, without scripts."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError

from quizzes.formats.spotter.block import SpotterBlock
from quizzes.models import Answer, Tally
from tests.bodies import items, piece_value, spotter_body
from tests.make import make_activity, make_lesson, make_locale, version_of

pytestmark = pytest.mark.django_db
HEADERS = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def sent():
    """Return a function that answers a spotter of a lesson in English."""
    client = Client()
    with override("en"):
        address = reverse("answer_new")

    def send(activity, **fields):
        lesson = make_lesson(practice=[activity])
        common = {
            "activity": str(activity.translation_key),
            "version": version_of(activity).number,
            "language": activity.language,
            "subject": str(lesson.translation_key),
            "uuid": str(uuid4()),
        }
        reply = client.post(address, {**common, **fields}, headers=HEADERS)
        return client.get(reply.url) if reply.status_code == 302 else reply

    return send


def ids_of(activity):
    return [one["id"] for one in version_of(activity).snapshot["body"]["segments"]]


def checked(html):
    return re.findall(r'name="marks" value="([^"]+)"[^>]* checked', html)


def test_marks_are_named_in_a_second_step(sent):
    activity = make_activity("spotter")
    _first, loaded, _third, hurry = ids_of(activity)
    step = sent(activity, marks=[loaded, hurry])
    html = step.content.decode()
    assert step.status_code == 200
    assert 'class="errors"' not in html
    assert checked(html) == [loaded, hurry]
    assert re.findall(r'<select[^>]* name="name-([^"]+)"', html) == [loaded, hurry]
    assert 'name="naming" value="1">' in html
    assert html.count("data-focus") == 1
    assert not Answer.objects.exists()

    names = {f"name-{loaded}": "loaded", f"name-{hurry}": "urgency"}
    done = sent(activity, marks=[loaded, hurry], naming="1", **names)
    assert done.status_code == 200
    assert Answer.objects.get().outcome == "right"
    assert "data-answered" in done.content.decode()


def test_a_mark_without_a_name_is_a_fault_once_names_were_asked_for(sent):
    activity = make_activity("spotter")
    _first, loaded, _third, hurry = ids_of(activity)
    fields = {"naming": "1", f"name-{loaded}": "urgency"}
    reply = sent(activity, marks=[loaded, hurry], **fields)
    html = reply.content.decode()
    assert reply.status_code == 400
    assert checked(html) == [loaded, hurry]
    assert re.search(r'<option value="urgency" selected>', html)
    target = re.search(r'class="errors".*?href="#([^"]+)"', html, re.DOTALL)[1]
    assert f'<select class="order__select" name="name-{hurry}" id="{target}"' in html


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "أو اختاروا «لا حيلة هنا»"),
        ({"marks": [1], "nothing": "1"}, "أبقوا أحد الأمرين"),
    ],
)
def test_all_or_none_is_a_fault_that_keeps_what_was_entered(sent, fields, says):
    activity = make_activity("spotter")
    marks = [ids_of(activity)[number] for number in fields.get("marks", [])]
    reply = sent(activity, **{**fields, "marks": marks})
    html = reply.content.decode()
    assert reply.status_code == 400
    assert says in html
    assert checked(html) == marks
    assert ('name="nothing" value="1" checked' in html) is ("nothing" in fields)
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("marks", "names"),
    [
        (["x"], {}),
        ([0, 0], {}),
        ([0], {"name-x": "loaded"}),
        ([0], {0: "plot"}),
        ([0], {0: "\x00"}),
        (["\x00"] * 70, {}),
    ],
)
def test_what_cannot_be_is_refused(sent, marks, names):
    activity = make_activity("spotter")
    ids = ids_of(activity)
    marks = [ids[one] if isinstance(one, int) else one for one in marks]
    names = {
        f"name-{ids[key]}" if isinstance(key, int) else key: name
        for key, name in names.items()
    }
    assert sent(activity, marks=marks, naming="1", **names).status_code == 400
    assert not Answer.objects.exists()


def test_with_one_technique_nothing_is_asked_about_names(sent):
    body = spotter_body(
        segments=items(piece_value("س"), piece_value("ص", "loaded"), piece_value("ع")),
        techniques=["loaded"],
    )
    activity = make_activity("spotter", body=body)
    marked = ids_of(activity)[1]
    reply = sent(activity, marks=[marked])
    assert Answer.objects.get().response == {"marks": {marked: None}, "nothing": False}
    assert "naming" not in reply.content.decode()
    names = set(Tally.objects.values_list("name", flat=True))
    assert {"right", "flagged", f"segment:{marked}"} <= names


def test_a_neutral_text_is_right_when_nothing_is_marked(sent):
    body = spotter_body(segments=items(*(piece_value(text) for text in "سصع")))
    activity = make_activity("spotter", body=body, veracity="accurate")
    html = sent(activity, nothing="1").content.decode()
    assert Answer.objects.get().outcome == "right"
    assert "<mark" not in html


def test_feedback_names_each_trick_in_the_text_itself(sent):
    activity = make_activity("spotter", locale=make_locale())
    neutral, loaded, _third, _hurry = ids_of(activity)
    fields = {"naming": "1", f"name-{loaded}": "urgency", f"name-{neutral}": "loaded"}
    with override("ar"):
        html = sent(activity, marks=[neutral, loaded], **fields).content.decode()
    marks = re.findall(r'<mark class="ph__text (is-\w+)">(.*?) <b', html)
    assert marks == [
        ("is-false", "يا جماعة،"),
        ("is-found", "هذه فضيحة مقرفة!"),
        ("is-missed", "أرسلوها الآن قبل الحذف!"),
    ]
    assert html.count("كلمة تخبرنا ماذا نشعر.") == 2
    assert html.count(activity.fair_version) == 1
    # The fair version stands beside the text, before the verdict.
    assert html.index(activity.fair_version) < html.index('id="result"')


# The editor's form


def faults_of(**changes):
    block = SpotterBlock()
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.to_python(spotter_body(**changes)))
    return caught.value.block_errors


def test_a_sound_body_passes():
    block = SpotterBlock()
    assert block.clean(block.to_python(spotter_body()))


def test_a_trick_needs_its_reason():
    pieces = [piece_value("س", "loaded", note=""), piece_value("ص"), piece_value("ع")]
    errors = faults_of(segments=items(*pieces))
    assert set(errors["segments"].block_errors[0].block_errors) == {"note"}


def test_a_technique_that_is_not_offered_is_named_at_its_piece():
    errors = faults_of(techniques=["loaded"])
    assert set(errors["segments"].block_errors) == {3}
    assert set(errors["segments"].block_errors[3].block_errors) == {"technique"}


def test_more_than_five_techniques_are_refused():
    offered = ["loaded", "urgency", "clash", "blame", "plot", "mask"]
    assert set(faults_of(techniques=offered)) == {"techniques"}


@pytest.mark.parametrize("changes", [{"techniques": []}, {"segments": []}])
def test_what_is_missing_is_named(changes):
    assert set(faults_of(**changes)) == set(changes)


def test_tricks_that_are_all_optional_are_refused():
    pieces = [
        piece_value("س", "loaded", required=False),
        piece_value("ص"),
        piece_value("ع"),
    ]
    assert faults_of(segments=items(*pieces))["segments"].non_block_errors
