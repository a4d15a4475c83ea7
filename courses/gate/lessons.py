"""What is wrong with a lesson, as it would be published."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import LessonPage
from literacy.content_rules import field_faults, outside_names
from literacy.findings import Finding, error, warning
from literacy.models.pages import SENSITIVE
from literacy.translation.queries import place_in_language, untranslated
from quizzes.claims import repeated_claims
from quizzes.gate import unpublished

from .checks import check_faults
from .headings import headings_of
from .steps import Bank, activities_of, named, step_numbers

IDEA_WORDS = 120


def lesson_findings(lesson: LessonPage) -> list[Finding]:
    """Return what is wrong with a lesson. Never raises for broken data."""
    bank = activities_of(lesson)
    return [
        *field_faults(lesson),
        *activity_faults(lesson, bank),
        *check_faults(lesson, bank),
        *care_faults(lesson, bank),
        *outside_names(lesson),
        *long_ideas(lesson),
        *repeated_claims(headings_of(lesson), named(lesson, bank)),
    ]


def activity_faults(lesson: LessonPage, bank: Bank) -> Iterator[Finding]:
    """Return the activities that cannot be shown, or are in two places."""
    activities = list(dict.fromkeys(named(lesson, bank)))
    waiting = untranslated(activities)
    for activity in activities:
        yield from unpublished(activity, lesson.locale_id, "steps")
        missing = waiting.get(place_in_language(activity))
        if missing:
            yield error(
                "untranslated_activity",
                ngettext(
                    "In “%(title)s” %(n)d text is not translated yet.",
                    "In “%(title)s” %(n)d texts are not translated yet.",
                    missing,
                )
                % {"title": activity, "n": missing},
                _("Open its translation and fill in what is empty."),
                "steps",
            )
    seen = {one.pk for one in named(lesson, bank, "predict", "practice")}
    for activity in named(lesson, bank, "check"):
        if activity.pk in seen:
            yield error(
                "seen_before_check",
                _("“%(title)s” is in the check and also before it.")
                % {"title": activity},
                _("Take it out of one of the two: a check needs unseen activities."),
                "steps",
            )


def care_faults(lesson: LessonPage, bank: Bank) -> Iterator[Finding]:
    """Return what a sensitive lesson lacks."""
    own = lesson.sensitivity or 0
    highest = max((one.sensitivity or 0 for one in bank.values()), default=0)
    if own < highest:
        label = dict(LessonPage._meta.get_field("sensitivity").flatchoices)[highest]
        yield error(
            "sensitivity",
            _("One of its activities is “%(label)s”, the lesson is not.")
            % {"label": label},
            _("Choose at least the same sensitivity for the lesson."),
            "sensitivity",
        )
    if max(own, highest) >= SENSITIVE and not lesson.content_note.strip():
        yield error(
            "content_note",
            _("A sensitive lesson needs a content note."),
            _("Say in one kind sentence what it is about, and that one may leave."),
            "content_note",
        )


def long_ideas(lesson: LessonPage) -> Iterator[Finding]:
    for number, value in step_numbers(lesson, "key_idea"):
        words = len((value.get("text") or "").split())
        if words > IDEA_WORDS:
            yield warning(
                "long_idea",
                ngettext(
                    "The key idea has %(n)d word; %(max)d are enough.",
                    "The key idea has %(n)d words; %(max)d are enough.",
                    words,
                )
                % {"n": words, "max": IDEA_WORDS},
                _("Shorten it, or move a part into the example."),
                f"steps.{number}.text",
            )
