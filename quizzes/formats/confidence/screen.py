"""The screen of a confidence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from quizzes.formats.confidence.scoring import ConfidenceDetails
from quizzes.formats.question import Question
from quizzes.scoring.mark import Mark


@dataclass(frozen=True)
class ConfidenceScreen(Question):
    """A statement with five steps between certainly false and certainly true."""

    def remarks(self, mark: Mark[ConfidenceDetails]) -> list[str]:
        """Return a sentence where certainty and truth did not go together."""
        if mark.details.certain_and_wrong:
            return [_("You were certain: that is worth a pause.")]
        if mark.details.unsure_and_right:
            return [_("You were unsure and yet right: trust the method.")]
        return []
