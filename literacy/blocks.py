"""Blocks that any page may use."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from literacy.text.lines import one_line_end

from .text.fields import WholeNumberField

# The tiles an editor may choose from, as drawn in literacy.art.
TILES = [
    ("rosette", _("Rosette")),
    ("eye", _("Eye")),
    ("pause", pgettext_lazy("tile", "Pause")),
    ("steps", pgettext_lazy("tile", "Steps")),
    ("arcs", _("Arcs")),
    ("bubble", _("Speech bubble")),
    ("palm", _("Palm")),
    ("sun", pgettext_lazy("tile", "Sun")),
    ("brick", _("Bricks")),
    ("leaf", _("Leaf")),
    ("river", _("River")),
    ("star", _("Star")),
    ("quarter", _("Quarters")),
    ("check", _("Check mark")),
    ("half", _("Halves")),
    ("seven", _("Seven circles")),
]

# The three habits, each with the symbol that stands for it.
HABITS = [
    ("pause", pgettext_lazy("habit", "Pause")),
    ("eye", pgettext_lazy("habit", "Check")),
    ("check", pgettext_lazy("habit", "Decide")),
]


def tiles() -> list[tuple[str, Any]]:
    """Return the tiles as choices for a model: a new one needs no migration."""
    return TILES


class TextBlock(blocks.TextBlock):
    """Text of several lines; all of ours are of this class."""

    def value_from_form(self, value: Any) -> Any:
        return one_line_end(value) if isinstance(value, str) else value


class KeyBlock(blocks.RegexBlock):
    """A name that parts of an activity call each other by; never translated."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {})["invalid"] = _(
            "Only small Latin letters, digits and hyphens."
        )
        super().__init__(regex=r"^[a-z0-9-]{1,40}$", **kwargs)


class WholeNumberBlock(blocks.FieldBlock):
    """A whole number, typed in the digits of any keyboard."""

    def __init__(
        self,
        min_value: int | None = None,
        max_value: int | None = None,
        help_text: Any = "",
        **kwargs: Any,
    ) -> None:
        self.field = WholeNumberField(
            min_value=min_value, max_value=max_value, help_text=help_text
        )
        super().__init__(**kwargs)

    class Meta:
        icon = "placeholder"


class PictureFields(blocks.StructBlock):
    """A picture with its words, for blocks that may show one."""

    def get_form_layout(self) -> Any:
        """Put the picture last, in the form and in the value."""
        for name in ("picture", "alt"):
            self.child_blocks.move_to_end(name)
        return super().get_form_layout()

    picture = ImageChooserBlock(required=False, label=_("Picture"))
    alt = blocks.CharBlock(
        required=False,
        max_length=250,
        label=_("What the picture shows"),
        help_text=_("Read aloud to whoever does not see it. Do not give the answer."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["picture"] and not cleaned["alt"]:
            raise blocks.StructBlockValidationError(
                {"alt": ErrorList([ValidationError(_("Say what the picture shows."))])}
            )
        return cleaned


class PointBlock(blocks.CharBlock):
    """One short line with a tick."""

    class Meta:
        icon = "check"
        label = _("Point")


class HabitBlock(blocks.StructBlock):
    """One of the three habits on the home page."""

    symbol = blocks.ChoiceBlock(choices=HABITS, label=_("Symbol"))
    title = blocks.CharBlock(max_length=40, label=_("Title"))
    text = blocks.CharBlock(max_length=120, label=_("Text"))

    class Meta:
        icon = "pick"
        label = _("Habit")


class SectionBlock(blocks.StructBlock):
    """A heading with paragraphs."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = TextBlock(
        label=_("Text"), help_text=_("An empty line begins a new paragraph.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Section")
        description = _("A heading with paragraphs")
        template = "literacy/blocks/section.html"
        preview_template = "literacy/block_preview.html"
        preview_value = {
            "heading": _("Who we are"),
            "text": _("We learn together how to look twice before we share."),
        }


class PointsBlock(blocks.StructBlock):
    """A heading with a list."""

    heading = blocks.CharBlock(max_length=120, required=False, label=_("Heading"))
    points = blocks.ListBlock(blocks.CharBlock(max_length=300), label=_("Points"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        description = _("A heading with short points")
        template = "literacy/blocks/points.html"
        preview_template = "literacy/block_preview.html"
        preview_value = {
            "heading": _("Three habits"),
            "points": [name for _symbol, name in HABITS],
        }


class NoteBlock(blocks.StructBlock):
    """A boxed remark."""

    text = TextBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Note")
        description = _("A boxed remark")
        template = "literacy/blocks/note.html"
        preview_template = "literacy/block_preview.html"
        preview_value = {"text": _("Nothing here needs an account.")}


def info_blocks() -> list[tuple[str, blocks.Block]]:
    """Return the blocks of an information page."""
    return [
        ("section", SectionBlock()),
        ("points", PointsBlock()),
        ("note", NoteBlock()),
    ]
