"""Answers through the real views and services; then the report against the raw rows."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from quizzes.models import Activity, Answer, Attempt
from quizzes.queries.analysis import activity_analysis, item_rows, subject_analysis
from quizzes.scoring.measures import detection, items, reliability
from quizzes.scoring.measures.intervals import wilson
from quizzes.services import record_answer, record_move, start_quiz
from quizzes.services.attempts import open_practice
from tests.base import make_edda, signed_in
from tests.cms_forms import form_of
from tests.make import (
    feed_body,
    make_activity,
    make_bank,
    make_home,
    make_learner,
    make_quiz,
    version_of,
)

pytestmark = pytest.mark.django_db
OURS = {"sec-fetch-site": "same-origin"}
BY_SERVICES, BY_VIEWS = 97, 6


def address(name, **kwargs):
    with override("ar"):
        return reverse(name, kwargs=kwargs)


def is_right(learner: int, place: int) -> bool:
    """Say who is right where: the stronger learners more often, in no simple order."""
    return (learner * 7 + place * 5) % 11 < 4 + 5 * (learner % 10 > place)


def response_to(version, right: bool) -> dict:
    """Return the fields of an answer to a choice or a confidence."""
    if version.format == "confidence":
        is_accurate = version.snapshot["veracity"] == "accurate"
        return {"step": 5 if right == is_accurate else 1}
    options = version.snapshot["body"]["options"]
    return {"options": [one["id"] for one in options if one["correct"] == right][:1]}


def play_by_services(quiz, versions, number) -> None:
    attempt = start_quiz(learner=make_learner(), quiz=quiz, language="ar")
    for place, version in enumerate(versions):
        record_answer(
            attempt=attempt,
            version=version,
            uuid=uuid4(),
            data=response_to(version, is_right(number, place)),
        )


def play_by_views(quiz, versions, number) -> None:
    client = Client()
    subject = quiz.translation_key
    client.post(address("check_start"), {"subject": subject}, headers=OURS)
    attempt = Attempt.objects.get(subject_key=subject, finished_on=None)
    for place, version in enumerate(versions):
        data = {
            "activity": version.activity_key,
            "version": version.number,
            "language": "ar",
            "subject": subject,
            "attempt": attempt.code,
            "uuid": uuid4(),
            **response_to(version, is_right(number, place)),
        }
        reply = client.post(address("answer_new"), data, headers=OURS)
        assert reply.status_code == 302


@pytest.fixture
def played():
    """Return a quiz of ten that 103 learners played, and its versions."""
    bank = [*make_bank(1), *make_bank(4, format_="confidence")]
    quiz = make_quiz(bank)
    versions = [version_of(activity) for activity in bank]
    for number in range(BY_SERVICES):
        play_by_services(quiz, versions, number)
    for number in range(BY_SERVICES, BY_SERVICES + BY_VIEWS):
        play_by_views(quiz, versions, number)
    return quiz, versions


def raw_rows(quiz, versions) -> list[list[int]]:
    """Return learners × items, 0 or 1, from the answers themselves."""
    rows = []
    for attempt in Attempt.objects.filter(subject_key=quiz.translation_key):
        outcomes = dict(attempt.answers.values_list("version_id", "outcome"))
        rows.append([int(outcomes[one.pk] == "right") for one in versions])
    return rows


def test_the_reports_numbers_are_those_of_the_raw_rows(played):
    quiz, versions = played
    rows = raw_rows(quiz, versions)
    assert len(rows) == BY_SERVICES + BY_VIEWS
    for place, version in enumerate(versions):
        stats = activity_analysis(version.activity_key, "ar").versions[0].stats
        joint = items.joint_of(rows, place)
        right = sum(row[place] for row in rows)
        assert stats.answers == len(rows)
        assert stats.difficulty.value.p == right / len(rows)
        assert stats.difficulty.value.interval == wilson(right, len(rows))
        assert stats.discrimination.value == pytest.approx(items.point_biserial(joint))
        assert stats.upper_lower.value == pytest.approx(items.upper_lower(joint))
        half = [row[place % 2 :: 2] for row in rows]
        within = items.point_biserial(items.joint_of(half, place // 2))
        assert stats.within_half.value == pytest.approx(within)


def test_the_distractors_are_those_of_the_raw_rows(played):
    quiz, versions = played
    rows = raw_rows(quiz, versions)
    found = activity_analysis(versions[0].activity_key, "ar").versions[0]
    for bar in found.breakdowns[0].bars.value:
        own = [row for row in rows if row[0] == bar.is_right]
        assert bar.count == len(own)
        rests = [sum(row) - row[0] for row in own]
        assert bar.mean_rest == pytest.approx(sum(rests) / len(rests))
    for point in found.curve.value:
        own = [row[0] for row in rows if sum(row) - row[0] == point.rest]
        assert (point.persons, point.share) == (len(own), sum(own) / len(own))


def test_the_cohorts_measures_are_those_of_the_raw_rows(played):
    quiz, versions = played
    rows = raw_rows(quiz, versions)
    found = subject_analysis(quiz.translation_key, "ar")
    assert (found.started, found.finished) == (len(rows), len(rows))
    parts = (slice(None), slice(0, 10, 2), slice(1, 10, 2))
    for half, part in zip(found.halves, parts, strict=True):
        matrix = [row[part] for row in rows]
        assert half.reliability.value.kr20 == pytest.approx(reliability.alpha(matrix))
    # The bank alternates: misleading, accurate. Right on the first is a flag; the
    # two choices ask something else.
    table: dict[tuple[int, int, int, int], int] = {}
    for row in rows:
        key = (sum(row[2::2]), 4, 4 - sum(row[3::2]), 4)
        table[key] = table.get(key, 0) + 1
    direct = detection.averaged(table)
    shown = found.detection.value
    assert shown.persons == len(rows)
    assert shown.d_prime.value == pytest.approx(direct.d_prime.value)
    assert shown.c.value == pytest.approx(direct.c.value)


def test_an_edit_leaves_the_old_version_alone_and_begins_at_zero(played):
    _quiz, versions = played
    old = versions[0]
    before = activity_analysis(old.activity_key, "ar").versions[0]
    tallies = dict(old.tallies.values_list("name", "count"))
    marks = list(Answer.objects.order_by("pk").values_list("outcome", "points"))
    make_home()
    edda = signed_in(make_edda())
    activity = Activity.objects.get(translation_key=old.activity_key)
    fields = form_of(activity, why="سبب أوضح من قبل")
    address = f"/cms/snippets/quizzes/activity/edit/{activity.pk}/"
    assert edda.post(address, {**fields, "action-publish": "1"}).status_code == 302
    new, earlier = activity_analysis(old.activity_key, "ar").versions
    assert (new.number, new.stats.answers) == (2, 0)
    assert (earlier.number, earlier.is_current) == (1, False)
    assert earlier.stats.difficulty == before.stats.difficulty
    assert earlier.stats.discrimination == before.stats.discrimination
    assert earlier.breakdowns == before.breakdowns
    assert dict(old.tallies.values_list("name", "count")) == tallies
    assert list(Answer.objects.order_by("pk").values_list("outcome", "points")) == marks
    (row,) = [row for row in item_rows() if row.key == old.activity_key]
    assert row.stats.answers == 0


def test_a_second_go_and_what_was_seen_before_do_not_count_for_items():
    bank = make_bank(1)
    quiz, other = make_quiz(bank), make_quiz(bank)
    versions = [version_of(activity) for activity in bank]
    learner = make_learner()
    for page in (quiz, quiz, other):
        attempt = start_quiz(learner=learner, quiz=page, language="ar")
        for version in versions:
            record_answer(
                attempt=attempt,
                version=version,
                uuid=uuid4(),
                data=response_to(version, True),
            )
    counts = dict(versions[0].tallies.values_list("name", "count"))
    assert counts["answers"] == 1
    assert {n for name, n in counts.items() if name.startswith("set:")} == {1}
    for page, goes in ((quiz, 1), (other, 1)):
        found = subject_analysis(page.translation_key, "ar")
        assert (found.started, found.finished) == (goes, goes)


def test_a_begun_set_counts_as_begun_once():
    quiz = make_quiz(make_bank(1))
    learner = make_learner()
    for _visit in range(3):
        start_quiz(learner=learner, quiz=quiz, language="ar")
    start_quiz(learner=make_learner(), quiz=quiz, language="ar")
    found = subject_analysis(quiz.translation_key, "ar")
    assert (found.started, found.finished) == (2, 0)


def test_feeds_count_what_each_person_shared_by_arm():
    activity = make_activity("feed", body=feed_body(accuracy_prompt=True))
    version = version_of(activity)
    false, true = (post["id"] for post in version.snapshot["body"]["posts"])
    expected: dict[str, int] = {}
    for number in range(24):
        learner = make_learner()
        attempt = open_practice(learner=learner, subject_key=uuid4(), language="ar")
        moves = [
            {"post": false, "move": "check"},
            {"post": false, "move": "share" if number % 3 == 0 else "skip"},
            {"post": true, "move": "share" if number % 2 else "skip"},
        ]
        uuid, at = uuid4(), 0
        for move in moves:
            if move["move"] == "share":
                move["accuracy"] = 3
            answer = record_move(
                attempt=attempt, version=version, uuid=uuid, at=at, move=move
            )
            at = len(answer.response["moves"])
        assert answer.is_finished
        shared_false, shared_true = number % 3 == 0, number % 2
        name = f"discern:{answer.arm}:{shared_true:d}:1:{shared_false:d}:1"
        expected[name] = expected.get(name, 0) + 1
    counts = dict(version.tallies.values_list("name", "count"))
    found = {name: n for name, n in counts.items() if name.startswith("discern:")}
    assert found == expected
    assert {name.split(":")[1] for name in found} == {"prompt", "none"}
    assert counts["checks:1:1"] == 24
