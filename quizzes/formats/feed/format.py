from quizzes.formats.format import Format

from .breakdown import breakdown
from .faults import fault
from .form import entered, read, said
from .preview import STATES, example, moves_before
from .screen import FeedScreen

FORMAT = Format(
    read=read,
    entered=entered,
    breakdown=breakdown,
    example=example,
    screen=FeedScreen,
    fault=fault,
    said=said,
    states=STATES,
    moves_before=moves_before,
)
