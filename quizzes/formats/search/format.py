from quizzes.formats.format import Format

from .breakdown import breakdown
from .faults import fault
from .findings import findings
from .form import entered, read, said
from .preview import STATES, example, moves_before
from .screen import SearchScreen

FORMAT = Format(
    read=read,
    entered=entered,
    breakdown=breakdown,
    example=example,
    screen=SearchScreen,
    fault=fault,
    findings=findings,
    said=said,
    states=STATES,
    moves_before=moves_before,
)
