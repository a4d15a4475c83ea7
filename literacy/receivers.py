"""Lets the stored pages go whenever something they show has changed."""

from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page, PageViewRestriction, Site, UploadedFile
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    pre_page_move,
    published,
    unpublished,
)
from wagtail.snippets.models import get_snippet_models

from .cleaning import cleaned
from .models import CareMixin, HelpResource, HomePage, SiteImage, SiteRendition, User
from .models.learners import learner_models
from .page_store import purge_pages, renew_pages
from .services import (
    greet_in_arabic,
    note_care,
    open_to_editors,
    refuse_move,
    share_facts,
)

# Who may see what, and where.
ACCESS = (PageViewRestriction, Site)


@lru_cache(maxsize=1)
def file_models() -> tuple[type[Model], ...]:
    """Return what pages show by the name of a file, which goes with it."""
    return (SiteImage, SiteRendition, get_document_model())


@lru_cache(maxsize=1)
def shown_models() -> tuple[type[Model], ...]:
    """Return what pages show beside files; drafts count when they are published."""
    return (Page, Locale, AbstractSetting, *get_snippet_models())


@receiver([page_unpublished, unpublished, post_page_move, page_slug_changed])
def purge_what_is_taken_away(**kwargs: Any) -> None:
    """Whatever else a worker is doing: it is gone at once."""
    transaction.on_commit(purge_pages)


@receiver([page_published, published])
def keep_its_care(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, CareMixin):
        note_care(instance=instance)


@receiver(pre_page_move)
def refuse_a_move(instance: Page, parent_page_after: Page, **kwargs: Any) -> None:
    refuse_move(page=instance, target=parent_page_after)


def follow_a_save(
    sender: type[Model],
    instance: Any,
    created: bool,
    update_fields: frozenset[str] | None,
    **kwargs: Any,
) -> None:
    """Purge pages that would show a broken picture; renew those with other words.

    A new file is on no page yet. Wagtail saves drafts, locks and the like by their
    fields alone.
    """
    is_new_file = created and issubclass(sender, file_models())
    if issubclass(sender, (*file_models(), *ACCESS)) and not is_new_file:
        transaction.on_commit(purge_pages)
    is_shown = issubclass(sender, shown_models()) and getattr(instance, "live", True)
    if is_shown and not update_fields:
        transaction.on_commit(renew_pages)


def follow_a_deletion(sender: type[Model], **kwargs: Any) -> None:
    if issubclass(sender, (*shown_models(), *file_models(), *ACCESS)):
        transaction.on_commit(purge_pages)


def public_models() -> list[type[Model]]:
    """Return all models but those of learners, of whom no page shows anything.

    A model that nobody listens to is deleted by one statement for many rows.
    """
    private = learner_models()
    return [model for model in apps.get_models() if model not in private]


for _model in public_models():
    post_save.connect(follow_a_save, sender=_model)
    post_delete.connect(follow_a_deletion, sender=_model)


@receiver(published, sender=HelpResource)
def keep_languages_in_step(instance: HelpResource, **kwargs: Any) -> None:
    share_facts(resource=instance)


@receiver(pre_save, sender=UploadedFile)
def clean_picture_that_waits(instance: UploadedFile, **kwargs: Any) -> None:
    """Clean what waits for its title, after several were uploaded at once."""
    file = instance.file
    is_picture = instance.for_content_type.model_class() is SiteImage
    if is_picture and file and not file._committed:
        file.file = cleaned(file.file)
        file.name = file.file.name


@receiver(post_save, sender=User)
def begin_in_arabic(instance: User, created: bool, raw: bool, **kwargs: Any) -> None:
    if created and not raw:
        greet_in_arabic(user=instance)


@receiver(post_save, sender=HomePage)
def let_editors_in(instance: HomePage, created: bool, raw: bool, **kwargs: Any) -> None:
    if created and not raw:
        open_to_editors(home=instance)
