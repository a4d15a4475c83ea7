"""The CMS shows a preview of every draft, whatever it still lacks."""

from copy import deepcopy

import pytest
from django.utils.translation import override

from quizzes.models import Activity, Answer
from quizzes.previews import preview_context, preview_modes
from tests.base import make_edda, signed_in
from tests.cms_forms import form_of
from tests.make import BODIES, item, make_activity, make_home, make_locale

pytestmark = pytest.mark.django_db


def emptied(value):
    """Yield a body with each part of it emptied in turn; of a list, its first item."""
    if isinstance(value, dict):
        names = ["value"] if "value" in value else list(value)
    else:
        names = [0] if isinstance(value, list) and value else []
        yield [] if isinstance(value, list) else ""
        yield None
    for name in names:
        for part in emptied(value[name]):
            changed = deepcopy(value)
            changed[name] = part
            yield changed


def states(activity):
    """Return what a preview shows in every mode."""
    modes = [name for name, _label in preview_modes(activity)]
    return {mode: preview_context(activity, mode) for mode in modes}


@pytest.mark.parametrize("format_", BODIES)
def test_a_draft_that_lacks_something_is_shown_or_says_what_it_lacks(format_):
    activity = make_activity(format_)
    stream = Activity._meta.get_field("body")
    raw = activity.body.raw_data[0]["value"]
    for body in emptied(raw):
        if not isinstance(body, dict):
            continue
        activity.body = stream.to_python([item(body, format_)])
        for context in states(activity).values():
            assert bool(context["shown"]) != bool(context["missing"])


LACKING = [
    ("choice", "options-0-value-text"),
    ("feed", "posts-0-value-likes"),
    ("chat", "nodes-0-value-messages-0-value-sender"),
    ("chat", "nodes-0-value-choices-0-value-quality"),
    ("chat", "people-0-value-key"),
    ("chat", "nodes-count"),
    ("inspector", "needed"),
    ("inspector", "allowed_false"),
    ("inspector", "spots-0-value-x"),
    ("inspector", "picture"),
    ("inspector", "caption"),
    ("sort", "cards-0-value-category"),
    ("search", "budget"),
    ("search", "searches-0-value-worth"),
]


@pytest.mark.parametrize(("format_", "empty"), LACKING)
def test_a_draft_has_a_preview_in_the_cms(format_, empty):
    make_home()
    editor = signed_in(make_edda())
    activity = make_activity(format_)
    address = f"/cms/snippets/quizzes/activity/preview/{activity.pk}/"
    nothing = 0 if empty.endswith("count") else ""
    fields = form_of(activity, **{f"body-0-value-{empty}": nothing})
    assert editor.post(address, fields).json()["is_valid"]
    for mode, _label in preview_modes(activity):
        assert editor.get(address, {"mode": mode}).status_code == 200
    edit = f"/cms/snippets/quizzes/activity/edit/{activity.pk}/"
    assert editor.post(edit, fields).status_code in (200, 302)
    assert editor.get(edit).status_code == 200


def test_a_draft_says_where_something_is_missing():
    activity = make_activity("chat", locale=make_locale("en"))
    activity.body[0].value["nodes"][0]["messages"][0]["sender"] = ""
    with override("en"):
        context = preview_context(activity, "question")
        html = activity.make_preview_request().render().content.decode()
    assert context["shown"] == ""
    assert "Scenes 1, Messages 1, From: This field is required." in html
    assert "Not finished yet." in html


def test_what_is_finished_and_cannot_be_shown_is_a_fault_of_ours():
    activity = make_activity("choice")
    activity.look_for = None
    with pytest.raises(AttributeError):
        preview_context(activity, "question")


@pytest.mark.parametrize(
    ("format_", "mode", "text"),
    [
        ("feed", "checked", "Pause: what did we find?"),
        ("feed", "decided", "You shared it"),
        ("chat", "pause", "A pause: what felt off?"),
        ("search", "verdict", "What decided it for you?"),
        *((one, "fault", "Choose an answer first.") for one in BODIES),
    ],
)
def test_a_preview_shows_what_is_seen_on_the_way(format_, mode, text):
    activity = make_activity(format_, locale=make_locale("en"))
    assert mode in dict(preview_modes(activity))
    with override("en"):
        assert text in preview_context(activity, mode)["shown"]
    assert not Answer.objects.exists()


def test_a_draft_without_a_format_has_the_states_of_all():
    modes = [name for name, _label in Activity().preview_modes]
    assert modes == ["question", "right", "not_quite", "fault"]
