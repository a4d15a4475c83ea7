"""Learners: their phrase, becoming one, being forgotten."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from courses.models import LessonProgress
from courses.services import finish_lesson
from literacy.errors import LearnerGoneError, UnknownPhraseError
from literacy.models import Learner
from literacy.services import (
    forget_learner,
    give_phrase,
    merge_learners,
    return_by_phrase,
)
from quizzes.models import Answer, Attempt
from quizzes.services import open_practice, record_answer
from tests.make import make_activity, make_learner, version_of

pytestmark = pytest.mark.django_db


def answer_once(learner, version, subject, uuid=None):
    attempt = open_practice(learner=learner, subject_key=subject, language="ar")
    option = version.snapshot["body"]["options"][0]["id"]
    return record_answer(
        attempt=attempt,
        version=version,
        uuid=uuid or uuid4(),
        data={"options": [option]},
    )


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_phrase_brings_its_learner_back(language):
    pia = make_learner()
    words = give_phrase(learner=pia, language=language)
    assert len(words) == 4
    assert return_by_phrase(phrase=" ".join(words), here=None) == pia


def test_a_phrase_may_be_spelled_carelessly():
    pia = make_learner()
    words = give_phrase(learner=pia, language="ar")
    careless = "  ".join(word.replace("أ", "ا").replace("ة", "ه") for word in words)
    assert return_by_phrase(phrase=careless, here=None) == pia


def test_the_phrase_itself_is_stored_nowhere():
    pia = make_learner()
    words = give_phrase(learner=pia, language="en")
    stored = Learner.objects.values().get()
    assert not any(word in str(stored) for word in words)


def test_a_new_phrase_ends_the_old_one():
    pia = make_learner()
    old = give_phrase(learner=pia, language="ar")
    give_phrase(learner=pia, language="ar")
    with pytest.raises(UnknownPhraseError):
        return_by_phrase(phrase=" ".join(old), here=None)


def test_merging_keeps_all_answers_and_the_better_progress():
    pia, paul, subject = make_learner(), make_learner(), uuid4()
    version = version_of(make_activity())
    answer_once(pia, version, subject)
    answer_once(paul, version, subject)
    finish_lesson(learner=pia, lesson_key=subject, points=2, out_of=4)
    finish_lesson(learner=paul, lesson_key=subject, points=4, out_of=4)
    merge_learners(kept=pia, gone=paul)
    progress = LessonProgress.objects.get()
    assert (progress.learner, progress.best_points) == (pia, 4)
    assert sorted(Answer.objects.values_list("learner", "nth")) == [
        (pia.pk, 1),
        (pia.pk, 2),
    ]
    assert Attempt.objects.get().learner == pia
    assert not Learner.objects.filter(pk=paul.pk).exists()


def test_merging_takes_over_what_only_the_other_did():
    pia, paul, subject = make_learner(), make_learner(), uuid4()
    finish_lesson(learner=paul, lesson_key=subject, points=1, out_of=4)
    merge_learners(kept=pia, gone=paul)
    assert pia.lesson_progress.get().is_done


def test_merging_survives_the_same_answer_on_both_phones():
    pia, paul, subject, uuid = make_learner(), make_learner(), uuid4(), uuid4()
    version = version_of(make_activity())
    answer_once(pia, version, subject, uuid)
    answer_once(paul, version, subject, uuid)
    merge_learners(kept=pia, gone=paul)
    assert Answer.objects.get().learner == pia


def test_a_phrase_used_on_a_phone_with_progress_merges_both():
    pia, paul, subject = make_learner(), make_learner(), uuid4()
    finish_lesson(learner=paul, lesson_key=subject, points=1, out_of=4)
    words = give_phrase(learner=pia, language="ar")
    assert return_by_phrase(phrase=" ".join(words), here=paul) == pia
    assert pia.lesson_progress.get().is_done


def test_forgetting_deletes_everything_under_the_learner():
    pia, subject = make_learner(), uuid4()
    answer_once(pia, version_of(make_activity()), subject)
    finish_lesson(learner=pia, lesson_key=subject, points=1, out_of=4)
    forget_learner(learner=pia)
    for model in (Learner, Attempt, Answer, LessonProgress):
        assert not model.objects.exists()


def test_coming_back_is_a_sign_of_life():
    today = timezone.localdate()
    pia = make_learner(seen_on=today - timedelta(days=399))
    words = give_phrase(learner=pia, language="ar")
    return_by_phrase(phrase=" ".join(words), here=None)
    pia.refresh_from_db()
    assert pia.seen_on == today


def test_merging_keeps_the_later_sign_of_life_and_the_only_phrase():
    today = timezone.localdate()
    pia, paul = make_learner(seen_on=today - timedelta(days=300)), make_learner()
    words = give_phrase(learner=paul, language="ar")
    merge_learners(kept=pia, gone=paul)
    pia.refresh_from_db()
    assert pia.seen_on == today
    assert return_by_phrase(phrase=" ".join(words), here=None) == pia


def test_a_phrase_used_twice_merges_once():
    """The second press of a double press comes from a learner who is gone."""
    pia, paul = make_learner(), make_learner()
    phrase = " ".join(give_phrase(learner=pia, language="ar"))
    return_by_phrase(phrase=phrase, here=Learner.objects.get(pk=paul.pk))
    assert return_by_phrase(phrase=phrase, here=paul) == pia


def test_nothing_is_written_for_a_learner_who_is_gone():
    pia, version = make_learner(), version_of(make_activity())
    forget_learner(learner=Learner.objects.get(pk=pia.pk))
    with pytest.raises(LearnerGoneError):
        give_phrase(learner=pia, language="ar")
    with pytest.raises(LearnerGoneError):
        merge_learners(kept=make_learner(), gone=pia)
    with pytest.raises(LearnerGoneError):
        record_answer(
            attempt=Attempt(learner=pia, subject_key=uuid4(), language="ar"),
            version=version,
            uuid=None,
            data={"options": [version.snapshot["body"]["options"][0]["id"]]},
        )
