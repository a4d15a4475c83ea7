"""What is wrong with a skill, an activity or a quiz, as it would be published."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from literacy.content_rules import field_faults, outside_names
from literacy.findings import Finding, error, errors_in, warning
from literacy.gate import site_notes
from literacy.models.pages import SENSITIVE
from literacy.sign_off_rules import sign_off_of
from quizzes.formats.registry import format_of

from .claims import repeated_claims, titles_of
from .models import Activity, QuizPage, Skill
from .pairs import too_few_pairs, twins_in_order
from .uses import broken_uses
from .words import FORMS

Bank = dict[int, Activity]


def check_content(instance: Any) -> Iterable[Finding]:
    """Return the findings of this app; registered as a check."""
    if isinstance(instance, Activity):
        return activity_findings(instance)
    if isinstance(instance, QuizPage):
        return quiz_findings(instance)
    if isinstance(instance, Skill):
        return field_faults(instance)
    return ()


def published_content() -> Iterator[Any]:
    """Return what of this app is published; registered as subjects."""
    skills = Skill.objects.filter(live=True).select_related("locale")
    yield from skills.order_by("key", "locale")
    rows = Activity.objects.filter(live=True).select_related("locale", "skill")
    yield from rows.order_by("key", "locale")
    quizzes = QuizPage.objects.live().filter(alias_of=None)
    yield from quizzes.select_related("locale").order_by("path")


# Activities


def activity_findings(activity: Activity) -> list[Finding]:
    """Return what is wrong with an activity. Never raises for broken data."""
    found = list(field_faults(activity))
    if not activity.body and not any(one.field == "body" for one in found):
        found.append(
            error(
                "no_format",
                _("The activity has no format yet."),
                _("Press the plus in “activity” and choose one."),
                "body",
            )
        )
    # What follows reads the body, and needs all its parts.
    if not any(one.field == "body" for one in errors_in(found)):
        found += format_of(activity.body[0].block_type).findings(activity)
    found += outside_names(activity)
    found += review_faults(activity)
    found += broken_uses(activity)
    return found


def review_faults(activity: Activity) -> Iterator[Finding]:
    """Yield a finding where a sensitive activity waits for its review."""
    due = activity.review_due
    remedy = _("Read it again, and set the day of the next review.")
    if due and due < timezone.localdate():
        yield warning(
            "review_due",
            _("Its review was due on %(day)s.") % {"day": date_format(due)},
            remedy,
            "review_due",
        )
    elif not due and is_signed_here(activity):
        yield warning(
            "review_due",
            _("This is sensitive, and has no day for its next review."),
            remedy,
            "review_due",
        )


def is_signed_here(activity: Activity) -> bool:
    """Tell whether it is sensitive, and read here: before that nothing is due again."""
    if (activity.sensitivity or 0) < SENSITIVE:
        return False
    signed = sign_off_of(activity)
    return signed is not None and not signed.came_with_site


# Quizzes


def quiz_findings(quiz: QuizPage) -> list[Finding]:
    """Return what is wrong with a quiz."""
    found = list(field_faults(quiz))
    if quiz.activities and not quiz.skills:
        found += ordered_faults(quiz)
    elif quiz.skills and not quiz.activities:
        found += list(drawn_faults(quiz)) or too_few_pairs(quiz)
    return [*found, *outside_names(quiz), *claims_in_titles(quiz)]


def ordered_faults(quiz: QuizPage) -> Iterator[Finding]:
    """Return what is wrong with activities in an editor's order."""
    pks = quiz.chosen("activities")
    rows = find_activities(pks)
    chosen = [rows[pk] for pk in pks if pk in rows]
    for activity in chosen:
        yield from unpublished(activity, quiz.locale_id, "activities")
    yield from twins_in_order(chosen)
    accurate = sum(1 for one in chosen if one.veracity == "accurate")
    if accurate * 2 < len(chosen) - len(chosen) % 2:
        yield error(
            "not_half_accurate",
            ngettext(
                "Only %(n)d of the activities is accurate.",
                "Only %(n)d of the activities are accurate.",
                accurate,
            )
            % {"n": accurate},
            _("Let half of them be accurate: nobody should learn to doubt everything."),
            "activities",
        )


def find_activities(pks: Iterable[int]) -> Bank:
    """Return activities by primary key; all are read while the site is asked."""
    notes = site_notes()
    if notes is None:
        return Activity.objects.in_bulk(set(pks))
    if "activities" not in notes:
        notes["activities"] = Activity.objects.in_bulk()
    known: Bank = notes["activities"]
    return {pk: known[pk] for pk in pks if pk in known}


def claims_in_titles(quiz: QuizPage) -> Iterator[Finding]:
    """Return the titles that repeat a claim of what the quiz asks."""
    chosen = Activity.objects.filter(pk__in=quiz.chosen("activities"))
    return repeated_claims(titles_of(quiz), chosen | quiz.drawable())


def unpublished(activity: Activity, locale_id: int, where: str) -> Iterator[Finding]:
    """Yield a finding where an activity cannot be shown on a page of this language."""
    if activity.locale_id != locale_id:
        yield error(
            "other_language",
            _("“%(title)s” is in another language.") % {"title": activity},
            _("Choose its translation."),
            where,
        )
    elif not activity.live:
        yield error(
            "unpublished",
            _("“%(title)s” is not published.") % {"title": activity},
            _("Publish it first, or choose another one."),
            where,
        )


def drawn_faults(quiz: QuizPage) -> Iterator[Finding]:
    """Yield a finding where the bank lacks activities of a half, in any form."""
    half = quiz.count // 2
    for form, activities in quiz.banks().items():
        bank = Counter(activities.values_list("veracity", flat=True))
        names = {"accurate": _("accurate"), "misleading": _("misleading")}
        for veracity, name in names.items():
            held = bank[veracity]
            if held < half:
                yield error(
                    "small_bank",
                    _(
                        "%(form)s: the bank holds %(held)d %(kind)s activities; "
                        "%(half)d are drawn."
                    )
                    % {
                        "held": held,
                        "kind": name,
                        "form": dict(FORMS)[form],
                        "half": half,
                    },
                    _("Publish more activities of these skills, or draw fewer."),
                    "count",
                )
                return
