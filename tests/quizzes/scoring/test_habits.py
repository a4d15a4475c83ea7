import pytest

from quizzes.formats.feed.habits import habits
from quizzes.formats.feed.posts import note
from quizzes.formats.feed.response import PostResponse
from tests.quizzes.scoring.snapshots import make_post

KINDS = {
    "a": {"veracity": "accurate"},
    "m": {"veracity": "misleading"},
    "h": {"veracity": "misleading", "harm": "scam", "report_category": "scam"},
    "p": {"veracity": "accurate", "harm": "privacy", "report_category": "privacy"},
    "o": {"veracity": "opinion"},
}
DECISIONS = {"s": "share", "k": "skip", "r": "report"}


def notes_of(line):
    """Make notes of words like a1ks: kind, number, c if checked, decision."""
    for word in line.split():
        post = make_post(word[:2], **KINDS[word[0]])
        decision = DECISIONS[word[-1]]
        yield note(post, PostResponse(word[:2], "c" in word, decision))


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("a1cs m1ck", ("checked_all", "stopped_all", "trusted_all")),
        ("a1s a2k m1cs m2k", ("checked_some", "stopped_some", "trusted_some")),
        ("a1k m1s", ("checked_none", "stopped_none", "trusted_none")),
        ("a1r m1k", ("checked_none", "stopped_all", "over_reported")),
        ("a1s h1r", ("checked_none", "stopped_all", "trusted_all")),
        ("a1s m1r", ("checked_none", "stopped_all", "over_reported")),
        ("o1s", ("checked_none", "nothing_misleading", "nothing_accurate")),
        ("p1r", ("checked_none", "nothing_misleading", "nothing_accurate")),
        ("", ("checked_none", "nothing_misleading", "nothing_accurate")),
    ],
)
def test_codes(line, codes):
    assert habits(list(notes_of(line))).codes == codes


def test_numbers():
    found = habits(list(notes_of("a1cs a2k a3k a4r m1cs m2k h1cr o1s")))
    assert (found.posts, found.checked) == (8, 3)
    assert (found.misleading, found.misleading_checked) == (3, 2)
    assert (found.misleading_shared, found.misleading_stopped) == (1, 2)
    assert (found.accurate, found.accurate_shared, found.accurate_left) == (4, 1, 3)
    assert found.over_reports == 1
    assert found.left_accurate == ("a2", "a3", "a4")
