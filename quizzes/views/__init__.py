"""Answers and checks show questions; checks begin attempts. Reports are for editors."""

from . import reports
from .answers import answer, show_answer
from .checks import show_attempt, start_check, subject

__all__ = [
    "answer",
    "reports",
    "show_answer",
    "show_attempt",
    "start_check",
    "subject",
]
