"""Keeps words of one language from going live in another, and notes what is live."""

from typing import Any

from django.db.models.signals import post_delete, pre_save
from django.dispatch import receiver
from wagtail.models import LockableMixin, Page, TranslatableMixin
from wagtail.signals import copy_for_translation_done, published, unpublished

from .services import forget_published, note_published


@receiver(copy_for_translation_done)
def make_copies_drafts(target_obj: Any, **kwargs: Any) -> None:
    """Make a draft of a snippet's unsaved copy: Wagtail's is as live as its source.

    Pages are copied as drafts by Wagtail itself.
    """
    if not isinstance(target_obj, Page):
        target_obj.live = False
        target_obj.has_unpublished_changes = False
        target_obj.first_published_at = target_obj.last_published_at = None
        target_obj.live_revision = None
        target_obj.go_live_at = target_obj.expire_at = None
        target_obj.expired = False
        if isinstance(target_obj, LockableMixin):
            target_obj.locked, target_obj.locked_at = False, None
            target_obj.locked_by = None


@receiver(pre_save)
def keep_foreign_aliases_offline(sender: type, instance: Any, **kwargs: Any) -> None:
    """Keep an alias that shows another language's words offline: no gate asked them."""
    if issubclass(sender, Page) and instance.alias_of_id and instance.live:
        instance.live = instance.alias_of.locale_id == instance.locale_id


# What is published in each language


@receiver(published)
def note_what_is_published(instance: Any, revision: Any = None, **kwargs: Any) -> None:
    # What is to be published on a day is not live yet.
    if isinstance(instance, TranslatableMixin) and instance.live:
        note_published(instance=instance, revision=revision)


@receiver([unpublished, post_delete])
def forget_what_is_gone(sender: type, instance: Any, **kwargs: Any) -> None:
    if issubclass(sender, TranslatableMixin):
        forget_published(instance=instance)
