"""Look at places in a picture."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from literacy.blocks import TextBlock, WholeNumberBlock
from literacy.text.fields import WholeNumberField
from literacy.translation.fields import OverridableSegmentValue
from quizzes.formats.base import FormatBlock
from quizzes.formats.samples import items

# The picture of the sample, as pictures are frozen.
SAMPLE_PICTURE = {"static": "img/sample-inspector.svg", "width": 700, "height": 400}


class PercentBlock(blocks.CharBlock):
    """A whole number of per cent; a translation may say another for another picture.

    To wagtail-localize it is a text that is taken over unless overridden, because
    it lets translators override no numbers.
    """

    def __init__(
        self, low: int = 0, default: int = 40, help_text: Any = "", **kwargs: Any
    ) -> None:
        super().__init__(default=default, search_index=False, **kwargs)
        self.field = WholeNumberField(min_value=low, max_value=100, help_text=help_text)

    def get_translatable_segments(self, value: Any) -> list[OverridableSegmentValue]:
        return [OverridableSegmentValue("", value)]

    def restore_translated_segments(self, value: Any, segments: Any) -> Any:
        """Return the number that the translator gave; anything else changes nothing."""
        try:
            return self.field.clean(str(segments[0].data))
        except ValidationError:
            return value


class SpotBlock(blocks.StructBlock):
    """A place: where it is in per cent of the picture, left and right as seen."""

    label = blocks.CharBlock(
        max_length=120,
        label=_("What is seen there"),
        help_text=_("What is seen, not what it means: “a sign in Latin letters”."),
    )
    x = PercentBlock(
        label=_("From the left (%)"),
        help_text=_("Click or drag on the picture above, or type. The same in Arabic."),
    )
    y = PercentBlock(label=_("From the top (%)"))
    width = PercentBlock(low=1, default=20, label=_("Width (%)"))
    height = PercentBlock(low=1, default=20, label=_("Height (%)"))
    is_clue = blocks.BooleanBlock(
        required=False,
        label=_("Is a clue"),
        help_text=_("Leave unticked for a normal place."),
    )
    explanation = TextBlock(
        max_length=400,
        label=_("What it tells us"),
        help_text=_("For a normal place: why it proves nothing."),
    )

    class Meta:
        icon = "crosshairs"
        label = _("Place")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        sides = {
            "width": (
                cleaned["x"],
                cleaned["width"],
                _("The place reaches beyond the right edge of the picture."),
            ),
            "height": (
                cleaned["y"],
                cleaned["height"],
                _("The place reaches beyond the lower edge of the picture."),
            ),
        }
        faults = {
            name: ErrorList([ValidationError(text)])
            for name, (start, size, text) in sides.items()
            if (start or 0) + (size or 0) > 100
        }
        if faults:
            raise blocks.StructBlockValidationError(faults)
        return cleaned


def sample_places() -> list[dict[str, Any]]:
    def place(label: str, *box: int, clue: bool, text: str) -> dict[str, Any]:
        sides = dict(zip(("x", "y", "width", "height"), box, strict=True))
        return {"label": label, **sides, "is_clue": clue, "explanation": text}

    return [
        place(
            gettext("White tops on the hills"),
            *(4, 18, 44, 26),
            clue=True,
            text=gettext("Snow in August does not go together."),
        ),
        place(
            gettext("A tree without leaves"),
            *(76, 22, 18, 44),
            clue=True,
            text=gettext("In summer it would be green."),
        ),
        place(
            gettext("Water up to the door"),
            *(46, 66, 26, 26),
            clue=False,
            text=gettext("Water looks the same in every season."),
        ),
        place(
            gettext("A house with two windows"),
            *(46, 30, 26, 30),
            clue=False,
            text=gettext("Houses like this stand in many towns."),
        ),
    ]


def sample() -> dict[str, Any]:
    """Return what the CMS shows of the format before it is chosen."""
    return {
        "question": gettext("What does not fit the caption?"),
        "author": gettext("News of Dhifaf"),
        "detail": gettext("9 minutes ago"),
        "caption": gettext("Flood in Dhifaf this August!"),
        "picture": None,
        "alt": gettext("A street under water, with a house, a tree and hills behind."),
        "spots": items(*sample_places()),
        "needed": 2,
        "allowed_false": 1,
        "asks_verdict": True,
        "provenance": gettext("A search finds the picture in a report of last winter."),
    }


class InspectorBlock(FormatBlock):
    """A picture with places to look at, some of them clues, and its caption."""

    question = blocks.CharBlock(max_length=250, label=_("Question"))
    author = blocks.CharBlock(
        max_length=80, label=_("From"), help_text=_("An invented person or page.")
    )
    detail = blocks.CharBlock(
        max_length=120,
        required=False,
        label=_("Detail"),
        help_text=_("Such as “9 minutes ago”."),
    )
    caption = blocks.CharBlock(
        max_length=250, label=_("Caption"), help_text=_("What is claimed of it.")
    )
    picture = ImageChooserBlock(label=_("Picture"), enlarges=True)
    alt = blocks.CharBlock(
        max_length=250,
        label=_("What the picture shows"),
        help_text=_("Read aloud to whoever does not see it. Do not give the answer."),
    )
    spots = blocks.ListBlock(
        SpotBlock(),
        default=[SpotBlock().get_default()] * 4,
        min_num=4,
        max_num=8,
        label=_("Places"),
        help_text=_("Clues and normal places, mixed, in the order of the list."),
    )
    needed = WholeNumberBlock(
        min_value=0,
        max_value=8,
        default=2,
        label=_("Clues that are enough"),
        help_text=_("0 where there is no clue, because picture and caption fit."),
    )
    allowed_false = WholeNumberBlock(
        min_value=0, max_value=4, default=1, label=_("Normal places that may be marked")
    )
    asks_verdict = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("Ask whether picture and caption fit"),
        help_text=_("“Veracity” says which answer is right: accurate means they fit."),
    )
    provenance = TextBlock(
        max_length=400,
        label=_("What a search finds"),
        help_text=_("Where it appeared first, from whom and when."),
    )

    class Meta:
        icon = "image"
        label = _("Inspector")
        description = _("Look at places in a picture: does it fit its caption?")
        preview_value = staticmethod(sample)
        sample_picture = SAMPLE_PICTURE

    def faults(self, value: Any) -> dict[str, Any]:
        clues = sum(1 for spot in value["spots"] if spot["is_clue"])
        needed = value["needed"] or 0
        if needed > clues:
            return {
                "needed": ngettext(
                    "Only %(n)d place is a clue. Mark more, or ask for fewer.",
                    "Only %(n)d places are clues. Mark more, or ask for fewer.",
                    clues,
                )
                % {"n": clues}
            }
        if clues and not needed:
            return {"needed": _("There are clues: at least one must be found.")}
        if not clues and not value["asks_verdict"]:
            return {"asks_verdict": _("Without a clue, the verdict must be asked for.")}
        return {}


BLOCK = InspectorBlock()
