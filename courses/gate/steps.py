"""What the rules read of a lesson."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from courses.models import LessonPage
from quizzes.gate import Bank, find_activities
from quizzes.models import Activity


def activities_of(lesson: LessonPage) -> Bank:
    """Return the activities that the steps name, by primary key."""
    return find_activities(chain(*lesson.step_activities().values()))


def named(lesson: LessonPage, bank: Bank, *kinds: str) -> list[Activity]:
    """Return the activities of some kinds of steps, in order."""
    pks = chain(*lesson.step_activities(*kinds).values())
    return [bank[pk] for pk in pks if pk in bank]


def step_numbers(lesson: LessonPage, *kinds: str) -> Iterator[tuple[int, Any]]:
    """Yield the raw steps of some kinds with their numbers from 0."""
    for number, step in enumerate(lesson.steps.raw_data):
        if step["type"] in kinds:
            yield number, step["value"]
