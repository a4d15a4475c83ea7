"""What the lessons that come with the software hold, read from their files."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.conf import settings

from courses.services.loading import read_file
from courses.services.loading.activities import pair_of, passport_fields
from courses.services.loading.files import Part
from quizzes.models import Activity
from quizzes.scoring.draw import draw_check

CONTENT = settings.BASE_DIR / "courses" / "content"
MODULES = sorted(CONTENT.glob("*/module.yaml"))
LANGUAGES = ("ar", "en")
SEEDS = range(400)
NOTE = Activity._meta.get_field("evidence_note").max_length
NAME = re.compile(r"[A-Z][A-Za-z-]+")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def lessons_of(module: Part) -> Iterator[Part]:
    for name in module["lessons"]:
        yield read_file(module.file.parent / f"{name.value}.yaml")


def items_of(lesson: Part) -> list[Part]:
    return list(lesson["activities"])


LESSONS = [
    (module, lesson)
    for module in map(read_file, MODULES)
    for lesson in lessons_of(module)
]
NAMES = [f"{module.key}/{lesson.key}" for module, lesson in LESSONS]
every_lesson = pytest.mark.parametrize(("module", "lesson"), LESSONS, ids=NAMES)


def test_no_lesson_is_forgotten():
    files = {path for path in CONTENT.glob("*/*.yaml") if path.parent.name != "site"}
    assert {lesson.file for _module, lesson in LESSONS} == files - set(MODULES)


@every_lesson
def test_every_activity_says_what_it_rests_on(module, lesson):
    for part in items_of(lesson):
        arabic, english = (passport_fields(lesson, part, one) for one in LANGUAGES)
        assert arabic["review_due"], part.key
        notes = (arabic["evidence_note"], english["evidence_note"])
        assert all(0 < len(note) <= NOTE for note in notes), part.key
        # Figures are somebody's, and the same in both languages.
        names, numbers = NAME.findall(notes[0]), NUMBER.findall(notes[0])
        assert names, part.key
        assert all(name in notes[1] for name in names), part.key
        assert sorted(numbers) == sorted(NUMBER.findall(notes[1])), part.key


@every_lesson
def test_a_pair_is_one_misleading_and_one_accurate_activity(module, lesson):
    pairs = Counter(
        (pair_of(module, lesson, part), part["veracity"].value)
        for part in items_of(lesson)
        if "pair" in part
    )
    names = {pair for pair, _veracity in pairs}
    assert pairs == {
        (name, veracity): 1 for name in names for veracity in ("misleading", "accurate")
    }


# Quizzes that draw


def quizzes_of(module: Part) -> list[Part]:
    return list(module["quizzes"]) if "quizzes" in module else []


QUIZZES = [
    (module, quiz) for module in map(read_file, MODULES) for quiz in quizzes_of(module)
]
QUIZ_NAMES = [f"{module.key}/{quiz.key}" for module, quiz in QUIZZES]
every_quiz = pytest.mark.parametrize(("module", "quiz"), QUIZZES, ids=QUIZ_NAMES)


def bank_of(quiz: Part) -> dict[str, tuple[str, str, str]]:
    """Return what the quiz draws from, by the activity's key."""
    skills = {part.value for part in quiz["skills"]}
    return {
        part.key: (part.key, part["veracity"].value, pair_of(module, lesson, part))
        for module, lesson in LESSONS
        for part in items_of(lesson)
        if part["skill"].value in skills
        and part["purpose"].value == quiz["purpose"].value
    }


def drawn(quiz: Part) -> list[list[str]]:
    """Return what many learners get at their first go."""
    half = quiz["count"].value // 2
    bank = bank_of(quiz).values()
    return [draw_check(bank, [], seed, half, half) for seed in SEEDS]


@every_quiz
def test_a_drawn_quiz_never_holds_twins(module, quiz):
    pairs = {key: pair for key, _veracity, pair in bank_of(quiz).values()}
    for keys in drawn(quiz):
        assert len(keys) == quiz["count"].value
        assert len({pairs[key] for key in keys}) == len(keys)


@every_quiz
def test_a_drawn_quiz_draws_from_all_of_the_bank_alike(module, quiz):
    bank = bank_of(quiz)
    counts = Counter(key for keys in drawn(quiz) for key in keys)
    even = len(SEEDS) * quiz["count"].value / len(bank)
    assert set(counts) == set(bank)
    assert all(even / 2 < count < even * 1.5 for count in counts.values())
