"""What upper apps may listen to."""

from django.dispatch import Signal

# Two learners turned out to be one. Sent inside the transaction, with `kept`
# and `gone`, before `gone` is deleted: move what is worth keeping.
learners_merging = Signal()

# Sent before an image is saved, with `instance`: a receiver may raise RefusedError.
image_changing = Signal()
