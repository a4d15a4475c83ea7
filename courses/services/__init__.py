"""One verb per use case."""

from .progress import finish_lesson, merge_progress, note_step

__all__ = ["finish_lesson", "merge_progress", "note_step"]
