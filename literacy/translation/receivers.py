"""Keeps words of one language from going live in another."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import DraftStateMixin, LockableMixin, Page
from wagtail.signals import copy_for_translation_done


@receiver(copy_for_translation_done)
def make_copies_drafts(target_obj: Any, **kwargs: Any) -> None:
    """Make a draft of a snippet's unsaved copy: Wagtail's is as live as its source.

    Pages are copied as drafts by Wagtail itself.
    """
    if isinstance(target_obj, DraftStateMixin) and not isinstance(target_obj, Page):
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
