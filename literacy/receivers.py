"""Lets the stored pages go whenever something they show has changed."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from .models import HelpResource, HomePage, SiteImage, User
from .page_store import forget_pages
from .services import greet_in_arabic, open_to_editors, share_facts


@receiver([page_published, page_unpublished, published, unpublished])
@receiver([post_page_move, page_slug_changed])
@receiver(post_save, sender=SiteImage)
@receiver([post_save, post_delete], sender=PageViewRestriction)
@receiver([post_save, post_delete], sender=Site)
def forget_pages_that_show_it(**kwargs: Any) -> None:
    transaction.on_commit(forget_pages)


@receiver(post_delete)
def forget_pages_of_a_deleted_page(sender: type, **kwargs: Any) -> None:
    if issubclass(sender, Page | HelpResource):
        transaction.on_commit(forget_pages)


@receiver(published, sender=HelpResource)
def keep_languages_in_step(instance: HelpResource, **kwargs: Any) -> None:
    share_facts(resource=instance)


@receiver(post_save, sender=User)
def begin_in_arabic(instance: User, created: bool, raw: bool, **kwargs: Any) -> None:
    if created and not raw:
        greet_in_arabic(user=instance)


@receiver(post_save, sender=HomePage)
def let_editors_in(instance: HomePage, created: bool, raw: bool, **kwargs: Any) -> None:
    if created and not raw:
        open_to_editors(home=instance)
