"""What upper apps may listen to."""

from django.dispatch import Signal

# Two learners turned out to be one. Sent inside the transaction, with `kept`
# and `gone`, before `gone` is deleted: move what is worth keeping.
learners_merging = Signal()
