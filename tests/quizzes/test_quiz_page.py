"""A quiz of its own: in order or drawn, with or without answers, with bands."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from literacy.models import Learner
from quizzes.models import Activity, Answer, Attempt, QuizPage, SetTally, Tally
from quizzes.services import record_move, retire_version, start_quiz
from tests.make import (
    item,
    make_activity,
    make_bank,
    make_home,
    make_learner,
    make_lesson,
    make_module,
    make_quiz,
    make_skill,
    version_of,
)

pytestmark = pytest.mark.django_db
OURS = {"sec-fetch-site": "same-origin"}
BANDS = [
    {"from_percent": 0, "title": "بداية", "text": "كلّ وقفة تعلّمنا."},
    {"from_percent": 75, "title": "عين يقظة", "text": "نكمل هكذا."},
]


def address(name, **kwargs):
    with override("ar"):
        return reverse(name, kwargs=kwargs)


def begin(quiz, client):
    """Press “Start” and return the attempt."""
    client.post(address("check_start"), {"subject": quiz.translation_key}, headers=OURS)
    return Attempt.objects.get(subject_key=quiz.translation_key, finished_on=None)


def give(client, attempt, activity, *, right=True, **headers):
    """Answer one choice of the set."""
    version = version_of(activity)
    options = version.snapshot["body"]["options"]
    data = {
        "activity": version.activity_key,
        "version": version.number,
        "language": "ar",
        "subject": attempt.subject_key,
        "attempt": attempt.code,
        "uuid": uuid4(),
        "options": next(one["id"] for one in options if one["correct"] == right),
    }
    return client.post(address("answer_new"), data, headers={**OURS, **headers})


def play(quiz, client, rights):
    """Answer a quiz of choices to its end; return the text of its last page."""
    attempt = begin(quiz, client)
    keys = dict(zip(attempt.activities, rights, strict=True))
    for key, right in keys.items():
        activity = Activity.objects.get(translation_key=key)
        give(client, attempt, activity, right=right)
    return client.get(address("attempt", code=attempt.code)).content.decode()


def put(quiz, name, kind, values):
    """Store a list of the quiz as one may be stored from before its rules."""
    raw = [item(value, kind) for value in values]
    setattr(quiz, name, QuizPage._meta.get_field(name).to_python(raw))
    quiz.save(clean=False)


def test_the_page_says_what_comes_and_sets_no_cookie():
    quiz = make_quiz(make_bank(2))
    reply = Client().get(quiz.url)
    assert "٤ أسئلة. بعض ما فيها صحيح وبعضه لا." in reply.content.decode()
    assert not reply.cookies


def test_activities_come_in_the_editors_order():
    bank = make_bank(2)
    attempt = begin(make_quiz(bank), Client())
    assert attempt.activities == [str(one.translation_key) for one in bank]
    assert attempt.kind == Attempt.QUIZ


def test_an_activity_that_is_there_twice_is_asked_once():
    bank = make_bank(1)
    quiz = make_quiz(bank)
    put(quiz, "activities", "activity", [one.pk for one in (*bank, bank[0])])
    keys = [str(one.translation_key) for one in bank]
    assert begin(quiz, Client()).activities == keys


def test_the_band_that_was_reached_is_shown():
    bank = make_bank(2)
    high = play(make_quiz(bank, bands=BANDS), Client(), [True, True, True, False])
    low = play(make_quiz(bank, bands=BANDS), Client(), [True, True, False, False])
    assert "عين يقظة" in high
    assert "بداية" in low
    assert "عين يقظة" not in low


def test_a_quiz_keeps_its_title_without_scripts():
    quiz = make_quiz(make_bank(1), title="أسئلة البداية 2")
    client = Client()
    attempt = begin(quiz, client)
    page = client.get(address("attempt", code=attempt.code)).content.decode()
    assert "<title>أسئلة البداية ٢ — " in page
    assert '<h1 class="activity__page">أسئلة البداية ٢</h1>' in page


def test_the_tab_of_a_sensitive_quiz_does_not_tell_its_title():
    quiz = make_quiz([make_activity(sensitivity=2)], title="ضغط في المحادثات")
    client = Client()
    attempt = begin(quiz, client)
    page = client.get(address("attempt", code=attempt.code)).content.decode()
    assert "<title>الأسئلة — " in page
    assert '<h1 class="activity__page">ضغط في المحادثات</h1>' in page


def test_a_pre_test_shows_no_answer_on_the_way_or_at_the_end():
    bank = make_bank(1)
    quiz = make_quiz(bank, purpose="pre", shows_answers=False)
    client = Client()
    attempt = begin(quiz, client)
    first = give(client, attempt, bank[0], right=False)
    assert first.status_code == 302
    assert first.url.startswith(address("attempt", code=attempt.code))
    part = give(client, attempt, bank[1], right=False, **{"X-Part": "2"})
    end = part.content.decode()
    assert version_of(bank[0]).snapshot["why"] not in end
    assert "أصبتم" not in end
    answer = Answer.objects.get(activity_key=bank[0].translation_key)
    reply = client.get(address("answer", uuid=answer.uuid))
    assert reply.status_code == 302, "its own page shows nothing either"


def test_hidden_answers_stay_hidden_though_the_quiz_has_bands():
    quiz = make_quiz(make_bank(1), purpose="pre", shows_answers=False)
    put(quiz, "bands", "band", BANDS)
    end = play(quiz, Client(), [True, True])
    assert "عين يقظة" not in end
    assert "بداية" not in end


def test_a_second_try_draws_what_was_not_seen():
    skill = make_skill()
    make_bank(4, skill=skill)
    quiz = make_quiz(skills=[skill], purpose="check", count=4)
    client = Client()
    play(quiz, client, [True] * 4)
    first = Attempt.objects.get()
    second = begin(quiz, client)
    assert not set(first.activities) & set(second.activities)


def test_a_quiz_draws_what_no_lesson_checked_with():
    skill = make_skill()
    bank = make_bank(4, skill=skill)
    client = Client()
    in_lesson = begin(make_lesson(bank=bank), client)
    in_quiz = begin(make_quiz(skills=[skill], purpose="check", count=4), client)
    assert not set(in_lesson.activities) & set(in_quiz.activities)


def test_half_of_what_is_drawn_is_accurate():
    skill = make_skill()
    make_bank(4, skill=skill)
    make_bank(4)
    quiz = make_quiz(skills=[skill], purpose="check", count=6)
    attempt = begin(quiz, Client())
    drawn = Activity.objects.filter(translation_key__in=attempt.activities)
    assert {one.skill_id for one in drawn} == {skill.pk}
    assert [one.veracity for one in drawn].count("accurate") == 3


def bank_of(purpose, *forms):
    """Publish an accurate and a misleading activity of each form; return the skill."""
    skill = make_skill()
    for form in forms:
        for veracity in ("accurate", "misleading"):
            make_activity(purpose=purpose, form=form, veracity=veracity, skill=skill)
    return skill


# Learners whose codes begin with A, and with B.
@pytest.mark.parametrize(("code", "forms"), [("noor", "ab"), ("adam", "ba")])
def test_forms_are_counterbalanced_between_before_and_after(code, forms):
    skill, learner = bank_of("pre", "a", "b"), make_learner(code=code)
    before = make_quiz(skills=[skill], purpose="pre", shows_answers=False, count=2)
    after = make_quiz(skills=[skill], purpose="post", count=2)
    for quiz, form in zip((before, after), forms, strict=True):
        attempt = start_quiz(learner=learner, quiz=quiz, language="ar")
        drawn = Activity.objects.filter(translation_key__in=attempt.activities)
        assert [one.form for one in drawn] == [form, form]


def test_nothing_is_drawn_both_before_and_after():
    skill = bank_of("post", "any", "a", "b")
    for purpose in ("pre", "post"):
        quiz = make_quiz(skills=[skill], purpose=purpose, shows_answers=False, count=2)
        assert {one.form for one in quiz.banks()["a"]} == {"a"}
        assert {one.form for one in quiz.banks()["b"]} == {"b"}


def test_the_same_learner_goes_on_where_the_quiz_was_left():
    bank = make_bank(2)
    quiz = make_quiz(bank)
    client = Client()
    attempt = begin(quiz, client)
    give(client, attempt, bank[0])
    assert begin(quiz, client) == attempt


def test_other_quizzes_draw_from_all_forms():
    quiz = make_quiz(
        skills=[bank_of("check", "any", "a", "b")], purpose="check", count=6
    )
    assert len(begin(quiz, Client()).activities) == 6


def test_a_finished_set_raises_its_counters_once():
    bank = make_bank(1)
    quiz = make_quiz(bank)
    client = Client()
    play(quiz, client, [True, False])
    play(quiz, client, [True, True])
    counts = dict(
        SetTally.objects.filter(subject_key=quiz.translation_key).values_list(
            "name", "count"
        )
    )
    assert counts == {
        "started": 1,
        "finished": 1,
        "total:all:2:1": 1,
        "total:misleading:1:1": 1,
        "total:accurate:1:0": 1,
        f"item:{bank[0].translation_key}:1": 1,
        f"item:{bank[1].translation_key}:0": 1,
        # The misleading one was recognised; the accurate one was taken for one too.
        "detect:0:0:0:0": 1,
    }
    first = Tally.objects.filter(version=version_of(bank[0]))
    assert first.get(name="set:1:0:1").count == 1


def end_of_chat(client, attempt):
    """Answer the chat of a quiz; return the last page."""
    version = version_of(Activity.objects.get(format="chat"))
    choice = version.snapshot["body"]["nodes"][0]["choices"][0]["id"]
    record_move(
        attempt=attempt, version=version, uuid=uuid4(), at=0, move={"choice": choice}
    )
    return client.get(address("attempt", code=attempt.code))


@pytest.mark.parametrize("veracity", ["accurate", "misleading"])
def test_what_gets_no_verdict_is_no_part_of_what_was_right(veracity):
    bank, chat = make_bank(1), make_activity("chat", veracity=veracity)
    quiz = make_quiz([*bank, chat], bands=BANDS)
    client = Client()
    attempt = begin(quiz, client)
    for activity in bank:
        give(client, attempt, activity)
    end = end_of_chat(client, attempt)
    assert (end.context["right"], end.context["total"]) == (2, 2)
    assert "عين يقظة" in end.content.decode()
    names = set(SetTally.objects.values_list("name", flat=True))
    assert {"finished", "total:all:2:2", "detect:0:0:0:0"} < names
    assert f"item:{chat.translation_key}:0" not in names
    assert Tally.objects.filter(version=version_of(bank[0]), name="set:1:1:1").exists()
    # Its own counters are raised all the same, also by the last answer of a set.
    assert Tally.objects.get(version=version_of(chat), name="answers").count == 1


def test_without_any_verdict_a_quiz_ends_with_thanks():
    quiz = make_quiz([make_activity("chat")], bands=BANDS)
    client = Client()
    end = end_of_chat(client, begin(quiz, client)).content.decode()
    assert "شكرًا" in end
    assert "أصبتم" not in end
    assert "عين يقظة" not in end


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({}, "activities"),
        ({"skills": True, "count": 5}, "count"),
        ({"skills": True, "purpose": "pre"}, "shows_answers"),
        ({"skills": True, "bands": BANDS[1:]}, "bands"),
        ({"skills": True, "bands": [BANDS[0], BANDS[0]]}, "bands"),
        ({"skills": True, "shows_answers": False, "bands": BANDS}, "bands"),
    ],
)
def test_an_editor_is_told_what_to_mend(changes, field):
    skills = [make_skill()] if changes.pop("skills", False) else []
    with pytest.raises(ValidationError) as error:
        make_quiz(skills=skills, **changes)
    assert list(error.value.error_dict) == [field]


def test_an_activity_is_chosen_once():
    bank = make_bank(1)
    with pytest.raises(ValidationError) as error:
        make_quiz([*bank, *bank])
    assert list(error.value.error_dict) == ["activities"]


def test_a_feed_cannot_hide_its_answers():
    with pytest.raises(ValidationError) as error:
        make_quiz([make_activity("feed")], purpose="pre", shows_answers=False)
    assert list(error.value.error_dict) == ["activities"]


def test_a_quiz_stands_where_pages_take_quizzes():
    assert QuizPage.can_exist_under(make_home())
    assert QuizPage.can_exist_under(make_module())
    assert not QuizPage.can_exist_under(make_quiz([make_activity()]))


def test_home_and_module_lead_to_their_quizzes():
    module = make_module()
    inside = make_quiz([make_activity()], parent=module)
    alone = make_quiz([make_activity()])
    assert inside.url in Client().get(module.url).content.decode()
    assert alone.url in Client().get(make_home().url).content.decode()


def test_an_empty_quiz_says_so_and_makes_no_learner():
    activity = make_activity()
    quiz = make_quiz([activity])
    Activity.objects.filter(pk=activity.pk).update(live=False)
    retire_version(activity=activity)
    reply = Client().post(
        address("check_start"), {"subject": quiz.translation_key}, headers=OURS
    )
    assert reply.status_code == 404
    assert Learner.objects.count() == 0


def test_the_last_answer_of_a_set_costs_few_queries(
    django_assert_max_num_queries, django_capture_on_commit_callbacks
):
    bank = make_bank(4)
    quiz = make_quiz(bank)
    client = Client()
    with django_capture_on_commit_callbacks(execute=True):
        attempt = begin(quiz, client)
        for activity in bank[:-1]:
            give(client, attempt, activity)
    with (
        django_assert_max_num_queries(20),
        django_capture_on_commit_callbacks(execute=True),
    ):
        give(client, attempt, bank[-1])
