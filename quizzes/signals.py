"""What upper apps may listen to. Each is sent after commit."""

from django.dispatch import Signal

# With `answer` (finished) and `page`, the page it stands in, where that is known.
answer_recorded = Signal()
# With `attempt`.
attempt_finished = Signal()
