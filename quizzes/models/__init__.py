"""The bank and its answers. Inside: attempts know versions; versions know nobody."""

from .activities import Activity, ActivityVersion, Skill
from .attempts import Answer, Attempt, Tally

__all__ = ["Activity", "ActivityVersion", "Answer", "Attempt", "Skill", "Tally"]
