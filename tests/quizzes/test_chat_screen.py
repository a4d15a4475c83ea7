"""What a finished chat says in its margin, and what it does not say."""

import re
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from quizzes.models import Answer
from quizzes.queries import question_of
from tests.make import (
    chat_body,
    item,
    make_activity,
    make_locale,
    node_value,
    reply,
    version_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def shown(activity, moves=()):
    """Return the page of a chat: finished if there are moves, else at its beginning."""
    version, answer = version_of(activity), None
    if moves:
        answer = Answer(uuid=uuid4(), version=version, response={"moves": moves})
    question = question_of(version, subject_key=str(uuid4()), answer=answer)
    context = {"item": question, "level": 3}
    return render_to_string("quizzes/includes/activity.html", context)


def scene(key, stage, to, **changes):
    """Return a scene of a chat; its first reply is called after where it leads."""
    choices = [{**reply(to, to, "safe"), "id": to}, reply("لا", "late", "risky")]
    return item(node_value(key=key, stage=stage, choices=choices, **changes))


def finished_chat(flags):
    """Return the end of a chat in which somebody left at the second scene."""
    nodes = [
        scene("start", "trust", "more", flags=[]),
        scene("more", "pressure", "good", pause=False),
        scene("other", "neutral", "good", flags=[item("hurry")]),
    ]
    nodes[0]["value"]["choices"][1]["value"]["next"] = "other"
    hurry = {"key": "hurry", "text": "عجلة", "present": True, "why": "تحثّ على السرعة."}
    signs = [*chat_body()["flags"], item(hurry)]
    body = chat_body(nodes=nodes, flags=signs)
    activity = make_activity("chat", locale=make_locale("en"), body=body)
    moves = [{"choice": "more", "flags": flags}, {"choice": "good", "flags": []}]
    return shown(activity, moves)


def test_a_finished_chat_names_the_stage_of_every_scene_that_is_not_everyday():
    html = finished_chat([])

    stages = re.findall(r'<li>\s*<span class="tag">([^<]+)<', html)
    assert stages == ["Gaining trust", "Pressure"]


def test_a_sign_after_the_last_pause_was_not_missed():
    html = finished_chat([])

    assert "A sign to know: لا مصدر" in html
    assert "Easy to miss" not in html
    assert "You noticed" not in html


def test_a_sign_of_another_path_is_no_false_alarm():
    html = finished_chat(["hurry", "rude"])

    absent = html[html.index("A sign, but not in this conversation:") :]
    assert "عجلة" in absent
    assert html.count("A false alarm:") == 1
    assert "A false alarm: كلام جارح" in html
    assert "تحثّ على السرعة." not in html


def test_a_chat_tells_no_stage_before_it_is_over():
    body = chat_body(nodes=[item(node_value(stage="trust"))])
    activity = make_activity("chat", locale=make_locale("en"), body=body)

    choice = version_of(activity).snapshot["body"]["nodes"][0]["choices"][0]["id"]
    moves = [{"choice": choice, "flags": []}]
    assert "Gaining trust" not in shown(activity)
    assert "Gaining trust" in shown(activity, moves)
