"""One verb per use case."""

from .beginning import Begun, begin_translations
from .published import forget_published, note_published, owed_digests
from .saving import (
    save_draft,
    save_target,
    submit_translation,
    translated_draft,
)
from .switching import (
    lost_by_restart,
    restart_translation,
    stop_translation,
    update_translations,
)
from .words import save_words

__all__ = [
    "Begun",
    "begin_translations",
    "forget_published",
    "lost_by_restart",
    "note_published",
    "owed_digests",
    "restart_translation",
    "save_draft",
    "save_target",
    "save_words",
    "stop_translation",
    "submit_translation",
    "translated_draft",
    "update_translations",
]
