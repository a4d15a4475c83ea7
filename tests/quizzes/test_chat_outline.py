"""The outline of a chat, beside the form that an editor writes it in."""

from itertools import pairwise

import pytest
from django.utils.translation import override

from quizzes.formats.chat.block import ChatBlock
from quizzes.formats.chat.graph import MAX_DEPTH
from quizzes.formats.chat.outline import chat_outline
from tests.base import make_edda, signed_in
from tests.make import chat_body, item, make_activity, make_home, node_value, reply

LIST = "/cms/snippets/quizzes/activity/"


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def node(key, *replies, **changes):
    """Return a scene; each reply as "name of what it leads to", all of them safe."""
    choices = [reply(f"إلى {to}", to, "safe") for to in replies]
    return item(node_value(key=key, choices=choices, **changes))


def outline_of(*nodes, **changes):
    body = chat_body(**({"nodes": list(nodes)} if nodes else {}), **changes)
    return chat_outline(ChatBlock().to_python(body))


def tree(scene):
    """Return a scene with those told within it, by their names."""
    return scene.key, [tree(one.scene) for one in scene.replies if one.scene]


def test_a_scene_tells_who_says_what_and_where_replies_lead():
    scene = outline_of().start
    line = scene.lines[0]
    assert (line.who, line.kind, line.text) == ("ليلى", "voice", "سمعتُ خبرًا مقلقًا.")
    assert (scene.key, scene.stage, scene.pauses) == ("start", "neutral", True)
    assert scene.signs == ("لا مصدر",)
    assert [(one.text, one.quality, one.to) for one in scene.replies] == [
        ("من قال هذا؟", "safe", "good"),
        ("سأرسله", "risky", "late"),
    ]
    assert [one.end.title for one in scene.replies] == ["سؤال لطيف", "تراجعنا"]
    assert not scene.is_dead_end


def test_scenes_stand_within_the_reply_that_leads_to_them_each_once():
    outline = outline_of(
        node("start", "ask", "late"), node("ask", "start", "more"), node("more", "good")
    )
    assert tree(outline.start) == ("start", [("ask", [("more", [])])])
    back = outline.start.replies[0].scene.replies[0]
    assert (back.to, back.scene, back.is_known) == ("start", None, True)
    assert outline.unreached == outline.deeper == ()
    assert all(end.is_reached for end in outline.ends)


def test_scenes_and_ends_that_nothing_leads_to_are_told_apart():
    outline = outline_of(node("start", "good", "good"), node("lost", "good", "late"))
    assert [scene.key for scene in outline.unreached] == ["lost"]
    assert [(end.key, end.is_reached) for end in outline.ends] == [
        ("good", True),
        ("late", False),
    ]
    assert "“lost”" in outline.faults[0]


def test_dead_ends_are_marked():
    outline = outline_of(
        node("start", "round", "good"), node("round", "again"), node("again", "round")
    )
    scene = outline.start.replies[0].scene
    assert scene.is_dead_end
    assert scene.replies[0].scene.is_dead_end
    assert not outline.start.is_dead_end


@pytest.mark.parametrize(
    ("pauses", "signs", "unasked"),
    [
        ("", "no-source", ["start", "ask", "more"]),
        ("start", "no-source", ["ask", "more"]),
        ("ask", "no-source", ["more"]),
        ("more", "no-source", []),
        ("", "rude", []),
        ("", "no-such-sign", []),
    ],
)
def test_signs_that_no_pause_asks_for_are_marked(pauses, signs, unasked):
    row = ["start", "ask", "more", "good"]
    nodes = [
        node(key, after, "late", pause=key == pauses, flags=[item(signs)])
        for key, after in pairwise(row)
    ]
    scene, found = outline_of(*nodes).start, []
    while scene:
        found += [scene.key] if scene.is_unasked else []
        scene = scene.replies[0].scene
    assert found == unasked


def test_a_reply_that_leads_nowhere_is_marked_and_is_a_dead_end():
    outline = outline_of(node("start", "elsewhere", ""))
    assert [one.is_known for one in outline.start.replies] == [False, False]
    assert outline.start.is_dead_end
    assert "elsewhere" in outline.faults[0]


def test_a_chat_without_scenes_has_an_outline_too():
    outline = outline_of(nodes=[])
    assert (outline.start, outline.unreached) == (None, ())


def test_two_scenes_of_the_same_name_are_told_once():
    outline = outline_of(node("start", "good"), node("start", "late"))
    assert outline.start.replies[0].to == "good"
    assert "twice" in outline.faults[0]


def test_a_very_deep_chat_is_told_in_parts():
    count = 10 * MAX_DEPTH
    nodes = [node(f"n{number}", f"n{number + 1}") for number in range(count)]
    outline = outline_of(*nodes, node(f"n{count}", "good"))
    told, scenes = 0, [outline.start, *outline.deeper]
    assert outline.unreached == ()
    for scene in scenes:
        depth = 0
        while scene:
            told, depth = told + 1, depth + 1
            scene = scene.replies[0].scene
        assert depth <= MAX_DEPTH
    assert told == count + 1


# The panel


@pytest.fixture
def edda(db):
    make_home()
    return signed_in(make_edda())


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_panel_shows_the_saved_chat(edda, language):
    profile = make_edda().wagtail_userprofile
    profile.preferred_language = language
    profile.save()
    activity = make_activity("chat")
    html = edda.get(f"{LIST}edit/{activity.pk}/").content.decode()
    assert 'class="outline"' in html
    assert 'id="outline-start"' in html
    outline = html[html.index('class="outline"') :]
    assert "من قال هذا؟" in outline
    assert "سؤال لطيف" in outline


@pytest.mark.django_db
def test_the_panel_has_the_digits_of_its_language(edda):
    profile = make_edda().wagtail_userprofile
    profile.preferred_language = "ar"
    profile.save()
    message = {"sender": "layla", "kind": "text", "text": "قبل 9 دقائق"}
    start = node_value(messages=[item(message)], choices=[reply("بعد 5", "", "safe")])
    activity = make_activity("chat")
    stream = activity._meta.get_field("body")
    activity.body = stream.to_python([item(chat_body(nodes=[item(start)]), "chat")])
    activity.save()
    activity.save_revision()
    html = edda.get(f"{LIST}edit/{activity.pk}/").content.decode()
    outline = html[html.index('class="outline"') :]
    assert "قبل ٩ دقائق" in outline
    assert "بعد ٥" in outline


@pytest.mark.django_db
def test_other_formats_have_no_outline(edda):
    activity = make_activity("choice")
    assert (
        'class="outline"' not in edda.get(f"{LIST}edit/{activity.pk}/").content.decode()
    )
    assert 'class="outline"' not in edda.get(f"{LIST}add/").content.decode()


@pytest.mark.django_db
def test_a_broken_chat_can_still_be_edited(edda):
    activity = make_activity("chat")
    stream = activity._meta.get_field("body")
    nodes = [
        node("start", "nowhere", "ring"),
        node("ring", "ring"),
        node("lost", "good"),
        item({"key": None, "messages": None, "choices": []}),
    ]
    activity.body = stream.to_python([item(chat_body(nodes=nodes), "chat")])
    activity.save()
    activity.save_revision()
    html = edda.get(f"{LIST}edit/{activity.pk}/").content.decode()
    outline = html[html.index('class="outline"') :]
    assert outline.count("outline__fault") >= 4
