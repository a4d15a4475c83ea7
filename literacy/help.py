"""What is said of help: its kinds and topics, and how long a check holds."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# After so many days the public does not see what nobody verified again; editors are
# asked for it a month before, and on the dashboard in the last two weeks.
HIDDEN_AFTER, ASKED_AFTER, NOTED_AFTER = 90, 60, 76

# In the order in which they are shown.
HELP_KINDS: list[tuple[str, Any]] = [
    ("civil", _("civil-society organisation")),
    ("international", _("international organisation")),
    ("platform", _("help of an app or platform")),
    ("state", _("state body")),
]
HELP_REGIONS: list[tuple[str, Any]] = [
    ("federal", _("Iraq, without the Kurdistan Region")),
    ("kurdistan", _("Kurdistan Region")),
    ("outside", _("Outside Iraq")),
]
HELP_TOPICS: list[tuple[str, Any]] = [
    ("blackmail", _("Somebody threatens or blackmails me")),
    ("account", _("My account was taken over")),
    ("recruitment", _("Somebody is pushing me into something")),
    ("friend", _("I am worried about a friend")),
    ("pictures", _("Hurtful or private pictures")),
    ("talk", _("I want to talk to somebody")),
]
HELP_LANGUAGES: list[tuple[str, Any]] = [
    ("ar", _("Arabic")),
    ("ckb", _("Kurdish (Sorani)")),
    ("kmr", _("Kurdish (Badini)")),
    ("tk", _("Turkmen")),
    ("syr", _("Syriac")),
    ("en", _("English")),
]


def checked_since(day: date) -> date:
    """Return the day after which a check must lie to hold on this day."""
    return day - timedelta(days=HIDDEN_AFTER)


def days_left(verified_on: date, day: date) -> int:
    """Return on how many days, this one included, a check still holds."""
    return max(0, (verified_on - checked_since(day)).days)


def seconds_left() -> int:
    """Return how long today lasts."""
    now = timezone.localtime()
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    return max(1, int((tomorrow - now).total_seconds()))
