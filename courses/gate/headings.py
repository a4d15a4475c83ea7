"""What is read of a lesson or a module without opening it."""

from collections.abc import Iterator

from courses.models import LessonPage
from quizzes.claims import Heading, titles_of


def headings_of(lesson: LessonPage) -> Iterator[Heading]:
    """Yield what is read without the lesson: titles, headings, the summary."""
    yield from titles_of(lesson, "summary")
    for number, step in enumerate(lesson.steps.raw_data):
        yield f"steps.{number}.heading", step["value"].get("heading") or ""
