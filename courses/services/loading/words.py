"""Makes the English of loaded content a real translation of the Arabic.

The CMS then shows it at 100 %, and a later change of the Arabic can be synced.
"""

from typing import Any

from wagtail.models import Locale

from literacy.translation.services import save_words

from .refusals import note_as_loaded


def translate(source_object: Any, worded: Any, locale: Locale) -> Any:
    """Publish the translation of a page or snippet and return it.

    `worded` is an unsaved twin of the source with the words of the other
    language: the same blocks and ids, so each string is found by its path.
    """
    translated = save_words(source_object, worded, locale)
    revision = translated.get_latest_revision()
    note_as_loaded(revision.as_object())
    revision.publish()
    translated.refresh_from_db()
    return translated
