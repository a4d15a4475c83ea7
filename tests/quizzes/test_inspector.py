"""An inspector from the editor's form to the feedback, without scripts."""

import json
import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    Translation,
    TranslationSource,
)

from quizzes.formats.inspector.block import InspectorBlock
from quizzes.formats.inspector.screen import side
from quizzes.models import ActivityVersion, Answer, Tally
from quizzes.queries import question_of
from tests.bodies import inspector_body, items, spot_value
from tests.make import (
    make_activity,
    make_lesson,
    make_locale,
    version_of,
)

pytestmark = pytest.mark.django_db
HEADERS = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def sent():
    """Return a function that answers an inspector of a lesson in English."""
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
    return [one["id"] for one in version_of(activity).snapshot["body"]["spots"]]


def test_clues_and_verdict_are_marked(sent):
    activity = make_activity("inspector")
    ids = ids_of(activity)
    reply = sent(activity, spots=[ids[0], ids[2]], verdict="not")
    html = reply.content.decode()
    answer = Answer.objects.get()
    assert (answer.outcome, answer.points, answer.out_of) == ("right", 3, 3)
    names = set(Tally.objects.values_list("name", flat=True))
    assert {f"spot:{ids[0]}", "verdict:not"} <= names
    for spot in activity.body[0].value["spots"]:
        assert spot["explanation"] in html
    assert "نُشرت الصورة أوّل مرّة" in html
    assert html.count('<svg class="crop"') == 4
    assert html.count("hot is-found") == 2


@pytest.mark.parametrize(
    ("spots", "verdict", "says", "place"),
    [
        ([], "", "اختاروا: هل توافق الصورة", "verdict"),
        ([0], "", "اختاروا: هل توافق الصورة", "verdict"),
        ([], "not", "حدّدوا مكانًا واحدًا", "spots"),
        ([0], "maybe", "تعذّرت قراءته", "spots"),
    ],
)
def test_a_fault_leads_to_its_place_and_keeps_the_rest(
    sent, spots, verdict, says, place
):
    activity = make_activity("inspector")
    ids = [ids_of(activity)[number] for number in spots]
    reply = sent(activity, spots=ids, verdict=verdict)
    html = reply.content.decode()
    assert reply.status_code == 400
    assert says in html
    assert len(re.findall(r'name="spots"[^>]* checked', html)) == len(ids)
    target = re.search(r'class="errors".*?href="#([^"]+)"', html, re.DOTALL)[1]
    assert re.search(rf'<input[^>]* name="{place}"[^>]* id="{target}"', html)
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    "spots", [["x"], [0, 0], [0, 1, 2, 3, 0], ["\x00"], ["x" * 5000]]
)
def test_what_cannot_be_is_refused(sent, spots):
    activity = make_activity("inspector")
    ids = ids_of(activity)
    spots = [ids[one] if isinstance(one, int) else one for one in spots]
    assert sent(activity, spots=spots, verdict="not").status_code == 400
    assert not Answer.objects.exists()


def shown(**picture):
    """Return an inspector as a page shows it, with a picture of this size."""
    activity = make_activity("inspector")
    content = version_of(activity).content
    content["body"]["picture"] = {"file": "x.svg", **picture} if picture else None
    version = ActivityVersion(
        activity_key=activity.translation_key,
        language="ar",
        number=1,
        content=content,
    )
    return question_of(version, subject_key=str(uuid4()))


def test_the_list_and_the_picture_name_the_same_places(client):
    activity = make_activity("inspector")
    lesson = make_lesson(practice=[activity])
    html = client.get(lesson.url).content.decode()
    labels = re.findall(r'<label class="hot" for="([^"]+)"', html)
    fields = re.findall(r'name="spots" value="[^"]+" id="([^"]+)"', html)
    assert labels == fields
    assert len(labels) == 4
    assert "نُشرت الصورة" not in html
    assert "شرح" not in html


def test_places_are_in_units_of_the_drawing():
    item = shown(width=700, height=400)
    first = item.spots[0]
    assert item.view_box == "0 0 700 400"
    assert first["area"] == {"x": 70, "y": 80, "width": 210, "height": 100}
    assert first["crop_box"] == "46 56 258 148"


def test_a_tall_picture_keeps_its_shape():
    assert shown(width=600, height=1200).view_box == "0 0 700 1400"


def test_places_are_within_the_picture_above_its_stamp():
    item = shown(width=350, height=221, strip=21)
    assert item.view_box == "0 0 700 442"
    assert item.spots[0]["area"]["y"] == 80
    assert item.spots[0]["area"]["height"] == 100


@pytest.mark.parametrize(
    ("start", "size", "least", "margin", "found"),
    [
        (10, 20, 0, 0, (70, 140)),
        (0, 100, 0, 24, (0, 700)),
        # A small place grows around its middle, but not over the edge.
        (50, 2, 48, 0, (333, 48)),
        (0, 1, 48, 0, (0, 48)),
        (99, 1, 48, 0, (652, 48)),
        (None, None, 48, 0, (0, 48)),
    ],
)
def test_one_side_of_a_place(start, size, least, margin, found):
    assert side(start, size, 700, least, margin) == found


def test_without_its_picture_the_list_is_still_there():
    """A draft that an editor has begun."""
    item = shown()
    assert len(item.spots) == 4
    assert item.view_box == "0 0 700 400"


# The editor's form


def faults_of(**changes):
    block = InspectorBlock()
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.to_python(inspector_body(**changes)))
    return caught.value.block_errors


def places(*clues, **changes):
    return items(
        *(spot_value(f"مكان {clue}", is_clue=clue, **changes) for clue in clues)
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"x": 80, "width": 21}, "width"),
        ({"y": 90, "height": 11}, "height"),
        ({"x": -1}, "x"),
        ({"x": 101}, "x"),
        ({"width": 0}, "width"),
        ({"height": "many"}, "height"),
    ],
)
def test_a_place_outside_the_picture_is_refused_at_its_number(changes, field):
    spots = places(True, True, False, False, **changes)
    errors = faults_of(spots=spots)["spots"].block_errors
    first = errors[0] if isinstance(errors, (dict, list)) else errors
    assert field in first.block_errors


@pytest.mark.parametrize(
    ("clues", "changes", "field"),
    [
        ((True, False, False, False), {"needed": 2}, "needed"),
        ((True, True, False, False), {"needed": 0}, "needed"),
        (
            (False, False, False, False),
            {"needed": 0, "asks_verdict": False},
            "asks_verdict",
        ),
        ((True, True, False), {}, "spots"),
        ((True, True, False, False), {"picture": "0"}, "picture"),
        ((True, True, False, False), {"alt": ""}, "alt"),
        ((True, True, False, False), {"provenance": ""}, "provenance"),
    ],
)
def test_what_does_not_fit_together_is_named_at_its_field(clues, changes, field):
    assert field in faults_of(spots=places(*clues), **changes)


def test_a_picture_that_fits_needs_no_clue():
    block = InspectorBlock()
    body = inspector_body(spots=places(False, False, False, False), needed=0)
    assert block.clean(block.to_python(body))


@pytest.mark.parametrize(("said", "place"), [("55", 55), ("٥٥", 55), ("left", None)])
def test_a_translation_with_another_picture_says_where_its_places_are(said, place):
    activity = make_activity("inspector", body=inspector_body())
    source, _made = TranslationSource.update_or_create_from_instance(activity)
    spot = activity.body[0].value["spots"].bound_blocks[0]
    path = f"body.{activity.body[0].id}.spots.{spot.id}.x"
    segment = OverridableSegment.objects.get(source=source, context__path=path)
    english = make_locale("en")
    SegmentOverride.objects.create(
        locale=english, context=segment.context, data_json=json.dumps(said)
    )
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)

    translated = activity.get_translation(english).get_latest_revision_as_object()
    spots = translated.body[0].value["spots"]
    assert spots[0]["x"] == (place or spot.value["x"])
    assert spots[1]["x"] == activity.body[0].value["spots"][1]["x"]
