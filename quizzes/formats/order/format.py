from quizzes.formats.format import Format

from .breakdown import breakdown
from .faults import fault
from .form import entered, read
from .preview import example
from .screen import OrderScreen

FORMAT = Format(
    read=read,
    entered=entered,
    breakdown=breakdown,
    example=example,
    screen=OrderScreen,
    fault=fault,
)
