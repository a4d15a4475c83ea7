from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from literacy.blocks import TextBlock
from quizzes.formats.base import FormatBlock, StimulusBlock
from quizzes.formats.confidence.sample import sample


class ConfidenceBlock(FormatBlock):
    """Is it true, and how sure are we? One question with five steps."""

    stimulus = blocks.ListBlock(
        StimulusBlock(), min_num=0, max_num=1, default=[], label=_("What it is about")
    )
    statement = blocks.CharBlock(
        max_length=250,
        label=_("Statement"),
        help_text=_(
            "The claim to judge. “Veracity” above says whether it is accurate."
        ),
    )
    source = blocks.CharBlock(max_length=160, label=_("Source line"))
    evidence = TextBlock(
        max_length=500,
        label=_("What checking shows"),
        help_text=_("Shown after the answer."),
    )

    class Meta:
        icon = "sliders"
        label = _("True or false, and how sure")
        description = _("Five steps from certainly false to certainly true")
        preview_value = staticmethod(sample)


BLOCK = ConfidenceBlock()
