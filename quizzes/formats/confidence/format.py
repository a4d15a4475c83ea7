from quizzes.formats.format import Format

from .breakdown import breakdown
from .findings import findings
from .form import entered, read
from .preview import example
from .screen import ConfidenceScreen

FORMAT = Format(
    read=read,
    entered=entered,
    breakdown=breakdown,
    example=example,
    screen=ConfidenceScreen,
    findings=findings,
)
