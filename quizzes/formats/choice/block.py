from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from literacy.blocks import TextBlock
from quizzes.formats.base import FormatBlock, StimulusBlock
from quizzes.formats.choice.sample import sample


class OptionBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=200, label=_("Option"))
    correct = blocks.BooleanBlock(required=False, label=_("Is right"))
    why = TextBlock(
        max_length=400,
        label=_("Why"),
        help_text=_("What is good or weak about it. Shown after the answer."),
    )

    class Meta:
        icon = "radio-empty"
        label = _("Option")


class ChoiceBlock(FormatBlock):
    """One or several of two to five options."""

    stimulus = blocks.ListBlock(
        StimulusBlock(), min_num=0, max_num=1, default=[], label=_("What it is about")
    )
    question = blocks.CharBlock(max_length=250, label=_("Question"))
    several = blocks.BooleanBlock(
        required=False,
        label=_("Several are right"),
        help_text=_("The learner chooses all that apply."),
    )
    options = blocks.ListBlock(OptionBlock(), min_num=2, max_num=5, label=_("Options"))

    class Meta:
        icon = "tasks"
        label = _("Choice")
        description = _("One or several of two to five options")
        preview_value = staticmethod(sample)

    def faults(self, value: Any) -> dict[str, str]:
        right = sum(1 for option in value["options"] if option["correct"])
        if right == 0:
            return {"options": _("Mark at least one option as right.")}
        if right > 1 and not value["several"]:
            return {
                "options": _("Mark one option only, or tick “Several are right” above.")
            }
        return {}


BLOCK = ChoiceBlock()
