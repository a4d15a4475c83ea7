"""Search and reference indexes: each object once, however often it is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def indexing_at_end() -> Iterator[None]:
    """Index what is saved in the block when it ends; nothing where it raises.

    For commands that save an object several times: in another thread of the same
    process nothing is indexed meanwhile.
    """
    saved: dict[tuple[type[Model], Any], None] = {}

    def note(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        if isinstance(instance, index.Indexed) or ReferenceIndex.is_indexed(sender):
            saved[sender, instance.pk] = None

    models = list(index.get_indexed_models())
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    post_save.connect(note)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        post_save.disconnect(note)
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)
    for model, pk in saved:
        instance = model._default_manager.filter(pk=pk).first()
        if instance is not None:
            index_now(instance)


def index_now(instance: Model) -> None:
    """Renew what both indexes say of one object."""
    if isinstance(instance, index.Indexed):
        index.insert_or_update_object(instance)
    if ReferenceIndex.is_indexed(type(instance)):
        ReferenceIndex.create_or_update_for_object(instance)
