"""What one screen shows of an activity, an attempt, an answer."""

from .attempts import attempt_questions, attempt_screen, quiz_screen
from .question import Question
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
    "quiz_screen",
]
