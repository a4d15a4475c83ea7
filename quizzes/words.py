"""The fixed lists of the field, each value with its name."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PURPOSES = [
    ("practice", _("Practice")),
    ("check", pgettext_lazy("purpose", "Check")),
    ("pre", _("Before a course")),
    ("post", _("After a course")),
    ("booster", _("Booster")),
]
FORMS = [("any", _("Any form")), ("a", _("Form A")), ("b", _("Form B"))]
VERACITIES = [
    ("accurate", _("Accurate")),
    ("misleading", _("Misleading")),
    ("unverifiable", _("Cannot be verified yet")),
    ("opinion", _("Opinion or satire")),
]
SENSITIVITIES = [
    (0, _("Everyday")),
    (1, _("Worrying")),
    (2, _("Sensitive")),
    (3, _("Very sensitive")),
]
HARMS = [
    ("none", _("None")),
    ("scam", _("Fraud")),
    ("hate", _("Hate")),
    ("recruitment", _("Recruitment")),
    ("privacy", _("Privacy")),
]
CATEGORIES = [
    ("spam", _("Spam")),
    ("scam", _("Fraud")),
    ("false", _("False information")),
    ("hate", _("Hate or bullying")),
    ("privacy", _("Someone’s private life")),
    ("danger", _("Danger to people")),
]
FEELINGS = [
    ("fear", _("Fear")),
    ("anger", _("Anger")),
    ("joy", _("Joy")),
    ("pride", _("Pride")),
    ("surprise", _("Surprise")),
    ("sadness", _("Sadness")),
    ("none", pgettext_lazy("feeling", "None in particular")),
]
REASONS = [
    ("who", _("Who says it")),
    ("date", _("How old it is")),
    ("coverage", _("What others say")),
    ("picture", _("The picture")),
    ("words", _("How it is written")),
    ("feeling", _("The feeling it presses on")),
    ("unsure", _("I am not sure yet")),
]
FINDINGS = [
    ("who", _("Who is behind it")),
    ("date", _("Date")),
    ("coverage", _("What others say")),
    ("picture", _("The picture")),
    ("words", _("The words")),
]
STEPS = [
    (1, _("Certainly false")),
    (2, _("Probably false")),
    (3, _("Not sure yet")),
    (4, _("Probably true")),
    (5, _("Certainly true")),
]
DECISIONS = [
    ("share", _("You shared it")),
    ("skip", _("You left it")),
    ("report", _("You reported it")),
]
MESSAGE_KINDS = [
    ("text", _("Text")),
    ("voice", _("Voice message")),
    ("picture", _("Picture")),
]
STAGES = [
    ("neutral", _("Everyday")),
    ("contact", _("First contact")),
    ("trust", _("Gaining trust")),
    ("isolate", _("Isolating")),
    ("pressure", _("Pressure")),
    ("exit", _("Way out")),
    ("help", _("Asking for help")),
]
TECHNIQUES = [
    ("loaded", _("Loaded words")),
    ("urgency", _("Hurry")),
    ("two-choices", _("Only two choices")),
    ("clash", _("Words that clash")),
    ("blame", _("Somebody to blame")),
    ("person", _("Attack on the person")),
    ("plot", _("Secret plot")),
    ("mask", _("Mask")),
    ("crowd", _("Fake crowd")),
    ("authority", _("Expert without a name")),
]
PICTURE_VERDICTS = [
    ("fits", _("They fit")),
    ("not", _("They do not fit")),
    ("unsure", _("I am not sure")),
]
QUALITIES = [("safe", _("Safe")), ("unsure", _("Unsure")), ("risky", _("Risky"))]
CHAT_ENDS = [
    ("safe", _("Safe end")),
    ("late", _("Late, and still safe")),
    ("help", _("With help")),
    ("open", _("Open end")),
]

SEARCH_KINDS = [
    ("name", _("Search for the name")),
    ("claim", _("Search for the claim")),
    ("picture", _("Search for the picture")),
    ("about", _("Read “About us”")),
    ("comments", _("Read the comments")),
]
PAGE_KINDS = [
    ("official", _("Official page")),
    ("news", _("Newspaper")),
    ("wiki", _("Encyclopedia")),
    ("copycat", _("Imitation")),
    ("blog", _("Blog")),
    ("forum", _("Forum")),
]
WORTHS = [(0, _("Nothing")), (1, _("A little")), (2, _("Very much"))]
VERDICTS = [
    ("trust", _("Yes, we can rely on it")),
    ("not", _("No, we cannot rely on it")),
    ("unsure", _("Not sure yet")),
]

# Models take their choices from functions: a new value needs no migration.
Choices = list[tuple[Any, Any]]


def purposes() -> Choices:
    return PURPOSES


def forms() -> Choices:
    return FORMS


def veracities() -> Choices:
    return VERACITIES


def sensitivities() -> Choices:
    return SENSITIVITIES
