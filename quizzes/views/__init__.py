"""Answers and checks. Both show questions; checks begin attempts."""

from .answers import answer, show_answer
from .checks import show_attempt, start_check, subject

__all__ = ["answer", "show_answer", "show_attempt", "start_check", "subject"]
