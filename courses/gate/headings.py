"""Rumours do not stand in headings: these travel without their lesson."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from courses.models import LessonPage
from literacy.findings import Finding, warning
from literacy.text_rules import spaced
from quizzes.models import Activity

from .steps import Bank, named

# A claim of fewer words may stand in a title by chance.
CLAIM_WORDS = 3


def repeated_claims(lesson: LessonPage, bank: Bank) -> Iterator[Finding]:
    """Return the headings that repeat what a misleading activity claims."""
    claims = {
        f" {spaced(claim)} ": activity
        for activity in named(lesson, bank, "check")
        if activity.veracity == "misleading"
        for claim in claims_of(activity)
        if len(claim.split()) >= CLAIM_WORDS
    }
    for spot, heading in headings_of(lesson):
        shown = f" {spaced(heading)} "
        for claim, activity in claims.items():
            if claim in shown:
                yield warning(
                    "claim_in_heading",
                    _("A heading repeats the claim of “%(title)s” word for word.")
                    % {"title": activity},
                    _("Say it neutrally: headings travel without their lesson."),
                    spot,
                )


def claims_of(activity: Activity) -> Iterator[str]:
    """Yield what the activity lets somebody claim."""
    for item in activity.body.raw_data:
        value = item["value"] if isinstance(item["value"], dict) else {}
        yield from (value.get(name) or "" for name in ("statement", "caption"))
        for stimulus in value.get("stimulus") or []:
            inner = stimulus.get("value", stimulus)
            yield inner.get("text") or ""
        pieces = [piece.get("value", piece) for piece in value.get("segments") or []]
        yield " ".join(piece.get("text") or "" for piece in pieces)


def headings_of(lesson: LessonPage) -> Iterator[tuple[str, str]]:
    """Yield what is read without the lesson: titles, headings, the summary."""
    for name in ("title", "seo_title", "search_description", "summary"):
        yield name, getattr(lesson, name) or ""
    for number, step in enumerate(lesson.steps.raw_data):
        yield f"steps.{number}.heading", step["value"].get("heading") or ""
