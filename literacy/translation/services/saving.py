"""Saves translations; what learners see changes only when one is published."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationLog

from literacy.errors import RefusedError
from literacy.gate import subject_of


def save_target(
    translation: Translation, user: Any = None, publish: bool = True
) -> None:
    """Save or publish a translation from its words.

    Takes the place of the library's method (literacy.translation.repairs). Raises
    ValidationError after marking the words at fault, RefusedError for the gate.
    """
    try:
        with transaction.atomic():
            revision = save_draft(translation=translation, user=user)
            if publish:
                locale = translation.target_locale
                translation.source.update_target_view_restrictions(locale)
                revision.publish(user=user)
    except ValidationError:
        mark_faults(translation)
        raise


def publish(*, translation: Translation, user: Any) -> None:
    """Publish a translation. Raises RefusedError with what is wrong."""
    instance = translation.source.get_source_instance()
    too_long = mark_too_long(translation, instance)
    if too_long:
        raise not_published(target_of(translation) or instance, tuple(too_long))
    try:
        translation.save_target(user=user, publish=True)
    except ValidationError as error:
        target = target_of(translation)
        raise not_published(target, faults_of(target, error)) from error


def not_published(target: Any, faults: tuple[str, ...]) -> RefusedError:
    text = _("“%(title)s” was not published. Fix this first:")
    subject = subject_of(target)
    return RefusedError(text % {"title": subject.title}, faults, subject.url)


def faults_of(instance: Any, error: ValidationError) -> tuple[str, ...]:
    """Return what is wrong, a line for each field."""
    lines = []
    for name, errors in error.error_dict.items():
        label = instance._meta.get_field(name).verbose_name
        lines.append(f"{label}: {' '.join(m for one in errors for m in one.messages)}")
    return tuple(lines)


def write_row(translation: Translation, user: Any) -> None:
    """Let the library write what learners see: for new or rolled-back rows only."""
    translation.source.create_or_update_translation(
        translation.target_locale,
        user=user,
        publish=False,
        fallback=True,
        copy_parent_pages=True,
    )


def target_of(translation: Translation) -> Any:
    """Return the page or snippet that a translation makes; None before it is begun."""
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist:
        return None


def translated_draft(translation: Translation, user: Any = None) -> Any:
    """Return what publishing the translation would publish; nothing is saved.

    Raises ValidationError.
    """
    with transaction.atomic():
        write_row(translation, user)
        draft = translation.get_target_instance().get_latest_revision_as_object()
        transaction.set_rollback(True)
    return draft


def mark_faults(translation: Translation) -> None:
    """Let the library mark the words that it refuses, and keep nothing else."""
    with transaction.atomic():
        try:
            write_row(translation, None)
        except ValidationError:
            return
        transaction.set_rollback(True)


@transaction.atomic
def save_draft(*, translation: Translation, user: Any = None) -> Revision:
    """Save the words of a translation as a draft. Raises ValidationError."""
    target = target_of(translation)
    if target is None:
        write_row(translation, user)
        return translation.get_target_instance().get_latest_revision()
    draft = translated_draft(translation, user)
    if isinstance(target, Page) and target.alias_of_id:
        end_alias(target, user)
    # It was validated when it was made.
    revision = draft.save_revision(user=user, clean=False)
    TranslationLog.objects.create(
        source=translation.source, locale=translation.target_locale, revision=revision
    )
    return revision


def end_alias(page: Page, user: Any) -> None:
    """Make a page of an alias; it shows what it showed."""
    page.alias_of = None
    page.save(update_fields=["alias_of"], clean=False)
    data = {"page": {"id": page.pk, "title": page.get_admin_display_title()}}
    log(instance=page, action="wagtail.convert_alias", user=user, data=data)


@transaction.atomic
def submit_translation(*, user: Any, translation: Translation) -> None:
    """Save a translation's draft, and lead it to the second editor; again is anew."""
    draft = save_draft(translation=translation, user=user).as_object()
    if draft.current_workflow_state:
        draft.current_workflow_state.cancel(user=user)
    draft.get_workflow().start(draft, user)


def mark_too_long(translation: Translation, instance: Any) -> list[str]:
    """Mark the texts that do not fit their fields; return what is wrong with them.

    Before anything is saved: PostgreSQL would refuse the whole row.
    """
    fields = {field.name: field for field in instance._meta.get_fields()}
    texts = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id,
        locale=translation.target_locale_id,
    ).select_related("context")
    faults = []
    for text in texts:
        field = fields.get(text.context.path)
        limit = getattr(field, "max_length", None)
        if field and limit and len(text.data) > limit:
            try:
                field.run_validators(text.data)
            except ValidationError as error:
                text.set_field_error([error])
                faults.append(f"{field.verbose_name}: {error.messages[0]}")
    return faults
