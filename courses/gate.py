"""What is wrong with a lesson or a module, as it would be published."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from literacy.content_rules import (
    SENSITIVE,
    field_faults,
    outside_names,
    untranslated,
)
from literacy.findings import Finding, error, warning
from literacy.gate import site_notes
from literacy.text_rules import spaced
from quizzes.gate import unpublished
from quizzes.models import Activity
from quizzes.scoring.stepwise import STEPWISE

from .blocks import step_faults
from .models import LessonPage, ModulePage

EACH_HALF = 2
GOOD_BANK = 8
IDEA_WORDS = 120
# A claim of fewer words may stand in a title by chance.
CLAIM_WORDS = 3

Bank = dict[int, Activity]


def check_content(instance: Any) -> Iterable[Finding]:
    """Return the findings of this app; registered as a check."""
    if isinstance(instance, LessonPage):
        return lesson_findings(instance)
    if isinstance(instance, ModulePage):
        return module_findings(instance)
    return ()


def published_content() -> Iterator[Any]:
    """Return what of this app is published; registered as subjects."""
    for model in (ModulePage, LessonPage):
        pages = model.objects.live().filter(alias_of=None)
        yield from pages.select_related("locale").order_by("path")


# Lessons


def lesson_findings(lesson: LessonPage) -> list[Finding]:
    """Return what is wrong with a lesson. Never raises for broken data."""
    bank = activities_of(lesson)
    return [
        *field_faults(lesson),
        *order_faults(lesson),
        *activity_faults(lesson, bank),
        *check_faults(lesson, bank),
        *care_faults(lesson, bank),
        *outside_names(lesson),
        *long_ideas(lesson),
        *repeated_claims(lesson, bank),
    ]


def activities_of(lesson: LessonPage) -> Bank:
    """Return the activities that the steps name, by primary key."""
    notes = site_notes()
    wanted = set(chain(*lesson.step_activities().values()))
    if notes is None:
        return Activity.objects.in_bulk(wanted)
    if "activities" not in notes:
        notes["activities"] = Activity.objects.in_bulk()
    return {pk: notes["activities"][pk] for pk in wanted if pk in notes["activities"]}


def named(lesson: LessonPage, bank: Bank, *kinds: str) -> list[Activity]:
    """Return the activities of some kinds of steps, in order."""
    pks = chain(*lesson.step_activities(*kinds).values())
    return [bank[pk] for pk in pks if pk in bank]


def step_numbers(lesson: LessonPage, *kinds: str) -> Iterator[tuple[int, Any]]:
    """Yield the raw steps of some kinds with their numbers from 0."""
    for number, step in enumerate(lesson.steps.raw_data):
        if step["type"] in kinds:
            yield number, step["value"]


def order_faults(lesson: LessonPage) -> Iterator[Finding]:
    text = step_faults(lesson.steps)
    if text:
        remedy = _("A lesson has all six kinds of steps, in their order.")
        yield error("steps", str(text), remedy, "steps")


def activity_faults(lesson: LessonPage, bank: Bank) -> Iterator[Finding]:
    """Return the activities that cannot be shown, or are in two places."""
    for activity in dict.fromkeys(named(lesson, bank)):
        yield from unpublished(activity, lesson.locale_id, "steps")
        missing = untranslated(activity)
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


def check_faults(lesson: LessonPage, bank: Bank) -> Iterator[Finding]:
    """Return what keeps the check from drawing two and two."""
    items = named(lesson, bank, "check")
    spots = [f"steps.{number}" for number, _value in step_numbers(lesson, "check")]
    if not spots:
        # The order of the steps says so already.
        return
    spot = f"{spots[0]}.activities"
    for item in items:
        if item.purpose != "check":
            yield error(
                "not_for_checks",
                _("“%(title)s” is not meant for checks.") % {"title": item},
                _("Choose “Check” as its purpose, or take another activity."),
                spot,
            )
        if item.format in STEPWISE:
            yield error(
                "stepwise_in_check",
                _("“%(title)s” explains itself on the way: no check can use it.")
                % {"title": item},
                _("Take a choice, a spotter, an inspector, a sort or a confidence."),
                spot,
            )
    yield from half_faults(items, lesson.locale_id, spot)
    yield from bank_warnings(items, spot)


def half_faults(items: list[Activity], locale_id: int, spot: str) -> Iterator[Finding]:
    usable = [
        one
        for one in dict.fromkeys(items)
        if one.live and one.locale_id == locale_id and one.purpose == "check"
    ]
    held = Counter(one.veracity for one in usable)
    missing = {
        _("misleading"): EACH_HALF - held["misleading"],
        _("accurate"): EACH_HALF - held["accurate"],
    }
    for name, number in missing.items():
        if number > 0:
            yield error(
                "check_halves",
                ngettext(
                    "The check lacks %(n)d %(kind)s activity.",
                    "The check lacks %(n)d %(kind)s activities.",
                    number,
                )
                % {"n": number, "kind": name},
                _("Two of each are drawn: add what is missing."),
                spot,
            )


def bank_warnings(items: list[Activity], spot: str) -> Iterator[Finding]:
    if len(items) < GOOD_BANK:
        yield warning(
            "small_bank",
            ngettext(
                "The bank of the check holds %(n)d activity.",
                "The bank of the check holds %(n)d activities.",
                len(items),
            )
            % {"n": len(items)},
            _("With eight or more, a second go brings new ones."),
            spot,
        )
    pairs = Counter((one.pair_key, one.veracity) for one in items if one.pair_key)
    odd = [one for one in items if not has_twin(one, pairs)]
    if odd:
        yield warning(
            "unpaired",
            _("Without a twin in the bank: %(titles)s.")
            % {"titles": _(", ").join(f"“{one}”" for one in odd)},
            _("Give a misleading activity and its accurate twin the same pair."),
            spot,
        )


def has_twin(item: Activity, pairs: Counter[tuple[str, str]]) -> bool:
    other = "accurate" if item.veracity == "misleading" else "misleading"
    return bool(item.pair_key and pairs[(item.pair_key, other)])


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


# Rumours in headings


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


# Modules


def module_findings(module: ModulePage) -> list[Finding]:
    """Return what is wrong with a module and with its lessons as a whole."""
    return [*field_faults(module), *outside_names(module), *lone_chats(module)]


def lone_chats(module: ModulePage) -> Iterator[Finding]:
    """Return whether all chats of a module are traps."""
    if not module.path:
        return
    lessons = LessonPage.objects.child_of(module).live()
    pks = {
        pk
        for lesson in lessons
        for pk in chain(*lesson.step_activities("predict", "practice").values())
    }
    chats = Activity.objects.filter(pk__in=pks, format="chat")
    veracities = set(chats.values_list("veracity", flat=True))
    if veracities and "accurate" not in veracities:
        yield warning(
            "no_benign_chat",
            _("All chats of this module are misleading ones."),
            _("Add a chat in which all is well, so that nobody learns to fear all."),
        )
