"""What one screen shows of modules, lessons and progress.

One way inside: cards ← modules ← lessons; cards ← progress.
"""

from .cards import home_modules, lesson_cards, module_cards
from .lessons import lesson_screen
from .modules import module_end_screen, module_screen
from .progress import LessonState, my_lessons, next_lesson, progress_screen

__all__ = [
    "LessonState",
    "home_modules",
    "lesson_cards",
    "lesson_screen",
    "module_cards",
    "module_end_screen",
    "module_screen",
    "my_lessons",
    "next_lesson",
    "progress_screen",
]
