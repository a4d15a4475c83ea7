from quizzes.formats.format import Format

from .breakdown import breakdown
from .faults import fault
from .findings import findings
from .form import entered, read
from .preview import example
from .screen import SortScreen

FORMAT = Format(
    read=read,
    entered=entered,
    breakdown=breakdown,
    example=example,
    screen=SortScreen,
    fault=fault,
    findings=findings,
)
