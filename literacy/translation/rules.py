"""Findings about translations: the words that are still missing."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from literacy.findings import Finding, error

from .queries import place_in_language, untranslated


def missing_words(instance: Any) -> Iterator[Finding]:
    """Return how many words of a translation still wait; registered as a check."""
    missing = untranslated([instance]).get(place_in_language(instance))
    if missing:
        yield error(
            "untranslated",
            ngettext(
                "%(n)d text is not translated yet.",
                "%(n)d texts are not translated yet.",
                missing,
            )
            % {"n": missing},
            _("Open the translation and fill in what is empty."),
        )
