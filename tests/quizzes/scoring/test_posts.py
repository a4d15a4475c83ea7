"""What each decision on a post is worth, in quarter points."""

import pytest

from quizzes.formats.feed import posts
from quizzes.formats.feed.response import PostResponse
from tests.quizzes.scoring.snapshots import make_post


@pytest.mark.parametrize(
    ("veracity", "harm", "category", "kind"),
    [
        ("accurate", "none", "", "accurate"),
        ("opinion", "none", "", "opinion"),
        ("unverifiable", "none", "", "unverifiable"),
        ("misleading", "none", "", "harmless"),
        ("misleading", "scam", "scam", "harmful"),
        ("misleading", "none", "false", "harmful"),
        ("misleading", "hate", "", "harmful"),
        ("accurate", "privacy", "privacy", "harmful"),
        ("opinion", "hate", "hate", "harmful"),
        ("accurate", "none", "spam", "harmful"),
        ("accurate", "privacy", "", "accurate"),
    ],
)
def test_kind(veracity, harm, category, kind):
    post = make_post("p", veracity, harm=harm, report_category=category)
    assert posts.kind_of(post) == kind


@pytest.mark.parametrize(
    ("kind", "share", "skip", "report"),
    [
        ("accurate", 4, 2, 0),
        ("harmless", 0, 4, 2),
        ("harmful", 0, 2, 4),
        ("unverifiable", 0, 4, 1),
        ("opinion", 4, 4, 0),
    ],
)
def test_worth_of_a_decision_alone(kind, share, skip, report):
    decisions = ("share", "skip", "report")
    worth = [posts.worth(kind, one, is_checked=False) for one in decisions]
    assert worth == [share, skip, report]


@pytest.mark.parametrize(
    ("kind", "share", "skip", "report"),
    [
        ("accurate", 4, 4, 0),
        ("harmless", 0, 4, 4),
        ("harmful", 0, 2, 4),
        ("unverifiable", 0, 4, 4),
        ("opinion", 4, 4, 0),
    ],
)
def test_worth_of_a_decision_after_a_check(kind, share, skip, report):
    decisions = ("share", "skip", "report")
    worth = [posts.worth(kind, one, is_checked=True) for one in decisions]
    assert worth == [share, skip, report]


@pytest.mark.parametrize(
    ("veracity", "decision", "outcome"),
    [
        ("accurate", "share", "right"),
        ("accurate", "skip", "partly"),
        ("accurate", "report", "not_quite"),
        ("misleading", "skip", "right"),
        ("misleading", "share", "not_quite"),
        ("unverifiable", "report", "partly"),
    ],
)
def test_outcome_of_a_post(veracity, decision, outcome):
    note = posts.note(make_post("p", veracity), PostResponse("p", False, decision))
    assert (note.outcome, note.out_of) == (outcome, 4)


@pytest.mark.parametrize(
    ("harm", "expected", "given", "is_over_report", "category_fits"),
    [
        ("none", "", "spam", True, None),
        ("none", "scam", "scam", False, True),
        ("none", "scam", "hate", False, False),
        # What does harm may always be reported, also where nothing says as what.
        ("hate", "", "hate", False, None),
    ],
)
def test_reports(harm, expected, given, is_over_report, category_fits):
    post = make_post("p", "misleading", harm=harm, report_category=expected)
    note = posts.note(post, PostResponse("p", False, "report", category=given))
    assert note.is_over_report == is_over_report
    assert note.category_fits == category_fits


@pytest.mark.parametrize(
    ("feeling", "fits"), [("fear", True), ("joy", False), (None, None)]
)
def test_feelings(feeling, fits):
    post = make_post("p", "misleading", feeling="fear")
    note = posts.note(post, PostResponse("p", False, "skip", feeling=feeling))
    assert note.feeling_fits == fits
    assert note.category_fits is None
