"""What upper apps may listen to when something was answered.

Each event sends two signals. What writes to the database listens to the first: it is
sent inside the transaction, while the learner is locked, and a receiver that raises
takes the answer back with it. All else listens to the second: it is sent after the
commit, and what a receiver raises is logged. What the second one did not see through,
the database must show as owed (`manage.py catch_up`).
"""

from typing import Any

from django.db import transaction
from django.dispatch import Signal

# With `answer`, finished, and `step`, the StepPosition where it was given or None.
answer_recording = Signal()
answer_recorded = Signal()
# With `attempt`, a check or quiz whose last activity was answered.
attempt_finishing = Signal()
attempt_finished = Signal()


def send_both(inside: Signal, after: Signal, **kwargs: Any) -> None:
    """Send one signal of an event now, and the other when all of it is committed."""
    inside.send(**kwargs)
    transaction.on_commit(lambda: after.send_robust(**kwargs))
