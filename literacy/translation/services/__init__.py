"""One verb per use case."""

from .beginning import Begun, begin_translations
from .saving import (
    has_drafts,
    save_draft,
    save_target,
    submit_translation,
    translated_draft,
)
from .words import save_words

__all__ = [
    "Begun",
    "begin_translations",
    "has_drafts",
    "save_draft",
    "save_target",
    "save_words",
    "submit_translation",
    "translated_draft",
]
