"""What the bank does when something is published or learners become one."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import published, unpublished

from literacy.models import Learner
from literacy.signals import learners_merging

from .models import Activity
from .services import freeze_version, merge_answers, retire_version


@receiver(published, sender=Activity)
def freeze_what_was_published(instance: Activity, **kwargs: Any) -> None:
    freeze_version(activity=instance)


@receiver(unpublished, sender=Activity)
def retire_what_was_unpublished(instance: Activity, **kwargs: Any) -> None:
    retire_version(activity=instance)


@receiver(learners_merging)
def merge_their_answers(kept: Learner, gone: Learner, **kwargs: Any) -> None:
    merge_answers(kept=kept, gone=gone)
