"""What is wrong in the graph of a chat is told at the field where it is mended."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from literacy.raw import faults
from literacy.unfinished import kept_value
from quizzes.formats.chat.block import ChatBlock
from quizzes.formats.inspector.block import InspectorBlock
from tests.make import chat_body, item, node_value, reply


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def node(key, *replies, **changes):
    choices = [reply(f"إلى {to}", to, "safe") for to in replies]
    return item(node_value(key=key, choices=choices, **changes))


def told(*nodes, **changes):
    """Return each sentence by the place it is shown at."""
    body = chat_body(**({"nodes": list(nodes)} if nodes else {}), **changes)
    block = ChatBlock()
    try:
        block.clean(block.to_python(body))
    except ValidationError as failed:
        return {".".join(map(str, path)): text for path, text in faults(failed)}
    return {}


def test_a_finished_chat_has_nothing_to_mend():
    assert told() == {}


def test_every_fault_is_told_at_once_each_at_its_field():
    long = {"sender": "nobody", "kind": "text", "text": "كلمة " * 26}
    said = told(
        node("start", "good", "nowhere", flags=[item("rude"), item("typo")]),
        node("lost", "good", "late", messages=[item(long)]),
    )
    assert said == {
        "nodes.0.choices.1.next": (
            "In “start” a reply leads to “nowhere”, which does not exist."
        ),
        "nodes.0.flags.1": "In “start” there is no sign “typo”.",
        "nodes.1.messages.0.sender": "In “lost” nobody is called “nobody”.",
        "nodes.1.messages.0.text": "In “lost” a message has 26 words; 25 at most.",
        "nodes.1.key": "No reply leads to “lost”.",
    }


def test_the_second_of_two_equal_names_is_the_one_to_change():
    said = told(node("start", "good", "late"), node("start", "good", "late"))
    assert said == {"nodes.1.key": "The short name “start” is used twice."}


def test_a_scene_and_an_end_have_names_of_their_own():
    said = told(node("start", "good", "late"), node("late", "good", "good"))
    assert said == {"ends.1.key": "The short name “late” is used twice."}


def test_a_person_may_be_called_like_a_scene():
    message = item({"sender": "start", "kind": "text", "text": "صباح الخير"})
    person = item({"key": "start", "name": "ليلى", "role": "", "avatar": "sun"})
    scene = node("start", "good", "late", messages=[message])
    assert told(scene, people=[person]) == {}


@pytest.mark.parametrize(
    ("scenes", "places"),
    [
        # Two replies of a scene that lead to the same one; two ways that meet again.
        ("a:good,late", ""),
        ("a:b,b b:good,late", ""),
        ("a:b,c b:d,good c:d,b d:good,late", ""),
        ("a:a,good", "0.0"),
        ("a:good,b b:b,b", "1.0 1.1"),
        ("a:b,good b:good,a", "1.1"),
        ("a:b,good b:c,good c:d,b d:a,late", "2.1 3.0"),
        # Nothing leads to these: that is what is told of them.
        ("a:good,late b:c,good c:b,good", ""),
    ],
)
def test_a_reply_that_leads_back_is_refused(scenes, places):
    pairs = [one.split(":") for one in scenes.split()]
    said = told(*(node(key, *to.split(",")) for key, to in pairs))
    back = {at: text for at, text in said.items() if "leads back" in text}
    assert [at[len("nodes.") :] for at in back] == [
        one.replace(".", ".choices.") + ".next" for one in places.split()
    ]


def test_the_reply_that_leads_back_is_named():
    said = told(node("start", "ask", "good"), node("ask", "start", "late"))
    assert said["nodes.1.choices.0.next"].startswith(
        "In “ask” a reply leads back to “start”."
    )


@pytest.mark.parametrize(("scenes", "deep"), [(12, []), (13, ["nodes.12.key"])])
def test_a_scene_is_as_deep_as_the_longest_way_to_it(scenes, deep):
    names = [f"n{number}" for number in range(scenes)]
    row = [node(one, after, "good") for one, after in pairwise([*names, "good"])]
    # A short cut makes nothing less deep.
    row[0] = node("n0", names[-1], "n1")
    assert list(told(*row)) == deep


def test_an_unfinished_chat_is_kept_as_a_draft():
    block = ChatBlock()
    body = chat_body(nodes=[node("start", "good", "later"), node("ask", "good", "")])
    refused = []
    kept = kept_value(block, block.to_python(body), refused)
    assert [one["key"] for one in kept["nodes"]] == ["start", "ask"]
    assert kept_value(block, block.to_python(chat_body(nodes=[])), refused)
    assert refused == []


def test_a_new_scene_and_a_picture_begin_with_what_they_need():
    scene = ChatBlock().child_blocks["nodes"].child_block
    replies = scene.get_default()["choices"]
    assert [reply["quality"] for reply in replies] == ["safe", "safe"]
    places = InspectorBlock().get_default()["spots"]
    assert [place["width"] for place in places] == [20] * 4


def test_every_short_name_says_which_letters_it_takes():
    parts = [ChatBlock().child_blocks[one] for one in ("people", "flags", "nodes")]
    for part in [*parts, ChatBlock().child_blocks["ends"]]:
        help_text = part.child_block.child_blocks["key"].field.help_text
        assert "Latin letters" in help_text


def test_of_scenes_in_a_row_that_nothing_leads_to_the_first_is_told():
    row = node("lost", "after", "good"), node("after", "good", "late")
    said = told(node("start", "good", "late"), *row)
    assert said == {"nodes.1.key": "No reply leads to “lost”."}
    ring = node("lost", "after", "good"), node("after", "lost", "late")
    assert list(told(node("start", "good", "late"), *ring)) == [
        "nodes.1.key",
        "nodes.2.key",
    ]
