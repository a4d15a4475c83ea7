"""What recording an answer does, and what it refuses."""

from uuid import uuid4

import pytest

from quizzes.errors import OtherAnswerError
from quizzes.models import Answer, Attempt, SetTally, Tally
from quizzes.scoring.errors import ResponseError
from quizzes.services import (
    merge_answers,
    open_practice,
    record_answer,
    record_move,
    start_check,
)
from tests.make import make_activity, make_bank, make_learner, version_of

pytestmark = pytest.mark.django_db


def practice(learner=None):
    return open_practice(
        learner=learner or make_learner(), subject_key=uuid4(), language="ar"
    )


def option_ids(version):
    return [option["id"] for option in version.snapshot["body"]["options"]]


def record(attempt, version, option, uuid=None):
    return record_answer(
        attempt=attempt,
        version=version,
        uuid=uuid or uuid4(),
        data={"options": [option]},
    )


def test_an_answer_is_marked_with_its_language_and_version():
    version = version_of(make_activity())
    right, _wrong = option_ids(version)
    answer = record(practice(), version, right)
    assert (answer.outcome, answer.points, answer.out_of) == ("right", 1, 1)
    assert (answer.language, answer.version) == ("ar", version)


def test_the_same_answer_sent_twice_is_one_answer():
    version, attempt, uuid = version_of(make_activity()), practice(), uuid4()
    right, _wrong = option_ids(version)
    first = record(attempt, version, right, uuid)
    assert record(attempt, version, right, uuid) == first
    assert Answer.objects.count() == 1
    assert Tally.objects.get(name="answers").count == 1


def test_the_first_answer_wins_over_another_of_the_same_name():
    version, attempt, uuid = version_of(make_activity()), practice(), uuid4()
    right, wrong = option_ids(version)
    first = record(attempt, version, wrong, uuid)
    with pytest.raises(OtherAnswerError) as refused:
        record(attempt, version, right, uuid)
    assert refused.value.answer == first
    assert Answer.objects.get().outcome == "not_quite"


def test_a_page_without_scripts_names_no_answer_and_still_sends_it_once():
    version, attempt = version_of(make_activity()), practice()
    right, _wrong = option_ids(version)
    for _press in range(2):
        record_answer(
            attempt=attempt, version=version, uuid=None, data={"options": [right]}
        )
    assert Answer.objects.count() == 1


def test_two_learners_may_use_the_same_name():
    version, uuid = version_of(make_activity()), uuid4()
    right, _wrong = option_ids(version)
    record(practice(), version, right, uuid)
    record(practice(), version, right, uuid)
    assert Answer.objects.count() == 2


def test_only_a_first_answer_counts_in_the_tallies():
    version, attempt = version_of(make_activity()), practice()
    right, wrong = option_ids(version)
    record(attempt, version, wrong)
    second = record(attempt, version, right)
    counts = dict(version.tallies.values_list("name", "count"))
    assert second.nth == 2
    assert counts == {"answers": 1, "not_quite": 1, f"option:{wrong}": 1}


def test_an_unknown_option_stores_nothing():
    version = version_of(make_activity())
    with pytest.raises(ResponseError):
        record(practice(), version, "no-such-option")
    assert not Answer.objects.exists()
    assert not Tally.objects.exists()


def test_editing_an_activity_leaves_old_marks_and_tallies_alone():
    activity = make_activity()
    old = version_of(activity)
    right, _wrong = option_ids(old)
    answer = record(practice(), old, right)
    for option in activity.body[0].value["options"]:
        option["correct"] = not option["correct"]
    activity.save_revision().publish()
    new = version_of(activity)
    answer.refresh_from_db()
    assert new.number == old.number + 1
    assert (answer.version, answer.outcome) == (old, "right")
    assert not new.tallies.exists()
    assert record(practice(), new, right).outcome == "not_quite"


def test_the_same_content_again_is_the_same_version():
    activity = make_activity()
    old = version_of(activity)
    activity.save_revision().publish()
    assert version_of(activity) == old


def test_a_check_draws_two_misleading_and_two_accurate_never_twins():
    bank = make_bank(4)
    attempt = start_check(
        learner=make_learner(),
        subject_key=uuid4(),
        bank=[one.translation_key for one in bank],
        language="ar",
    )
    drawn = [one for one in bank if str(one.translation_key) in attempt.activities]
    assert (
        sorted(one.veracity for one in drawn) == ["accurate"] * 2 + ["misleading"] * 2
    )
    assert len({one.pair_key for one in drawn}) == 4


def test_a_second_check_draws_what_the_learner_has_not_seen():
    bank, learner, subject = make_bank(4), make_learner(), uuid4()
    keys = [one.translation_key for one in bank]

    def check():
        return start_check(
            learner=learner, subject_key=subject, bank=keys, language="ar"
        )

    first = check()
    assert check() == first, "an open check goes on"
    answer_all(first, bank)
    second = check()
    assert not set(first.activities) & set(second.activities)


def answer_all(attempt, bank):
    by_key = {str(one.translation_key): one for one in bank}
    for key in attempt.activities:
        version = version_of(by_key[key])
        record(attempt, version, option_ids(version)[0])
    attempt.refresh_from_db()


def test_the_fourth_answer_finishes_a_check():
    bank = make_bank(4)
    attempt = start_check(
        learner=make_learner(),
        subject_key=uuid4(),
        bank=[one.translation_key for one in bank],
        language="ar",
    )
    answer_all(attempt, bank)
    assert attempt.finished_on
    assert (attempt.points, attempt.out_of) == (4, 4)


def test_each_question_of_a_check_takes_one_answer():
    bank = make_bank(2)
    attempt = start_check(
        learner=make_learner(),
        subject_key=uuid4(),
        bank=[one.translation_key for one in bank],
        language="ar",
    )
    by_key = {str(one.translation_key): one for one in bank}
    version = version_of(by_key[attempt.activities[0]])
    right, wrong = option_ids(version)
    record(attempt, version, wrong)
    with pytest.raises(OtherAnswerError):
        record(attempt, version, right)


def feed_moves(attempt, version, moves):
    uuid = uuid4()
    for at, move in enumerate(moves):
        answer = record_move(
            attempt=attempt, version=version, uuid=uuid, at=at, move=move
        )
    return answer


def test_a_feed_is_answered_move_by_move():
    version, attempt = version_of(make_activity("feed")), practice()
    first, second = (post["id"] for post in version.snapshot["body"]["posts"])
    open_answer = feed_moves(attempt, version, [{"post": first, "move": "check"}])
    assert not open_answer.is_finished
    assert open_answer.points is None
    answer = feed_moves(
        attempt,
        version,
        [
            {"post": first, "move": "check"},
            {"post": first, "move": "skip"},
            {"post": second, "move": "share"},
        ],
    )
    assert answer.is_finished
    assert (answer.outcome, answer.points, answer.out_of) == ("done", 8, 8)


def test_a_move_sent_twice_counts_once():
    version, attempt, uuid = version_of(make_activity("feed")), practice(), uuid4()
    first = version.snapshot["body"]["posts"][0]["id"]
    move = {"post": first, "move": "skip"}
    for _press in range(2):
        answer = record_move(
            attempt=attempt, version=version, uuid=uuid, at=0, move=move
        )
    assert answer.response["moves"] == [move]


def made_attempt(*versions, learner=None):
    """Return an open go at a quiz of these activities."""
    return Attempt.objects.create(
        learner=learner or make_learner(),
        subject_key=uuid4(),
        kind=Attempt.QUIZ,
        language="ar",
        activities=[str(version.activity_key) for version in versions],
    )


def decide(attempt, version, uuid=None, at=0):
    move = {"do": "decide", "verdict": "unsure"}
    return record_move(attempt=attempt, version=version, uuid=uuid, at=at, move=move)


def test_two_pages_of_a_set_lead_one_answer_on():
    search, choice = version_of(make_activity("search")), version_of(make_activity())
    attempt = made_attempt(search, choice)
    way = search.snapshot["body"]["searches"][0]["id"]
    move = {"do": "search", "id": way}
    first = record_move(attempt=attempt, version=search, uuid=uuid4(), at=0, move=move)
    second = decide(attempt, search, uuid4(), at=1)
    assert second == first
    assert second.is_finished


@pytest.mark.parametrize("name", [None, uuid4()])
def test_what_is_answered_move_by_move_takes_one_answer_in_a_set(name):
    search, choice = version_of(make_activity("search")), version_of(make_activity())
    attempt, uuid = made_attempt(search, choice), uuid4()
    first = decide(attempt, search, uuid)
    assert decide(attempt, search, uuid) == first, "sent twice"
    with pytest.raises(OtherAnswerError) as refused:
        decide(attempt, search, name)
    assert refused.value.answer == first
    attempt.refresh_from_db()
    assert attempt.finished_on is None, "the choice is still to come"
    record(attempt, choice, option_ids(choice)[0])
    attempt.refresh_from_db()
    assert attempt.finished_on


def test_a_move_without_a_name_stays_where_it_was_made():
    learner, search = make_learner(), version_of(make_activity("search"))
    way = search.snapshot["body"]["searches"][0]["id"]
    begun = record_move(
        attempt=practice(learner),
        version=search,
        uuid=None,
        at=0,
        move={"do": "search", "id": way},
    )
    attempt = made_attempt(search, learner=learner)
    assert decide(attempt, search) != begun
    begun.refresh_from_db()
    assert not begun.is_finished


def test_a_set_that_names_an_activity_twice_comes_to_an_end():
    one, other = version_of(make_activity()), version_of(make_activity())
    attempt = made_attempt(one, other, one)
    for version in (one, other):
        assert attempt.finished_on is None
        record(attempt, version, option_ids(version)[0])
        attempt.refresh_from_db()
    assert attempt.finished_on


def test_a_chat_ends_with_its_signs_counted():
    version, attempt = version_of(make_activity("chat")), practice()
    reply = version.snapshot["body"]["nodes"][0]["choices"][0]["id"]
    answer = record_move(
        attempt=attempt,
        version=version,
        uuid=None,
        at=0,
        move={"choice": reply, "flags": ["no-source"]},
    )
    assert answer.is_finished
    assert (answer.points, answer.out_of) == (1, 1)


def test_a_practice_stays_open_and_is_the_same_one():
    learner, subject = make_learner(), uuid4()
    first = open_practice(learner=learner, subject_key=subject, language="ar")
    again = open_practice(learner=learner, subject_key=subject, language="en")
    assert first == again
    assert Attempt.objects.count() == 1


def test_a_set_counts_as_finished_though_learners_merged_on_the_way():
    one, other = version_of(make_activity()), version_of(make_activity())
    kept, gone = make_learner(), make_learner()
    attempt = made_attempt(one, other, learner=kept)
    twin = made_attempt(one, other, learner=gone)
    Attempt.objects.filter(pk=twin.pk).update(subject_key=attempt.subject_key)
    record(attempt, one, option_ids(one)[0])
    merge_answers(kept=kept, gone=gone)
    record(attempt, other, option_ids(other)[0])
    counts = SetTally.objects.filter(subject_key=attempt.subject_key)
    assert counts.get(name="finished").count == 1
