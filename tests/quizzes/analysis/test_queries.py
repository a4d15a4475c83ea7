"""Reports read counters alone, and ask as often for a million answers as for few."""

import re

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from quizzes.models import Activity, SetTally, Tally
from quizzes.queries.analysis import (
    Wanted,
    activity_analysis,
    flagged_ids,
    item_rows,
    passport,
    subject_analysis,
    subject_rows,
)
from tests.make import (
    make_activity,
    make_bank,
    make_lesson,
    make_locale,
    make_module,
    make_quiz,
    make_skill,
)
from tests.quizzes.counted import count_sets, newest, store

pytestmark = pytest.mark.django_db
PERSONAL = re.compile(r"quizzes_answer\b|quizzes_attempt\b|literacy_learner|progress")


@pytest.fixture
def place():
    """Return a quiz with counters, and the first of its activities."""
    module = make_module()
    bank = make_bank(4)
    quiz = make_quiz(bank, parent=module, purpose="pre", shows_answers=False)
    make_quiz(bank, parent=module, purpose="post")
    feed = make_activity("feed")
    make_lesson(module=module, practice=[feed], bank=bank)
    versions = newest(bank)
    own, page = count_sets(versions, 40, 1)
    store(own, page, quiz.translation_key)
    return quiz, bank[0]


def screens(quiz, activity):
    """Ask everything that reports ask; return the queries of each."""
    asks = {
        "items": item_rows,
        "item": lambda: activity_analysis(activity.translation_key, "ar"),
        "subjects": subject_rows,
        "subject": lambda: subject_analysis(quiz.translation_key, "ar"),
        "flagged": flagged_ids,
        "passport": lambda: passport(Activity.objects.get(pk=activity.pk)),
    }
    found = {}
    for name, ask in asks.items():
        with CaptureQueriesContext(connection) as queries:
            assert ask() is not None
        found[name] = [one["sql"] for one in queries.captured_queries]
    return found


def test_no_report_touches_what_belongs_to_a_learner(place):
    for queries in screens(*place).values():
        assert not [sql for sql in queries if PERSONAL.search(sql)]


def test_ten_times_the_answers_take_the_same_queries(place):
    screens(*place)
    small = screens(*place)
    for model in (Tally, SetTally):
        model.objects.update(count=F("count") * 10)
    quiz, activity = place
    bank = [*Activity.objects.filter(purpose="check").order_by("pk")]
    more, page = count_sets(newest(bank), 360, 2, size=5)
    for counts in more.values():
        for name in set(counts) & set(Tally.objects.values_list("name", flat=True)):
            del counts[name]
    store(more)
    known = set(SetTally.objects.values_list("name", flat=True))
    fresh = {name: count for name, count in page.items() if name not in known}
    store({}, fresh, quiz.translation_key)
    big = screens(*place)
    assert {name: len(sqls) for name, sqls in big.items()} == {
        name: len(sqls) for name, sqls in small.items()
    }
    assert max(map(len, big.values())) <= 9


def test_more_activities_take_the_same_queries(place, django_assert_num_queries):
    with CaptureQueriesContext(connection) as queries:
        before = len(item_rows())
    make_lesson(bank=make_bank(3), practice=[make_activity("sort")])
    with django_assert_num_queries(len(queries)):
        assert len(item_rows()) > before


def test_flagged_activities_come_first():
    bank = make_bank(2)
    versions = newest(bank)
    own, _ = count_sets(versions, 50, 1, logits=[0, 0, -0.2, -9])
    store(own)
    quiet = make_activity("choice")
    rows = item_rows()
    assert rows[0].key == bank[3].translation_key
    assert rows[0].stats.flags == ("too_easy",)
    assert rows[-1].stats.answers == 0
    assert quiet.translation_key in {row.key for row in rows}
    assert flagged_ids() == [bank[3].pk]


def test_rows_know_where_they_are_used_and_can_be_narrowed():
    module = make_module()
    skill = make_skill()
    feed = make_activity("feed", skill=skill)
    make_lesson(module=module, practice=[feed])
    english = make_activity("choice", locale=make_locale("en"), skill=skill)
    rows = item_rows()
    (own,) = [row for row in rows if row.title == feed.title]
    assert [part.key for part in own.parts] == [module.translation_key]

    def found(**wanted):
        return {row.title for row in rows if Wanted(**wanted).takes(row)}

    assert found(format="feed") == {feed.title}
    assert found(language="en") == {english.title}
    assert found(skill=str(skill.translation_key)) == {feed.title, english.title}
    assert feed.title in found(module=str(module.translation_key))
    assert english.title not in found(module=str(module.translation_key))


def test_versions_are_kept_apart_and_the_current_one_is_first():
    activity = make_activity("choice")
    (old,) = newest([activity])
    store({old.pk: {"answers": 40, "right": 30}})
    activity.why = "سبب أوضح"
    activity.save_revision().publish()
    found = activity_analysis(activity.translation_key, "ar")
    assert [one.number for one in found.versions] == [2, 1]
    assert [one.is_current for one in found.versions] == [True, False]
    assert [one.stats.answers for one in found.versions] == [0, 40]
    assert found.versions[1].stats.difficulty.value.p == 0.75
    (row,) = item_rows()
    assert row.stats.answers == 0


def test_what_was_answered_stays_when_the_activity_is_deleted():
    activity = make_activity("choice")
    key = activity.translation_key
    activity.delete()
    found = activity_analysis(key, "ar")
    assert found.activity is None
    assert found.passport is None
    assert item_rows() == []
