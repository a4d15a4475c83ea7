from quizzes.formats.format import Format

from .breakdown import breakdown
from .faults import fault
from .findings import findings
from .form import entered, read
from .preview import example
from .screen import InspectorScreen

FORMAT = Format(
    read=read,
    entered=entered,
    breakdown=breakdown,
    example=example,
    screen=InspectorScreen,
    fault=fault,
    findings=findings,
)
