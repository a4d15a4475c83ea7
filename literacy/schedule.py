"""The jobs that the site runs by itself, and how often: one table for every host.

`manage.py run_schedule` reads it, whether a container, a systemd timer or `make run`
starts that command.
"""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Job:
    """A command and its interval, in whole minutes.

    A run that takes longer than `at_most` counts as dead, and another may begin.
    """

    command: str
    every: timedelta
    at_most: timedelta = timedelta(minutes=10)


JOBS = (
    # Publishes and unpublishes what editors gave a date.
    Job("publish_scheduled", every=timedelta(minutes=1)),
    # What the database says is owed, such as progress of an answer whose process died.
    Job("catch_up", every=timedelta(minutes=10), at_most=timedelta(hours=1)),
    # Learners who answered nothing for 400 days: docs/data.md promises it.
    Job("forget_idle", every=timedelta(days=1), at_most=timedelta(hours=2)),
    # Drafts that autosave left behind.
    Job("prune_revisions", every=timedelta(days=1), at_most=timedelta(hours=2)),
    # Sessions of teachers and editors that ran out.
    Job("clearsessions", every=timedelta(days=1)),
)
