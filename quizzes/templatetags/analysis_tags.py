"""What reports show: numbers as the language writes them, flags in words, plots."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi, get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from literacy.art import plots
from literacy.templatetags.literacy_tags import plain_text
from quizzes import words
from quizzes.formats.blocks import format_choices
from quizzes.models import Activity
from quizzes.queries.analysis import Passport
from quizzes.queries.analysis import passport as find_passport
from quizzes.scoring.measures.items import TARGET

register = template.Library()

# Each flag with its name, and what to do about it.
FLAGS = {
    "negative": (
        _("Urgent: the better half fails"),
        _(
            "Those who do well elsewhere get this wrong more often. Most likely the "
            "key is wrong or two answers are right: read it again today."
        ),
    ),
    "misfit": (
        _("Counts do not fit together"),
        _("Something was counted twice or lost. Please tell whoever runs the site."),
    ),
    "too_hard": (
        _("Too hard"),
        _("Fewer than one in five is right. Is the clue there to be found?"),
    ),
    "too_easy": (
        _("Too easy"),
        _("Nearly everybody is right: it practises, but it measures nothing."),
    ),
    "weak": (
        _("Tells little"),
        _(
            "Right and wrong hardly go together with the other answers. Is it clear "
            "what is asked?"
        ),
    ),
    "dif": (
        _("Different from another language"),
        _(
            "Equally able learners do not do equally well in both languages. Compare "
            "the wording, and rewrite one of them."
        ),
    ),
    "dif_watch": (
        _("Watch: another language differs a little"),
        _("Not much yet. Look again when there are more answers."),
    ),
}
# What a breakdown counts, by its code.
BREAKDOWNS = {
    "options": _("Options chosen"),
    "steps": _("How sure they were"),
    "places": _("Where each step was put"),
    "cards": _("Where each card was put"),
    "posts": _("What was done with each post"),
    "segments": _("Pieces that were marked"),
    "spots": _("Places that were picked"),
    "verdicts": _("Verdicts"),
    "ends": _("Ends that were reached"),
    "flags": _("Signs that were noticed"),
    "replies": _("Replies that were chosen"),
    "ways": _("Searches that were made"),
    "results": _("Results that were opened"),
}
TONES = {"negative": "urgent", "dif_watch": "watch"}


@register.simple_tag(name="passport")
def activity_passport(activity: Activity) -> Passport:
    return find_passport(activity)


@register.filter
def edit_url(activity: Activity) -> str:
    return reverse(activity.snippet_viewset.get_url_name("edit"), args=[activity.pk])


@register.filter
def percent(share: float | None) -> str:
    """Return a share as whole per cents."""
    return "—" if share is None else plain_text(f"{share:.0%}")


@register.filter
def decimal(value: float | None, places: int = 2) -> str:
    """Return a number with so many places, its sign before it."""
    if value is None:
        return "—"
    shown = f"{abs(value):.{places}f}"
    is_below = value < 0 and float(shown) > 0
    return ("−" if is_below else "") + plain_text(shown)


@register.filter
def percents(interval: tuple[float, float] | None) -> str:
    return between(percent(interval[0]), percent(interval[1])) if interval else "—"


@register.filter
def decimals(interval: tuple[float, float] | None) -> str:
    return between(decimal(interval[0]), decimal(interval[1])) if interval else "—"


def between(low: str, high: str) -> str:
    return gettext("%(low)s to %(high)s") % {"low": low, "high": high}


@register.filter
def flag_name(flag: str) -> Any:
    return FLAGS[flag][0]


@register.filter
def flag_remedy(flag: str) -> Any:
    return FLAGS[flag][1]


@register.filter
def flag_tone(flag: str) -> str:
    return TONES.get(flag, "flag")


@register.filter
def breakdown_name(code: str) -> Any:
    return BREAKDOWNS[code]


@register.filter
def step_name(step: int) -> Any:
    return dict(words.STEPS)[step]


@register.filter
def language_name(code: str) -> str:
    return str(get_language_info(code)["name_local"])


@register.filter
def format_name(format_: str) -> Any:
    return dict(format_choices()).get(format_, format_)


@register.simple_tag
def plot_difficulty(found: Any) -> SafeString:
    """Draw a difficulty with its interval over the band it should lie in."""
    return _drawn(
        plots.draw_bar(
            found.p, interval=found.interval, band=TARGET, mirror=get_language_bidi()
        )
    )


@register.simple_tag
def plot_bar(share: float, is_right: bool | None = None) -> SafeString:
    tone = "wrong" if is_right is False else ""
    return _drawn(plots.draw_bar(share, tone=tone, mirror=get_language_bidi()))


@register.simple_tag
def plot_stack(cells: Sequence[Any]) -> SafeString:
    parts = [(cell.share, cell.is_right) for cell in cells]
    return _drawn(plots.draw_stack(parts, mirror=get_language_bidi()))


@register.simple_tag
def plot_curve(points: Sequence[Any]) -> SafeString:
    """Draw the share that was right at each rest score."""
    return _columns([(one.rest, one.share, percent(one.share)) for one in points])


@register.simple_tag
def plot_totals(totals: Any) -> SafeString:
    """Draw how many had each total."""
    most = max(totals.table.values())
    counts = [(n, totals.table.get(n, 0)) for n in range(totals.items + 1)]
    return _columns([(n, count / most, plain_text(count)) for n, count in counts])


@register.simple_tag
def plot_calibration(bins: Sequence[Any]) -> SafeString:
    points = [(one.said, one.share_accurate, tuple(one.interval)) for one in bins]
    ticks = [(share, percent(share)) for share in (0.0, 0.5, 1.0)]
    return _drawn(plots.draw_calibration(points, ticks, mirror=get_language_bidi()))


@register.simple_tag
def plot_estimates(low: float, high: float, *estimates: Any) -> SafeString:
    """Draw values with their intervals on an axis from one number to another."""
    span = high - low
    dots = [
        plots.Dot(
            (one.value - low) / span,
            ((one.interval[0] if one.interval else one.value) - low) / span,
            ((one.interval[1] if one.interval else one.value) - low) / span,
            is_hollow=number > 0,
        )
        for number, one in enumerate(estimates)
    ]
    marks = [low, (low + high) / 2, high]
    ticks = [((mark - low) / span, escape(decimal(mark, 0))) for mark in marks]
    return _drawn(plots.draw_dots(dots, ticks, mirror=get_language_bidi()))


def _columns(found: Sequence[tuple[int, float, str]]) -> SafeString:
    columns = [plots.Column(plain_text(n), share, text) for n, share, text in found]
    return _drawn(plots.draw_columns(columns, mirror=get_language_bidi()))


def _drawn(picture: str) -> SafeString:
    return mark_safe(picture)  # noqa: S308 - shapes and numbers of our own
