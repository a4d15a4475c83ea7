"""One verb per use case."""

from .progress import finish_lesson, merge_progress, note_step
from .rebuilding import owed_progress, rebuild_progress
from .scenes import stamp_all_scenes, stamp_scenes

__all__ = [
    "finish_lesson",
    "merge_progress",
    "note_step",
    "owed_progress",
    "rebuild_progress",
    "stamp_all_scenes",
    "stamp_scenes",
]
