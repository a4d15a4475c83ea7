"""Whatever two learners did, becoming one loses nothing and counts each thing once."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.models import LessonPage, LessonProgress
from courses.services import rebuild_progress
from literacy.models import Learner
from literacy.services import merge_learners
from quizzes.errors import OtherAnswerError
from quizzes.models import Activity, ActivityVersion, Answer, Attempt
from quizzes.services import open_practice, record_answer, record_move, start_check
from tests.make import make_activity, make_bank, make_learner, make_lesson, version_of
from tests.recount import recounted, stored

# Names that both browsers may use, as one does that never heard of its learner.
SHARED = [UUID(int=number) for number in range(3)]


@dataclass
class Content:
    """Two lessons that check with the same bank, and what may be practised in them."""

    choices: list[ActivityVersion]
    feed: ActivityVersion
    lessons: list[LessonPage]
    bank: list[Activity]
    versions: dict[str, ActivityVersion] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = [version_of(activity) for activity in self.bank]
        self.versions = {str(version.activity_key): version for version in found}


@pytest.fixture
def content(db) -> Content:
    choices, feed = [make_activity(), make_activity()], make_activity("feed")
    bank = make_bank(3)
    lessons = [make_lesson(practice=[*choices, feed], bank=bank) for _number in "12"]
    versions = [version_of(activity) for activity in choices]
    return Content(versions, version_of(feed), lessons, bank)


def practise(content, learner, place, which, name, right) -> None:
    lesson, version = content.lessons[place], content.choices[which]
    attempt = open_practice(
        learner=learner, subject_key=lesson.translation_key, language="ar"
    )
    # Another answer of this name may be there already.
    with suppress(OtherAnswerError):
        record_answer(
            attempt=attempt,
            version=version,
            uuid=uuid4() if name is None else SHARED[name],
            data=choose(version, right),
            page=lesson,
        )


def scroll(content, learner, place, name) -> None:
    """Make the next move in a feed, or begin it."""
    lesson, version = content.lessons[place], content.feed
    attempt = open_practice(
        learner=learner, subject_key=lesson.translation_key, language="ar"
    )
    uuid = None if name is None else SHARED[name]
    begun = learner.answers.filter(version=version, is_finished=False)
    if uuid is None and (last := begun.filter(attempt=attempt).last()):
        uuid = last.uuid
    standing = learner.answers.filter(uuid=uuid).first()
    at = len(standing.response.get("moves", [])) if standing else 0
    posts = version.snapshot["body"]["posts"]
    move = {"post": posts[min(at, len(posts) - 1)]["id"], "move": "skip"}
    with suppress(OtherAnswerError):
        if not (standing and standing.is_finished):
            record_move(
                attempt=attempt,
                version=version,
                uuid=uuid or uuid4(),
                at=at,
                move=move,
                page=lesson,
            )


def check(content, learner, place, answers) -> None:
    """Begin or go on with a check, and answer so many of its questions."""
    lesson = content.lessons[place]
    attempt = start_check(
        learner=learner,
        subject_key=lesson.translation_key,
        bank=lesson.check_keys(),
        language="ar",
    )
    given = {str(key) for key in attempt.answers.values_list("activity_key", flat=True)}
    left = [key for key in attempt.activities if key not in given]
    for key, right in zip(left, answers, strict=False):
        version = content.versions[key]
        record_answer(
            attempt=attempt,
            version=version,
            uuid=uuid4(),
            data=choose(version, right),
            page=lesson,
        )


def choose(version, right):
    options = version.snapshot["body"]["options"]
    return {"options": [one["id"] for one in options if one["correct"] == right]}


places, rights = st.integers(0, 1), st.booleans()
names = st.none() | st.integers(0, 2)
deeds = st.one_of(
    st.builds(
        lambda place, which, name, right: partial(
            practise, place=place, which=which, name=name, right=right
        ),
        places,
        st.integers(0, 1),
        names,
        rights,
    ),
    st.builds(lambda p, n: partial(scroll, place=p, name=n), places, names),
    st.builds(
        lambda p, a: partial(check, place=p, answers=a),
        places,
        st.lists(rights, min_size=0, max_size=4),
    ),
)
histories = st.lists(st.tuples(places, deeds), max_size=14)


def kept_answers(*learners: Learner) -> Counter:
    """Return what was answered, each answer sent twice by one browser once."""
    rows = Answer.objects.filter(learner__in=learners).select_related("attempt")
    seen, found = set(), Counter()
    for row in rows.order_by("pk"):
        what = (
            row.attempt.subject_key,
            row.attempt.kind,
            row.version_id,
            str(row.response),
            row.is_finished,
            row.points,
        )
        is_practice = row.attempt.kind == Attempt.PRACTICE
        if is_practice and (row.uuid, what) in seen:
            continue
        seen.add((row.uuid, what))
        found[what] += 1
    return found


def best_progress(*learners: Learner) -> dict:
    """Return for each lesson the furthest step, the best share, and if it is done."""
    found: dict = {}
    for row in LessonProgress.objects.filter(learner__in=learners):
        steps, share, done = found.get(row.lesson_key, (0, -1.0, False))
        own = row.best_points / row.best_out_of if row.best_out_of else -1.0
        found[row.lesson_key] = (
            max(steps, row.steps_done),
            max(share, own),
            done or row.is_done,
        )
    return found


def sets_of(*learners: Learner) -> set:
    sets = Attempt.objects.filter(learner__in=learners).exclude(kind=Attempt.PRACTICE)
    return set(sets.values_list("code", flat=True))


def assert_sound(learner: Learner) -> None:
    """Turns have no gaps, the counters are right, and progress is what was earned."""
    turns: dict = {}
    for key, nth in learner.answers.order_by("nth").values_list("activity_key", "nth"):
        turns.setdefault(key, []).append(nth)
    assert all(found == [*range(1, len(found) + 1)] for found in turns.values())
    assert stored() == recounted()
    before = best_progress(learner)
    rebuild_progress(learner=learner)
    assert best_progress(learner) == before
    LessonProgress.objects.all().delete()
    rebuild_progress(learner=learner)
    assert best_progress(learner) == before


@given(history=histories, more=histories, kept=places)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_two_learners_become_one(content, history, more, kept):
    with transaction.atomic():
        learners = [make_learner(), make_learner()]
        for number, deed in history:
            deed(content, learners[number])
        answers, progress = kept_answers(*learners), best_progress(*learners)
        sets = sets_of(*learners)
        assert stored() == recounted()
        one, gone = learners[kept], learners[1 - kept]
        merge_learners(kept=one, gone=gone)
        assert kept_answers(one) == answers
        assert best_progress(one) == progress
        assert sets_of(one) == sets
        assert_sound(one)
        for _number, deed in more:
            deed(content, one)
        assert_sound(one)
        transaction.set_rollback(True)


@pytest.mark.parametrize(("mine", "others"), [(1, 2), (2, 3), (1, 3), (3, 1)])
def test_the_new_phone_may_have_answered_more_often(content, mine, others):
    """Turns of the two learners meet row by row, whoever has more of them."""
    kept, gone = make_learner(), make_learner()
    for learner, times in ((kept, mine), (gone, others)):
        for _time in range(times):
            practise(content, learner, 0, 0, None, right=True)
            practise(content, learner, 0, 1, None, right=False)
    merge_learners(kept=kept, gone=gone)
    assert kept.answers.count() == 2 * (mine + others)
    assert_sound(kept)


def test_the_first_of_all_answers_is_the_first_one(content):
    kept, gone = make_learner(), make_learner()
    practise(content, gone, 0, 0, None, right=True)
    practise(content, kept, 0, 0, None, right=False)
    merge_learners(kept=kept, gone=gone)
    turns = list(kept.answers.order_by("nth").values_list("outcome", flat=True))
    assert turns == ["right", "not_quite"]
    counts = dict(content.choices[0].tallies.values_list("name", "count"))
    assert counts["answers"] == 1
    assert (counts["right"], counts["not_quite"]) == (1, 0)


def test_a_check_that_both_had_open_is_closed_as_merged(content):
    kept, gone = make_learner(), make_learner()
    check(content, kept, 0, [True])
    check(content, gone, 0, [True, True])
    merge_learners(kept=kept, gone=gone)
    closed = kept.attempts.order_by("pk").values_list("closed_as", "points")
    assert list(closed) == [(Attempt.MERGED, None), ("", None)]


def test_a_check_that_both_finished_is_counted_once(content):
    kept, gone = make_learner(), make_learner()
    check(content, gone, 0, [True] * 4)
    check(content, kept, 0, [False] * 4)
    merge_learners(kept=kept, gone=gone)
    counted = kept.attempts.order_by("pk").values_list("is_counted", "closed_as")
    assert list(counted) == [(True, Attempt.FINISHED), (False, Attempt.FINISHED)]
    assert_sound(kept)


def test_a_counter_that_is_too_low_already_stops_no_merge(content):
    kept, gone = make_learner(), make_learner()
    for learner in (kept, gone):
        practise(content, learner, 0, 0, None, right=True)
    content.choices[0].tallies.update(count=0)
    merge_learners(kept=kept, gone=gone)
    assert not content.choices[0].tallies.exclude(count=0).exists()
