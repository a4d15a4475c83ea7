"""Cohort measures of quizzes and checks, and the alarm between two of them."""

from collections import Counter
from uuid import uuid4

import pytest

from quizzes.models import SetTally
from quizzes.queries.analysis import subject_analysis, subject_rows
from quizzes.queries.analysis.cohorts import compare
from quizzes.scoring.measures import detection, reliability
from tests.make import make_bank, make_module, make_quiz
from tests.quizzes.counted import count_sets, newest, store

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank():
    return make_bank(4)


def analysed(counts):
    """Return what a page with these counters shows."""
    quiz = make_quiz(make_bank(1))
    store({}, counts, quiz.translation_key)
    return subject_analysis(quiz.translation_key, "ar")


def counted(quiz, versions, learners, seed=1, **options):
    own, page = count_sets(versions, learners, seed, **options)
    store({}, page, quiz.translation_key)
    return own, page


def test_nothing_counted_is_no_report():
    assert subject_analysis(uuid4(), "ar") is None
    assert subject_rows() == []


def test_a_quiz_shows_who_began_and_who_finished(bank):
    quiz = make_quiz(bank)
    for name, count in {"started": 50, "finished": 30}.items():
        SetTally.objects.create(
            subject_key=quiz.translation_key, language="ar", name=name, count=count
        )
    (row,) = subject_rows()
    assert (row.title, row.started, row.finished) == (quiz.title, 50, 30)
    found = subject_analysis(quiz.translation_key, "ar")
    assert (found.started, found.finished) == (50, 30)


def test_a_fixed_set_has_reliability_together_and_by_halves(bank):
    quiz = make_quiz(bank)
    _, page = counted(quiz, newest(bank), 300)
    found = subject_analysis(quiz.translation_key, "ar")
    assert [half.name for half in found.halves] == ["all", "misleading", "accurate"]
    whole = found.halves[0]
    assert (whole.items, whole.is_fixed) == (8, True)
    table = {
        int(name.split(":")[3]): n
        for name, n in page.items()
        if name.startswith("total:all")
    }
    correct = [page[f"item:{one.translation_key}:1"] for one in bank]
    assert whole.reliability.value.kr20 == reliability.kr20(correct, table)
    assert whole.totals.value.table == table
    assert found.halves[1].items == 4
    assert found.halves[1].reliability.value.kr20 is not None


def test_a_drawn_set_has_no_reliability(bank):
    quiz = make_quiz(bank)
    counted(quiz, newest(bank), 300, size=4)
    whole = subject_analysis(quiz.translation_key, "ar").halves[0]
    assert not whole.is_fixed
    assert whole.reliability.value is None
    assert whole.reliability.fits


def test_few_learners_show_no_numbers(bank):
    quiz = make_quiz(bank)
    counted(quiz, newest(bank), 19)
    found = subject_analysis(quiz.translation_key, "ar")
    assert found.detection.value is None
    assert found.detection.count == 19
    assert found.discernment.value is None
    assert found.halves[0].totals.value is None
    assert found.halves[0].reliability.value is None


@pytest.mark.parametrize(
    ("counts", "persons"),
    [
        ({"detect:1:1:0:0": 19, "detect:1:2:0:2": 1}, 1),
        ({"detect:1:1:0:0": 10, "detect:0:0:0:1": 10}, 0),
    ],
    ids=["one person of both halves", "nobody of both halves"],
)
def test_who_answered_one_half_counts_towards_no_minimum(counts, persons):
    found = analysed(counts)
    for figure in (found.detection, found.discernment):
        assert (figure.value, figure.count, figure.minimum) == (None, persons, 20)


def test_a_mean_is_shown_of_twenty_persons_with_both_halves():
    found = analysed({"detect:1:2:0:2": 20, "detect:1:1:0:0": 7})
    assert (found.detection.value.persons, found.detection.value.left_out) == (20, 7)
    assert found.discernment.value.persons == 20


def test_forms_of_eight_are_averaged_shorter_ones_pooled(bank):
    quiz, short = make_quiz(bank), make_quiz(bank)
    versions = newest(bank)
    _, page = counted(quiz, versions, 60)
    counted(short, versions, 60, size=4)
    table = Counter()
    for name, n in page.items():
        if name.startswith("detect:"):
            table[tuple(map(int, name.split(":")[1:]))] += n
    found = subject_analysis(quiz.translation_key, "ar").detection.value
    assert found == detection.averaged(table)
    assert subject_analysis(short.translation_key, "ar").detection.value.is_pooled


def test_counts_that_do_not_fit_show_no_number(bank):
    quiz = make_quiz(bank)
    counted(quiz, newest(bank), 200)
    SetTally.objects.filter(name__startswith="total:all:8:").update(count=90)
    SetTally.objects.create(
        subject_key=quiz.translation_key, language="ar", name="detect:9:4:0:4", count=1
    )
    found = subject_analysis(quiz.translation_key, "ar")
    assert not found.halves[0].reliability.fits
    assert not found.detection.fits
    assert not found.discernment.fits


def confidence_bank():
    return make_bank(3, format_="confidence")


def test_confidence_is_charted_from_twenty_answers_a_step():
    bank = confidence_bank()
    quiz = make_quiz(bank)
    counted(quiz, newest(bank), 100)
    sure = subject_analysis(quiz.translation_key, "ar").sureness
    assert sure.answers == 600
    assert {one.step for one in sure.chart.value} == {1, 2, 4, 5}
    assert 0 < sure.brier.value < 1
    assert sure.over.value.answers == 600


def test_a_chart_waits_for_twenty_answers_at_one_step():
    quiz = make_quiz(confidence_bank())
    steps = {"sure:a:1:0": 11, "sure:b:1:1": 8, "sure:a:5:1": 7, "sure:a:4:0": 9}
    for name, count in steps.items():
        SetTally.objects.create(
            subject_key=quiz.translation_key, language="ar", name=name, count=count
        )
    chart = subject_analysis(quiz.translation_key, "ar").sureness.chart
    assert not chart.is_enough
    assert (chart.value, chart.count, chart.minimum) == (None, 19, 20)


def test_not_sure_does_not_count_towards_how_sure_against_how_right():
    sure = analysed({"sure:a:3:1": 19, "sure:b:5:0": 1}).sureness
    assert sure.brier.value is not None
    assert (sure.over.value, sure.over.count, sure.over.minimum) == (None, 1, 20)


def test_an_alarm_of_too_few_says_how_many_are_missing():
    many = {"detect:3:4:1:4": 30}
    few = {"detect:3:4:1:4": 19, "detect:1:2:0:2": 9, "detect:4:4:0:0": 9}
    for pair in ((many, few), (few, many)):
        found = compare("", "", *pair).result
        assert (found.value, found.count, found.minimum) == (None, 19, 20)


def test_before_and_after_under_one_parent_raise_the_alarm(bank):
    module, versions = make_module(), newest(bank)
    before = make_quiz(bank, parent=module, purpose="pre", shows_answers=False)
    after = make_quiz(bank, parent=module, purpose="post")
    alone = make_quiz(bank, purpose="post")
    calm = [-0.5] * 8
    # Afterwards they flag everything: right on what misleads, wrong on the rest.
    cynical = [-2.5 if v.snapshot["veracity"] == "misleading" else 2 for v in versions]
    counted(before, versions, 150, logits=calm)
    counted(after, versions, 150, seed=2, logits=cynical)
    counted(alone, versions, 150, seed=3, logits=cynical)
    found = subject_analysis(after.translation_key, "ar").alarm
    assert found.result.value.is_raised
    assert found.same_length
    assert (found.before, found.after) == (before.title, after.title)
    assert subject_analysis(before.translation_key, "ar").alarm.result.value.is_raised
    assert subject_analysis(alone.translation_key, "ar").alarm is None
    assert [row.is_alarming for row in subject_rows()] == [True, True, False]


def test_learning_raises_no_alarm(bank):
    module, versions = make_module(), newest(bank)
    before = make_quiz(bank, parent=module, purpose="pre", shows_answers=False)
    after = make_quiz(bank, parent=module, purpose="post")
    counted(before, versions, 150, logits=[0.0] * 8)
    counted(after, versions, 150, seed=2, logits=[-1.5] * 8)
    assert not subject_analysis(
        after.translation_key, "ar"
    ).alarm.result.value.is_raised
    assert not any(row.is_alarming for row in subject_rows())


def test_languages_are_kept_apart(bank):
    quiz = make_quiz(bank)
    own, page = count_sets(newest(bank), 40, 1)
    store({}, page, quiz.translation_key, "ar")
    store({}, page, quiz.translation_key, "en")
    SetTally.objects.filter(language="en", name="finished").update(count=7)
    found = subject_analysis(quiz.translation_key, "ar")
    assert (found.finished, found.languages) == (40, ("ar", "en"))
