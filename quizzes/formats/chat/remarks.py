"""Sentences between the end of a chat and the reason."""

from typing import Any

from django.utils.translation import ngettext

from quizzes.formats.chat.scoring import ChatDetails
from quizzes.scoring.mark import Mark


def end_of(content: dict[str, Any], details: ChatDetails) -> dict[str, Any]:
    """Return the end that a chat came to."""
    ends = {end["key"]: end for end in content["body"]["ends"]}
    return dict(ends[details.end])


def sign_sentences(mark: Mark[ChatDetails]) -> list[str]:
    """Return how many signs of a chat were noticed; nothing where there is none."""
    if not mark.out_of:
        return []
    return [
        ngettext(
            "You noticed %(n)d of %(all)d sign.",
            "You noticed %(n)d of %(all)d signs.",
            mark.out_of,
        )
        % {"n": mark.points, "all": mark.out_of}
    ]
