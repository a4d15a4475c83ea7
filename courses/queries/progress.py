"""How far a learner is: “My progress”, and what scripts ask."""

from dataclasses import dataclass
from typing import Any

from courses.models import LessonPage, LessonProgress, ModuleIndexPage
from courses.queries.cards import ModuleCard, cards_of, lessons_below, modules_below
from literacy.models import Learner


@dataclass(frozen=True)
class LessonState:
    """A lesson and how far the learner is in it."""

    key: str
    title: str
    url: str
    steps: int
    step: int
    is_done: bool
    is_sensitive: bool = False


@dataclass(frozen=True)
class ModuleState:
    """A module and how many of its lessons are done."""

    card: ModuleCard
    lessons: list[LessonState]

    @property
    def done(self) -> int:
        return sum(1 for lesson in self.lessons if lesson.is_done)

    @property
    def total(self) -> int:
        return len(self.lessons)

    @property
    def fraction(self) -> float:
        return self.done / self.total if self.total else 0.0


def progress_rows(learner: Learner | None) -> dict[str, LessonProgress]:
    """Return the learner's progress by lesson key."""
    if learner is None:
        return {}
    return {str(row.lesson_key): row for row in learner.lesson_progress.all()}


def progress_screen(learner: Learner | None, language: str) -> dict[str, Any]:
    """Return what “My progress” shows, in as many queries for 3 lessons as for 300."""
    rows = progress_rows(learner)
    modules = module_states(rows, language)
    lessons = [
        lesson for module in modules if module.card.is_open for lesson in module.lessons
    ]
    return {
        "known": learner is not None,
        "modules": modules,
        "lessons_done": sum(1 for lesson in lessons if lesson.is_done),
        "lessons_total": len(lessons),
        "next_lesson": next_lesson(lessons),
    }


def module_states(rows: dict[str, LessonProgress], language: str) -> list[ModuleState]:
    """Return all modules of a language, coming ones too, with their lessons' states."""
    index = ModuleIndexPage.objects.live().filter(locale__language_code=language)
    found = index.first()
    if found is None:
        return []
    modules = modules_below(found)
    lessons = lessons_below(found)
    return [
        ModuleState(
            card=card,
            lessons=[lesson_state(lesson, rows) for lesson in lessons.get(path, [])],
        )
        for path, card in zip(
            [module.path for module in modules], cards_of(modules, lessons), strict=True
        )
    ]


def lesson_state(lesson: LessonPage, rows: dict[str, LessonProgress]) -> LessonState:
    row = rows.get(str(lesson.translation_key))
    return LessonState(
        key=str(lesson.translation_key),
        title=lesson.title,
        url=lesson.url,
        steps=len(lesson.steps.raw_data),
        step=row.steps_done if row else 0,
        is_done=bool(row and row.is_done),
        is_sensitive=lesson.is_sensitive,
    )


def next_lesson(lessons: list[LessonState]) -> LessonState | None:
    """Return the begun lesson nearest its end, else the first that is not done.

    Sensitive ones come last: whoever skipped one is not asked again and again.
    """
    open_ones = [lesson for lesson in lessons if not lesson.is_done]
    return max(
        open_ones, key=lambda one: (one.step, not one.is_sensitive), default=None
    )


def my_lessons(learner: Learner | None) -> dict[str, Any]:
    """Return the learner's lessons for the scripts of public pages, in one query."""
    rows = progress_rows(learner)
    return {
        key: {
            "done": row.is_done,
            "step": row.step_id or None,
            "steps_done": row.steps_done,
        }
        for key, row in rows.items()
    }
