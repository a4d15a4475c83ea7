"""What draws from the bank without naming its activities, and what a change breaks."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.utils.translation import gettext as _

from literacy.findings import Finding, error, errors_in
from literacy.gate import site_notes
from literacy.uses import Use, effects, line_of

from .models import Activity, QuizPage

# What pages and the gate read of an activity without its version.
READ = (
    "locale_id",
    "skill_id",
    "format",
    "purpose",
    "form",
    "veracity",
    "pair_key",
    "sensitivity",
)
_asks_later: ContextVar[bool] = ContextVar("asks_later", default=False)


def uses_by_drawing(thing: Any) -> Iterable[Use]:
    """Return the live quizzes that may draw an activity; registered as uses."""
    if not isinstance(thing, Activity) or thing.pk is None:
        return []
    quizzes = QuizPage.objects.live().filter(alias_of=None, locale=thing.locale_id)
    return [
        Use(quiz, _("It is drawn there."))
        for quiz in quizzes.select_related("locale")
        if quiz.skills and quiz.drawable().filter(pk=thing.pk).exists()
    ]


def broken_uses(activity: Activity) -> Iterator[Finding]:
    """Return what publishing this would break where the activity is used."""
    if site_notes() is not None or _asks_later.get() or activity.pk is None:
        return
    rows = Activity.objects.filter(pk=activity.pk, live=True)
    was = rows.values(*READ).first()
    now = {name: getattr(activity, name) for name in READ}
    if was is None or was == now:
        return
    for one in errors_in(effects(activity, **now)):
        yield error(
            "breaks_use",
            line_of(one),
            _("Take it out there first, or leave it as it was."),
        )


@contextmanager
def asking_later() -> Iterator[None]:
    """Let activities change before the pages that use them; whoever does asks these."""
    token = _asks_later.set(True)
    try:
        yield
    finally:
        _asks_later.reset(token)
