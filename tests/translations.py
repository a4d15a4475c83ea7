"""What an editor does with translations."""

from typing import Any

from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from courses.models import LessonPage, ModulePage
from literacy.models import HomePage
from literacy.services import sign_content
from literacy.translation.services import save_draft, translated_draft
from quizzes.models import Activity
from tests.make import make_locale

WORDS = "English words"


def edit_url(thing: Any) -> str:
    """Return the address of the edit form of a page or snippet."""
    if isinstance(thing, Page):
        return f"/cms/pages/{thing.pk}/edit/"
    return f"/cms/snippets/{snippet_path(thing)}/edit/{thing.pk}/"


def snippet_path(thing: Any) -> str:
    return str(thing._meta.label_lower).replace(".", "/")


def submit_url(thing: Any) -> str:
    kind = "page" if isinstance(thing, Page) else f"snippet/{snippet_path(thing)}"
    return f"/cms/localize/submit/{kind}/{thing.pk}/"


def begin_english(client: Client, thing: Any, **fields: Any) -> Any:
    """Press “Translate” for English; return the English page or snippet."""
    fields = {"locales": [make_locale("en").pk], **fields}
    response = client.post(submit_url(thing), fields)
    assert response.status_code == 302
    return thing.get_translation(make_locale("en"))


def translation_of(thing: Any) -> Translation:
    return Translation.objects.get(
        source__object_id=thing.translation_key, target_locale__language_code="en"
    )


def say(thing: Any, path: str, text: str) -> StringTranslation:
    """Write the English words of one place, as the edit view does."""
    translation = translation_of(thing)
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    row, _made = StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": text, "has_error": False},
    )
    return row


def say_all(thing: Any) -> None:
    """Write English words everywhere."""
    source = translation_of(thing).source
    segments = StringSegment.objects.filter(source=source)
    for segment in segments.exclude(context__path="slug").select_related("context"):
        say(thing, segment.context.path, WORDS)


def live_in_english(client: Client, thing: Any) -> Any:
    """Return the translation of a page or activity, as if somebody had signed it."""
    begin_english(client, thing)
    say_all(thing)
    translation = translation_of(thing)
    sign_content(user=None, instance=translated_draft(translation))
    save_draft(translation=translation).publish()
    return thing.get_translation(translation.target_locale)


def sync_url(thing: Any) -> str:
    return f"/cms/localize/update/{translation_of(thing).source_id}/"


def live_counts() -> dict[tuple[str, str], int]:
    """Return how many of each kind learners see, by kind and language."""
    return {
        (model.__name__, language): model.objects.filter(
            live=True, locale__language_code=language
        ).count()
        for model in (Activity, LessonPage, ModulePage, HomePage, Page)
        for language in ("ar", "en")
    }
