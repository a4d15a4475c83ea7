"""Pages and progress. Progress points at pages by translation key only."""

from .loading import LoadRecord
from .pages import LessonPage, ModuleIndexPage, ModulePage
from .progress import LessonProgress

__all__ = [
    "LessonPage",
    "LessonProgress",
    "LoadRecord",
    "ModuleIndexPage",
    "ModulePage",
]
