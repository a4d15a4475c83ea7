from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from literacy.blocks import TextBlock
from quizzes.formats.base import FormatBlock
from quizzes.formats.order.sample import sample


class OrderStepBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=160, label=_("Step"))
    why = TextBlock(max_length=400, label=_("Why here"))
    swaps_with_next = blocks.BooleanBlock(
        required=False,
        label=_("May change places with the next"),
    )

    class Meta:
        icon = "list-ol"
        label = _("Step")


class OrderBlock(FormatBlock):
    """Four to six steps to put in order."""

    question = blocks.CharBlock(max_length=250, label=_("Question"))
    steps = blocks.ListBlock(
        OrderStepBlock(),
        min_num=4,
        max_num=6,
        label=_("Steps"),
        help_text=_("In the right order; learners see them mixed."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Order")
        description = _("Four to six steps to put in order")
        preview_value = staticmethod(sample)


BLOCK = OrderBlock()
