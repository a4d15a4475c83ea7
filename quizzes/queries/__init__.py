"""What one screen shows of an activity, an attempt, an answer."""

from .question import Question
from .versions import (
    activity_keys,
    attempt_questions,
    current_versions,
    newest_versions,
)

__all__ = [
    "Question",
    "activity_keys",
    "attempt_questions",
    "current_versions",
    "newest_versions",
]
