from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from literacy.blocks import TILES, KeyBlock, PictureFields, TextBlock, WholeNumberBlock
from quizzes.formats.base import FormatBlock, at_items
from quizzes.formats.feed.sample import sample
from quizzes.words import CATEGORIES, FEELINGS, FINDINGS, HARMS, VERACITIES


class FindingBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(choices=FINDINGS, label=_("Kind"))
    title = blocks.CharBlock(max_length=60, label=_("Title"))
    text = TextBlock(max_length=300, label=_("What checking reveals"))

    class Meta:
        icon = "search"
        label = _("Finding")


class PostBlock(PictureFields):
    """One invented post, what checking it reveals, and its feedback."""

    author = blocks.CharBlock(max_length=60, label=_("Shown name"))
    handle = KeyBlock(
        label=_("Handle"), help_text=_("Small Latin letters, without the @.")
    )
    avatar = blocks.ChoiceBlock(choices=TILES, default="bubble", label=_("Avatar"))
    verified = blocks.BooleanBlock(required=False, label=_("Verified badge"))
    age = blocks.CharBlock(
        max_length=60, label=_("Age"), help_text=_("Such as “9 minutes ago”.")
    )
    text = TextBlock(max_length=500, label=_("Text"))
    likes = WholeNumberBlock(min_value=0, default=0, label=_("Likes"))
    shares = WholeNumberBlock(min_value=0, default=0, label=_("Shares"))
    veracity = blocks.ChoiceBlock(choices=VERACITIES, label=_("Veracity"))
    harm = blocks.ChoiceBlock(choices=HARMS, default="none", label=_("Harm"))
    report_category = blocks.ChoiceBlock(
        choices=CATEGORIES,
        required=False,
        label=_("Report as"),
        help_text=_("Leave empty when it should not be reported."),
    )
    feeling = blocks.ChoiceBlock(
        choices=FEELINGS, default="none", label=_("Feeling it presses on")
    )
    findings = blocks.ListBlock(
        FindingBlock(), min_num=1, max_num=4, label=_("What checking reveals")
    )
    why = TextBlock(max_length=600, label=_("Why"))
    fair_version = TextBlock(max_length=500, label=_("A fair version"))
    next_time = blocks.CharBlock(max_length=250, label=_("Next time"))

    class Meta:
        icon = "doc-full-inverse"
        label = _("Post")


def lacks_category(post: Any) -> bool:
    """Tell whether a report is the best decision, but as what is not said."""
    is_harmful = post["veracity"] == "misleading" and post["harm"] != "none"
    return is_harmful and not post["report_category"]


class FeedBlock(FormatBlock):
    """Posts one after the other: share, pause and check, skip, or report."""

    intro = TextBlock(max_length=400, label=_("Introduction"))
    ask = blocks.ChoiceBlock(
        choices=[
            ("none", _("Nothing more")),
            ("feeling", _("Which feeling does it press on?")),
            ("why", _("Why this decision?")),
        ],
        default="none",
        label=_("Also ask"),
    )
    accuracy_prompt = blocks.BooleanBlock(
        required=False,
        label=_("Ask about accuracy before a share"),
        help_text=_("For one half of the learners, drawn by chance."),
    )
    posts = blocks.ListBlock(PostBlock(), min_num=2, max_num=10, label=_("Posts"))

    class Meta:
        icon = "list-ul"
        label = _("Feed")
        description = _("Posts one after the other: share, check, skip or report")
        preview_value = staticmethod(sample)

    def faults(self, value: Any) -> dict[str, Any]:
        posts = value["posts"]
        text = _("It misleads and does harm: choose what to report it as.")
        unnamed = {
            number: {"report_category": text}
            for number, post in enumerate(posts)
            if lacks_category(post)
        }
        if unnamed:
            return {"posts": at_items(unnamed)}
        accurate = sum(1 for p in posts if p["veracity"] in ("accurate", "opinion"))
        if accurate * 5 < len(posts) * 2:
            return {"posts": _("At least two in five posts must be accurate. Add one.")}
        return {}


BLOCK = FeedBlock()
