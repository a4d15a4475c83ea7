"""What the blocks of all formats share."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import blocks

from literacy.blocks import PictureFields, TextBlock


class FormatBlock(blocks.StructBlock):
    """The body of one activity.

    `Meta.preview_value` is a function: raw data in the editor's language.
    """

    class Meta:
        preview_template = "quizzes/blocks/preview.html"
        # A frozen picture that the sample shows: a drawing that no library holds.
        sample_picture: Any = None

    def faults(self, value: Any) -> dict[str, Any]:
        """Return what is wrong as a whole, by the field where it is mended.

        A fault is a sentence, or for a place within the field `at_items` of it.
        """
        return {}

    def shaped(self, frozen: dict[str, Any]) -> dict[str, Any]:
        """Return the frozen body in the shape that scoring reads."""
        if isinstance(frozen.get("stimulus"), list):
            return {**frozen, "stimulus": next(iter(frozen["stimulus"]), None)}
        return frozen

    def get_preview_value(self) -> Any:
        return self.to_python(self.meta.preview_value())

    def get_preview_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        return {**(parent_context or {}), "format": self.name, "value": value}

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        faults = self.faults(cleaned)
        if faults:
            raise blocks.StructBlockValidationError(
                block_errors={
                    name: self.block_error(name, fault)
                    for name, fault in faults.items()
                }
            )
        return cleaned

    def block_error(self, name: str, fault: Any) -> Any:
        """Return the fault in the shape that this field's form shows."""
        if isinstance(fault, ValidationError):
            return fault
        if isinstance(self.child_blocks[name], blocks.ListBlock):
            return blocks.ListBlockValidationError(non_block_errors=as_errors(fault))
        return as_errors(fault)


def as_errors(text: Any) -> ErrorList:
    return ErrorList([ValidationError(text)])


def at_items(faults: dict[int, dict[str, Any]]) -> blocks.ListBlockValidationError:
    """Return sentences at fields of a list's items, by their numbers from 0."""
    return blocks.ListBlockValidationError(
        block_errors={
            number: blocks.StructBlockValidationError(
                block_errors={name: as_errors(text) for name, text in fields.items()}
            )
            for number, fields in faults.items()
        }
    )


def refuse_long(text: str, limit: int) -> str:
    """Return what to mend in a text of more than so many words, or nothing."""
    words = len(text.split())
    if words <= limit:
        return ""
    return ngettext(
        "This has %(n)d word; %(max)d at most.",
        "This has %(n)d words; %(max)d at most.",
        words,
    ) % {"n": words, "max": limit}


class StimulusBlock(PictureFields):
    """The invented post, message or notice that a question is about."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("post", _("Post")),
            ("message", _("Message")),
            ("notice", _("Notice")),
            ("headline", _("Headline")),
            ("voice", _("Voice message")),
        ],
        default="post",
        label=_("Kind"),
    )
    author = blocks.CharBlock(
        max_length=80, label=_("From"), help_text=_("An invented person or page.")
    )
    detail = blocks.CharBlock(
        max_length=120,
        required=False,
        label=_("Detail"),
        help_text=_("Such as “9 minutes ago”."),
    )
    text = TextBlock(
        max_length=800,
        label=_("Text"),
        help_text=_("For a voice message, what is said."),
    )

    class Meta:
        icon = "openquote"
        label = _("What it is about")
