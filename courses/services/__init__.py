"""One verb per use case."""

from .progress import finish_lesson, merge_progress, note_step
from .scenes import frozen_scene, stamp_all_scenes, stamp_scenes

__all__ = [
    "finish_lesson",
    "frozen_scene",
    "merge_progress",
    "note_step",
    "stamp_all_scenes",
    "stamp_scenes",
]
