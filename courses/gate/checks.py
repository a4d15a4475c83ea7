"""What keeps a lesson's check from drawing two and two that nobody has seen."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import LessonPage
from literacy.findings import Finding, error, warning
from quizzes.formats.rules import STEPWISE
from quizzes.models import Activity

from .steps import Bank, named, step_numbers

EACH_HALF = 2
GOOD_BANK = 8


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
                _("Use a choice, spotter, inspector, sort or true-or-false question."),
                spot,
            )
    yield from half_faults(items, lesson.locale_id, spot)
    yield from bank_warnings(items, spot)
    yield from crowded_pairs(items, spot)


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
            % {
                "titles": _(", ").join(_("“%(title)s”") % {"title": one} for one in odd)
            },
            _("Give a misleading activity and its accurate twin the same pair."),
            spot,
        )


def crowded_pairs(items: list[Activity], spot: str) -> Iterator[Finding]:
    """Return the pairs that are more than one activity and its twin."""
    pairs = Counter((one.pair_key, one.veracity) for one in items if one.pair_key)
    for name in dict.fromkeys(pair for (pair, _half), n in pairs.items() if n > 1):
        yield warning(
            "crowded_pair",
            _("“%(pair)s” is more than one misleading and one accurate activity.")
            % {"pair": name},
            _("Only one of a pair is drawn: give the others a pair of their own."),
            spot,
        )


def has_twin(item: Activity, pairs: Counter[tuple[str, str]]) -> bool:
    other = "accurate" if item.veracity == "misleading" else "misleading"
    return bool(item.pair_key and pairs[(item.pair_key, other)])
