from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from literacy.blocks import TILES, KeyBlock, TextBlock
from literacy.raw import placed
from quizzes.formats.base import FormatBlock
from quizzes.formats.chat.graph import graph_faults
from quizzes.formats.chat.sample import sample
from quizzes.words import CHAT_ENDS, MESSAGE_KINDS, QUALITIES, STAGES

SHORT_NAME = _(
    "Small Latin letters, digits and hyphens, such as layla or scene-2. "
    "Learners do not see it."
)


class PersonBlock(blocks.StructBlock):
    key = KeyBlock(label=_("Short name"), help_text=SHORT_NAME)
    name = blocks.CharBlock(max_length=60, label=_("Name"))
    role = blocks.CharBlock(max_length=60, required=False, label=_("Role"))
    avatar = blocks.ChoiceBlock(choices=TILES, default="bubble", label=_("Avatar"))

    class Meta:
        icon = "user"
        label = _("Person")


class FlagBlock(blocks.StructBlock):
    key = KeyBlock(label=_("Short name"), help_text=SHORT_NAME)
    text = blocks.CharBlock(max_length=160, label=_("Sign"))
    present = blocks.BooleanBlock(
        required=False,
        label=_("Really there"),
        help_text=_("Leave unticked for a false alarm."),
    )
    why = TextBlock(max_length=300, label=_("Why"))

    class Meta:
        icon = "warning"
        label = _("Sign")


class MessageBlock(blocks.StructBlock):
    sender = KeyBlock(label=_("From"), help_text=_("The short name of a person."))
    kind = blocks.ChoiceBlock(choices=MESSAGE_KINDS, default="text", label=_("Kind"))
    text = TextBlock(
        max_length=300,
        label=_("Message"),
        help_text=_("At most 25 words. Of a voice message or a picture, its words."),
    )

    class Meta:
        icon = "comment"
        label = _("Message")


class ReplyBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=200, label=_("Reply"))
    next = KeyBlock(
        label=_("Leads to"), help_text=_("The short name of a scene or an end.")
    )
    quality = blocks.ChoiceBlock(choices=QUALITIES, default="safe", label=_("Quality"))
    feedback = TextBlock(max_length=400, label=_("Feedback"))

    class Meta:
        icon = "arrow-right"
        label = _("Reply")


class NodeBlock(blocks.StructBlock):
    key = KeyBlock(label=_("Short name"), help_text=SHORT_NAME)
    stage = blocks.ChoiceBlock(choices=STAGES, default="neutral", label=_("Stage"))
    messages = blocks.ListBlock(MessageBlock(), min_num=1, label=_("Messages"))
    flags = blocks.ListBlock(
        KeyBlock(label=_("Short name")),
        min_num=0,
        default=[],
        label=_("Signs in these messages"),
        help_text=_("Short names of signs."),
    )
    pause = blocks.BooleanBlock(
        required=False, label=_("Pause here"), help_text=_("Asks what felt off.")
    )
    choices = blocks.ListBlock(
        ReplyBlock(),
        default=[ReplyBlock().get_default()] * 2,
        min_num=2,
        max_num=3,
        label=_("Replies"),
    )

    class Meta:
        icon = "comment"
        label = _("Scene")


class EndBlock(blocks.StructBlock):
    key = KeyBlock(label=_("Short name"), help_text=SHORT_NAME)
    type = blocks.ChoiceBlock(choices=CHAT_ENDS, label=_("Kind"))
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    summary = TextBlock(max_length=600, label=_("Summary"))

    class Meta:
        icon = "tick-inverse"
        label = _("End")


class ChatBlock(FormatBlock):
    """A conversation that branches with the learner's replies."""

    intro = TextBlock(max_length=400, label=_("Introduction"))
    name = blocks.CharBlock(max_length=80, label=_("Name of the chat"))
    people = blocks.ListBlock(PersonBlock(), min_num=1, label=_("People"))
    flags = blocks.ListBlock(FlagBlock(), min_num=0, default=[], label=_("Signs"))
    nodes = blocks.ListBlock(
        NodeBlock(),
        min_num=1,
        label=_("Scenes"),
        help_text=_("It begins with the first."),
    )
    ends = blocks.ListBlock(EndBlock(), min_num=1, label=_("Ends"))
    say = blocks.ListBlock(
        blocks.CharBlock(max_length=200, label=_("Sentence")),
        max_num=3,
        label=_("Sentences to say"),
    )

    class Meta:
        icon = "comment"
        label = _("Chat")
        description = _("A conversation that branches with the replies")
        preview_value = staticmethod(sample)

    def faults(self, value: Any) -> dict[str, Any]:
        found = placed(self, graph_faults(value))
        return dict(found.block_errors) if found else {}

    def shaped(self, frozen: dict[str, Any]) -> dict[str, Any]:
        """Scenes call signs by their short names, so these are their ids."""
        flags = [{**flag, "id": flag["key"]} for flag in frozen["flags"]]
        return {**frozen, "flags": flags}


BLOCK = ChatBlock()
