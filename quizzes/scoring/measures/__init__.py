"""What many answers say: every formula of measures 3.1 to 3.6.

The input is a frequency table, a mapping from a small tuple to how many there are,
since reports read tallies and never rows. A row variant exists where a published
vector has rows. Undefined is None, never 0; counts that cannot be (negative, or more
right than answered) raise ValueError. Nothing here hides what is too few to show:
that is `minimums`, and the report asks it. Two things need no report to refuse them:
a bootstrap of too few classes and the cynicism alarm.

From the general to the special, each module importing only earlier ones: minimums,
moments, intervals; then veracity (3.1), discernment (3.2), detection (3.3), effects
(3.4), items, reliability and dif (3.5), calibration (3.6); last cynicism, which reads
3.2 and 3.3 together.
"""
