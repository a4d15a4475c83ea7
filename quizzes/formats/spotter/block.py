"""Mark the phrases of a text that manipulate."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from literacy.blocks import TextBlock
from quizzes.formats.base import FormatBlock, at_items
from quizzes.formats.samples import items
from quizzes.words import TECHNIQUES

MOST_TECHNIQUES = 5


class SegmentBlock(blocks.StructBlock):
    """A phrase or a short sentence: two to twelve words."""

    text = TextBlock(
        max_length=200,
        label=_("Piece"),
        help_text=_("A phrase or short sentence that can be read alone."),
    )
    technique = blocks.ChoiceBlock(
        choices=TECHNIQUES,
        required=False,
        label=_("Technique"),
        help_text=_("Leave empty where nothing manipulates."),
    )
    required = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("Has to be marked"),
        help_text=_("Untick where it may be marked, but is not missed."),
    )
    note = TextBlock(
        max_length=300,
        required=False,
        label=_("Why it is a trick"),
        help_text=_("One sentence, shown after the answer."),
    )

    class Meta:
        icon = "edit"
        label = _("Piece")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["technique"] and not cleaned["note"]:
            error = ValidationError(_("Say why this piece is a trick."))
            raise blocks.StructBlockValidationError({"note": ErrorList([error])})
        return cleaned


def sample() -> dict[str, Any]:
    """Return what the CMS shows of the format before it is chosen."""
    neutral = {"technique": "", "required": True, "note": ""}
    return {
        "question": gettext("Where is the trick in this message?"),
        "author": gettext("News of Dhifaf"),
        "detail": gettext("9 minutes ago"),
        "segments": items(
            {**neutral, "text": gettext("The old bridge closes tomorrow.")},
            {
                **neutral,
                "text": gettext("What a disgraceful scandal!"),
                "technique": "loaded",
                "note": gettext("The words tell us what to feel, and nothing else."),
            },
            {
                **neutral,
                "text": gettext("Share before it is deleted!"),
                "technique": "urgency",
                "note": gettext("Whoever hurries us does not want us to check."),
            },
        ),
        "techniques": ["loaded", "urgency"],
    }


class SpotterBlock(FormatBlock):
    """A message in pieces; the learner marks those that manipulate."""

    question = blocks.CharBlock(max_length=250, label=_("Question"))
    author = blocks.CharBlock(
        max_length=80, label=_("From"), help_text=_("An invented person or page.")
    )
    detail = blocks.CharBlock(
        max_length=120,
        required=False,
        label=_("Detail"),
        help_text=_("Such as “forwarded many times”."),
    )
    segments = blocks.ListBlock(
        SegmentBlock(),
        min_num=3,
        max_num=12,
        label=_("Pieces"),
        help_text=_(
            "In reading order: one after the other they are the whole text. "
            "Where no piece has a technique, “no manipulation here” is right."
        ),
    )
    techniques = blocks.MultipleChoiceBlock(
        choices=TECHNIQUES,
        widget=forms.CheckboxSelectMultiple,
        label=_("Techniques to choose from"),
        help_text=_(
            "One to five, with all that are used above. With one only, nothing is "
            "asked about the kind of trick."
        ),
    )

    class Meta:
        icon = "edit"
        label = _("Spotter")
        description = _("Mark the phrases that manipulate, and say how")
        preview_value = staticmethod(sample)

    def faults(self, value: Any) -> dict[str, Any]:
        segments, offered = value["segments"], value["techniques"] or []
        if len(offered) > MOST_TECHNIQUES:
            return {"techniques": _("Offer at most five techniques.")}
        strange = {
            number: {
                "technique": _("Tick this technique below too, or choose another one.")
            }
            for number, segment in enumerate(segments)
            if segment["technique"] and segment["technique"] not in offered
        }
        if strange:
            return {"segments": at_items(strange)}
        tricks = [segment for segment in segments if segment["technique"]]
        if tricks and not any(segment["required"] for segment in tricks):
            return {
                "segments": _("Tick “Has to be marked” for at least one of the tricks.")
            }
        return {}


BLOCK = SpotterBlock()
