"""The steps of a lesson."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from literacy.blocks import PictureFields

ACTIVITY = "quizzes.Activity"


class HookBlock(PictureFields):
    """The scene that the lesson begins with."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = blocks.TextBlock(
        max_length=900,
        label=_("Text"),
        help_text=_("A scene from everyday life, 40 to 80 words."),
    )

    class Meta:
        icon = "openquote"
        label = _("Scene")
        description = _("The scene that the lesson begins with")
        template = "courses/steps/hook.html"


class PredictBlock(blocks.StructBlock):
    """One question before anything is taught."""

    activity = SnippetChooserBlock(ACTIVITY, label=_("Activity"))

    class Meta:
        icon = "help"
        label = _("Prediction")
        description = _("One question before anything is taught")
        template = "courses/steps/predict.html"


class KeyIdeaBlock(PictureFields):
    """What the lesson teaches."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = blocks.TextBlock(
        max_length=1_200, label=_("Text"), help_text=_("At most 120 words.")
    )
    idea = blocks.CharBlock(
        max_length=250,
        label=_("The sentence to keep"),
        help_text=_("Shown in the yellow box."),
    )
    example = blocks.TextBlock(max_length=500, required=False, label=_("Example"))

    class Meta:
        icon = "pick"
        label = _("Key idea")
        description = _("What the lesson teaches, in 120 words and a picture")
        template = "courses/steps/key_idea.html"


class PracticeBlock(blocks.StructBlock):
    """An activity to try the idea on."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = blocks.TextBlock(max_length=500, required=False, label=_("What to do"))
    activity = SnippetChooserBlock(ACTIVITY, label=_("Activity"))

    class Meta:
        icon = "edit"
        label = _("Practice")
        description = _("An activity to try the idea on")
        template = "courses/steps/practice.html"


class CheckBlock(blocks.StructBlock):
    """Four activities nobody has seen, drawn from a bank."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = blocks.TextBlock(max_length=500, required=False, label=_("What to do"))
    activities = blocks.ListBlock(
        SnippetChooserBlock(ACTIVITY),
        min_num=4,
        label=_("Bank"),
        help_text=_(
            "Each learner gets four of these: two misleading and two accurate. "
            "Eight or more, in matched pairs, are best."
        ),
    )

    class Meta:
        icon = "tasks"
        label = _("Check")
        description = _("Two misleading and two accurate activities from a bank")
        template = "courses/steps/check.html"


class TakeawayBlock(blocks.StructBlock):
    """The card to take along."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = blocks.TextBlock(max_length=400, label=_("Card"))
    today = blocks.CharBlock(
        max_length=250,
        label=_("One thing today"),
        help_text=_("Small, private, doable. Never “post something”."),
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Takeaway")
        description = _("The card to take along, with one thing to do today")
        template = "courses/steps/takeaway.html"


def step_blocks() -> list[tuple[str, blocks.Block]]:
    """Return the steps of a lesson in the order in which they stand."""
    return [
        ("hook", HookBlock()),
        ("predict", PredictBlock()),
        ("key_idea", KeyIdeaBlock()),
        ("practice", PracticeBlock()),
        ("check", CheckBlock()),
        ("takeaway", TakeawayBlock()),
    ]


def step_faults(steps: Any) -> str:
    """Return one sentence on a missing or misplaced step; empty when all is well."""
    order = [name for name, _block in step_blocks()]
    kinds = [step.block_type for step in steps]
    labels = {name: block.label for name, block in step_blocks()}
    for name in order:
        count = kinds.count(name)
        if count == 0:
            return _("Add the step “%(step)s”.") % {"step": labels[name]}
        if count > 1 and name != "practice":
            return _("Keep only one step “%(step)s”.") % {"step": labels[name]}
    if kinds != sorted(kinds, key=order.index):
        return _(
            "Put the steps in this order: scene, prediction, key idea, practice, "
            "check, takeaway."
        )
    return ""

