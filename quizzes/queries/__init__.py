"""What one screen shows of an activity, an attempt, an answer."""

from quizzes.formats.question import Question
from quizzes.formats.registry import question_of

from .attempts import attempt_questions, attempt_screen, quiz_screen
from .versions import (
    activity_keys,
    current_versions,
    newest_versions,
)

__all__ = [
    "Question",
    "activity_keys",
    "attempt_questions",
    "attempt_screen",
    "current_versions",
    "newest_versions",
    "question_of",
    "quiz_screen",
]
