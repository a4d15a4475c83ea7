"""How many it takes before a number may be shown.

[D] is our own judgement.
"""

from typing import TypeVar

T = TypeVar("T")

# First attempts of one item in one language.
ITEM_DIFFICULTY = 30
ITEM_DISCRIMINATION = 100  # point-biserial and upper-lower D
ITEM_DISTRACTORS = 100  # [D] as discrimination: mean rest scores are as unsteady
DIF_PER_LANGUAGE = 100
RELIABILITY = 100  # [D] as discrimination; KR-20, alpha and SEM of one quiz

# Persons for d', c, and any d with an interval.
DETECTION_PERSONS = 20
DETECTION_ITEMS = 8  # answered by one person; with fewer, pool and say so
EFFECT_PERSONS_PER_GROUP = 20

# Classes under a bootstrap interval.
CLUSTERS = 8

# Answers in one bin of the calibration chart.
BIN_COHORT = 20
BIN_OWN = 8

# Persons in a language before norms are published.
NORMS_PER_LANGUAGE = 500

# Who may see a cell.
CLASS_LEARNERS = 10
PROGRAMME_LEARNERS = 10
PROGRAMME_CLASSES = 2
PUBLIC_LEARNERS = 20
NEW_PERSONS_TO_REPUBLISH = 5


def shown(value: T | None, count: int, minimum: int) -> T | None:
    """Return the value if there are enough to show it, else None."""
    return value if count >= minimum else None
