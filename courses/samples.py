"""What the CMS shows of each step before an editor chooses it.

Invented and harmless. The words are looked up when asked, in the editor's language.
"""

from typing import Any

from django.utils.translation import gettext as _

Json = dict[str, Any]


def hook() -> Json:
    return {
        "heading": _("A quiet evening"),
        "text": _(
            "A message arrives in the family group: the old bridge closes tomorrow, "
            "tell everyone! Salma’s finger is already on “forward”."
        ),
        "picture": None,
        "alt": "",
    }


def predict() -> Json:
    return {"activity": None}


def key_idea() -> Json:
    return {
        "heading": _("Feelings are fast"),
        "text": _("A strong feeling is quicker than a question. That is human."),
        "idea": _("When a post hurries us, we take our time."),
        "example": _("“Share before it is deleted!” is such a hurry."),
        "picture": None,
        "alt": "",
    }


def practice() -> Json:
    return {
        "heading": _("Now we try it"),
        "text": _("Take your time: nobody is counting."),
        "activity": None,
    }


def check() -> Json:
    return {
        "heading": _("Four new ones"),
        "text": _("Some are accurate and some are misleading."),
        "activities": [],
    }


def takeaway() -> Json:
    return {
        "heading": _("To take along"),
        "text": _("Pause, look for the source, then decide."),
        "today": _("Ask one kind question before you forward something."),
    }
