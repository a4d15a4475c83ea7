"""What many answers say: every formula behind the reports.

The input is a frequency table, a mapping from a small tuple to how many there are,
since reports read tallies and never rows. A row variant exists where a published
vector has rows. Undefined is None, never 0; counts that cannot be (negative, or more
right than answered) raise ValueError. Nothing here hides what is too few to show:
that is `minimums`, and the report asks it. Two things need no report to refuse them:
a bootstrap of too few classes and the cynicism alarm.

From the general to the special, each module importing only earlier ones: minimums,
moments, intervals; then veracity, discernment, detection, effects, items, reliability
and dif, calibration; last cynicism, which reads discernment and detection together.
"""
