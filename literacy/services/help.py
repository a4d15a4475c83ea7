"""Keeps what is true of a help resource the same in every language."""

from django.conf import settings
from django.db import transaction

from literacy.models import HelpResource


@transaction.atomic
def share_facts(*, resource: HelpResource) -> None:
    """Give all languages the facts of the first one, such as a new verification.

    Otherwise a translation would go on showing a telephone number that was changed.
    """
    twins = HelpResource.objects.filter(translation_key=resource.translation_key)
    source = (
        twins.filter(locale__language_code=settings.LANGUAGE_CODE).first() or resource
    )
    facts = {name: getattr(source, name) for name in HelpResource.FACTS}
    twins.exclude(pk=source.pk).update(**facts)
