"""The bank, quizzes and answers. Attempts know versions; versions know nobody."""

from .activities import Activity, ActivityVersion, Skill
from .attempts import Answer, Attempt, SetTally, Tally
from .pages import QuizPage

__all__ = [
    "Activity",
    "ActivityVersion",
    "Answer",
    "Attempt",
    "QuizPage",
    "SetTally",
    "Skill",
    "Tally",
]
