from quizzes.formats.format import Format

from .breakdown import breakdown
from .faults import fault
from .findings import findings
from .form import entered, read
from .preview import STATES, example, moves_before
from .screen import ChatScreen

FORMAT = Format(
    read=read,
    entered=entered,
    breakdown=breakdown,
    example=example,
    screen=ChatScreen,
    fault=fault,
    findings=findings,
    states=STATES,
    moves_before=moves_before,
)
