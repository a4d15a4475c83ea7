"""One verb per use case."""

from quizzes.freezing import draft_versions, freeze
from quizzes.services.versions import freeze_version, retire_version

from .answers import record_answer, record_move
from .attempts import open_practice, start_check, start_quiz
from .beginnings import begin_learner
from .copies import duplicate_activity
from .merging import merge_answers
from .stamping import stamp_pictures

__all__ = [
    "begin_learner",
    "draft_versions",
    "duplicate_activity",
    "freeze",
    "freeze_version",
    "merge_answers",
    "open_practice",
    "record_answer",
    "record_move",
    "retire_version",
    "stamp_pictures",
    "start_check",
    "start_quiz",
]
