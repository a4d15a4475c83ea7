"""The steps of a lesson."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from courses import samples
from literacy.blocks import PictureFields, TextBlock

ACTIVITY = "quizzes.Activity"


class StepPreview:
    """Shows a step in the CMS before an editor chooses it.

    `Meta.preview_value` is a function: raw data in the editor's language.
    """

    def get_preview_value(self) -> Any:
        return self.to_python(self.meta.preview_value())

    def get_preview_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        names = [name for name, _block in step_blocks()]
        step = {
            "id": "sample",
            "anchor": "sample",
            "kind": self.name,
            "number": names.index(self.name) + 1,
            "total": len(names),
            "value": value,
        }
        has_activity = "activity" in self.child_blocks
        return {**(parent_context or {}), "step": step, "has_activity": has_activity}


class HookBlock(StepPreview, PictureFields):
    """The scene that the lesson begins with."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = TextBlock(
        max_length=900,
        label=_("Text"),
        help_text=_("A scene from everyday life, 40 to 80 words."),
    )

    class Meta:
        icon = "openquote"
        label = _("Scene")
        description = _("The scene that the lesson begins with")
        preview_template = "courses/blocks/preview.html"
        preview_value = staticmethod(samples.hook)


class PredictBlock(StepPreview, blocks.StructBlock):
    """One question before anything is taught."""

    activity = SnippetChooserBlock(ACTIVITY, label=_("Activity"))

    class Meta:
        icon = "help"
        label = _("Prediction")
        description = _("One question before anything is taught")
        preview_template = "courses/blocks/preview.html"
        preview_value = staticmethod(samples.predict)


class KeyIdeaBlock(StepPreview, PictureFields):
    """What the lesson teaches."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = TextBlock(
        max_length=1_200, label=_("Text"), help_text=_("At most 120 words.")
    )
    idea = blocks.CharBlock(
        max_length=250,
        label=_("The sentence to keep"),
        help_text=_("Shown in the yellow box."),
    )
    example = TextBlock(max_length=500, required=False, label=_("Example"))

    class Meta:
        icon = "pick"
        label = _("Key idea")
        description = _("What the lesson teaches, in 120 words and a picture")
        preview_template = "courses/blocks/preview.html"
        preview_value = staticmethod(samples.key_idea)


class PracticeBlock(StepPreview, blocks.StructBlock):
    """An activity to try the idea on."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = TextBlock(max_length=500, required=False, label=_("What to do"))
    activity = SnippetChooserBlock(ACTIVITY, label=_("Activity"))

    class Meta:
        icon = "edit"
        label = _("Practice")
        description = _("An activity to try the idea on")
        preview_template = "courses/blocks/preview.html"
        preview_value = staticmethod(samples.practice)


class CheckBlock(StepPreview, blocks.StructBlock):
    """Four activities nobody has seen, drawn from a bank."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = TextBlock(max_length=500, required=False, label=_("What to do"))
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
        preview_template = "courses/blocks/preview.html"
        preview_value = staticmethod(samples.check)


class TakeawayBlock(StepPreview, blocks.StructBlock):
    """The card to take along."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = TextBlock(max_length=400, label=_("Card"))
    today = blocks.CharBlock(
        max_length=250,
        label=_("One thing today"),
        help_text=_("Small, private, doable. Never “post something”."),
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Takeaway")
        description = _("The card to take along, with one thing to do today")
        preview_template = "courses/blocks/preview.html"
        preview_value = staticmethod(samples.takeaway)


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
