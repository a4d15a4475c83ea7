"""What the end of a feed says of habits, and of the posts that were left."""

from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError

from literacy.raw import faults
from literacy.unfinished import kept_value
from quizzes.formats.feed.block import FeedBlock
from quizzes.formats.feed.habits import habits
from quizzes.formats.feed.posts import note
from quizzes.formats.feed.remarks import habit_sentences, post_feedback
from quizzes.formats.feed.response import PostResponse
from quizzes.models import Answer
from quizzes.queries import question_of
from tests.make import (
    feed_body,
    item,
    make_activity,
    make_locale,
    post_value,
    version_of,
)
from tests.quizzes.scoring.test_habits import notes_of

EVERY = "Every accurate post that could help was passed on."
ONE_LEFT = "1 accurate post was not shared: look at it once more."
TWO_LEFT = "2 accurate posts were not shared: look at them once more."
ONE_REPORT = "1 report was not needed."


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a1s m1k", [EVERY]),
        ("a1s a2k m1k", [ONE_LEFT]),
        ("a1k a2k", [TWO_LEFT]),
        ("a1r m1k", [ONE_LEFT, ONE_REPORT]),
        ("a1r a2k m1k", [TWO_LEFT, ONE_REPORT]),
        ("a1r a2r", [TWO_LEFT, "2 reports were not needed."]),
        ("a1s m1r", [EVERY, ONE_REPORT]),
        ("a1s h1r p1r", [EVERY]),
        ("o1s m1k", []),
        ("o1r m1k", [ONE_REPORT]),
    ],
)
def test_the_end_says_what_was_really_done(line, said):
    assert habit_sentences(habits(list(notes_of(line))))[2:] == said


@pytest.mark.django_db
def test_a_reported_accurate_post_is_worth_another_look():
    body = feed_body()
    activity = make_activity("feed", locale=make_locale("en"), body=body)
    post, accurate = (
        one["id"] for one in version_of(activity).content["body"]["posts"]
    )
    report = {"post": accurate, "move": "report", "category": "spam"}
    moves = [{"post": post, "move": "skip"}, report]
    answer = Answer(
        uuid=uuid4(), version=version_of(activity), response={"moves": moves}
    )
    question = question_of(
        answer.version, subject_key="", answer=answer, shows_next=True
    )
    html = render_to_string(
        "quizzes/formats/feed_done.html", {"item": question, "level": 3}
    )
    _before, look = html.split("Worth another look", 1)
    look = look[: look.index("</ul>")]
    assert "بلدية ضفاف" in look
    assert "ضفاف عاجل" not in look


@pytest.mark.parametrize(
    ("category", "given", "is_told"),
    [("scam", "hate", True), ("scam", "scam", False), ("", "hate", False)],
)
def test_a_report_of_another_kind_is_told_the_better_one(category, given, is_told):
    post = {"id": "p", **post_value(harm="scam", report_category=category)}
    decided = note(post, PostResponse("p", False, "report", category=given))
    better = "“Fraud” would name the problem better."
    assert (better in post_feedback(post, decided).remarks) is is_told


@pytest.mark.parametrize(
    ("changes", "is_refused"),
    [
        ({"harm": "hate"}, True),
        ({"harm": "hate", "report_category": "hate"}, False),
        ({"harm": "none"}, False),
        ({"harm": "privacy", "veracity": "accurate"}, False),
    ],
)
def test_a_harmful_post_says_what_to_report_it_as(changes, is_refused):
    accurate = post_value(veracity="accurate")
    body = feed_body(posts=[item(post_value(**changes)), item(accurate)])
    block, places = FeedBlock(), []
    try:
        block.clean(block.to_python(body))
    except StructBlockValidationError as failed:
        places = [path for path, _text in faults(failed)]
    assert places == ([("posts", 0, "report_category")] if is_refused else [])
    refused = []
    assert kept_value(block, block.to_python(body), refused)
    assert refused == [], "a draft may lack it"
