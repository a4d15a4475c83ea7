"""Twins give each other away: whoever answers one of a pair is not asked the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from literacy.findings import Finding, warning

from .models import Activity, QuizPage


def twins_in_order(chosen: Iterable[Activity]) -> Iterator[Finding]:
    """Return the pairs of which a quiz in an editor's order asks more than one."""
    pairs: dict[str, list[Activity]] = defaultdict(list)
    for activity in dict.fromkeys(chosen):
        pairs[activity.pair_key or activity.key].append(activity)
    for twins in pairs.values():
        if len(twins) > 1:
            titles = _(", ").join(_("“%(title)s”") % {"title": one} for one in twins)
            yield warning(
                "twins",
                _("These are of one pair: %(titles)s.") % {"titles": titles},
                _("Keep one of them: whoever saw it can guess the others."),
                "activities",
            )


def too_few_pairs(quiz: QuizPage) -> Iterator[Finding]:
    """Yield a finding where a quiz draws so many that some are of one pair."""
    pairs = min(
        len({pair or key for pair, key in bank.values_list("pair_key", "key")})
        for bank in quiz.banks().values()
    )
    if pairs < quiz.count:
        yield warning(
            "twins",
            ngettext(
                "The bank holds %(n)d pair; %(count)d activities are drawn.",
                "The bank holds %(n)d pairs; %(count)d activities are drawn.",
                pairs,
            )
            % {"n": pairs, "count": quiz.count},
            _("Give each pair of twins a word of its own, or draw fewer."),
            "count",
        )
