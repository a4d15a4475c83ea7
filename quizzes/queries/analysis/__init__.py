"""Item analysis and cohort measures, from counters alone: nothing about one learner.

From the special to the whole: figures (a number and its minimum), tallies (reads
counters), items (one version), breakdowns (by format), places, passport; then the
screens: listing, activity, cohorts.
"""

from .activity import activity_analysis
from .cohorts import subject_analysis, subject_rows
from .listing import Wanted, flagged_ids, item_rows, parts_in, skills_in
from .passport import Passport, passport

__all__ = [
    "Passport",
    "Wanted",
    "activity_analysis",
    "flagged_ids",
    "item_rows",
    "parts_in",
    "passport",
    "skills_in",
    "subject_analysis",
    "subject_rows",
]
