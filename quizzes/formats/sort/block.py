from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import blocks

from literacy.blocks import TextBlock
from quizzes.formats.base import FormatBlock, at_items, refuse_long
from quizzes.formats.sort.sample import sample

MAX_WORDS = 15
# Cards say by number where they belong: that is the order of the categories above.
NUMBERS = [
    (1, _("First category")),
    (2, _("Second category")),
    (3, _("Third category")),
    (4, _("Fourth category")),
]


class CategoryBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=60, label=_("Name"))

    class Meta:
        icon = "folder"
        label = _("Category")


class CardBlock(blocks.StructBlock):
    text = blocks.CharBlock(
        max_length=200, label=_("Card"), help_text=_("At most 15 words.")
    )
    category = blocks.ChoiceBlock(choices=NUMBERS, label=_("Belongs to"))
    also = blocks.ChoiceBlock(
        choices=NUMBERS,
        required=False,
        label=_("Accepted too"),
        help_text=_("A second category that also counts as right."),
    )
    why = TextBlock(
        max_length=400, label=_("Why"), help_text=_("Shown after the answer.")
    )

    class Meta:
        icon = "doc-empty"
        label = _("Card")


class SortBlock(FormatBlock):
    """Four to ten cards to put into two to four categories."""

    question = blocks.CharBlock(max_length=250, label=_("Question"))
    categories = blocks.ListBlock(
        CategoryBlock(), min_num=2, max_num=4, label=_("Categories")
    )
    cards = blocks.ListBlock(
        CardBlock(),
        min_num=4,
        max_num=10,
        label=_("Cards"),
        help_text=_("Learners see them mixed."),
    )

    class Meta:
        icon = "folder-open-inverse"
        label = _("Sort")
        description = _("Four to ten cards to put into categories")
        preview_value = staticmethod(sample)

    def faults(self, value: Any) -> dict[str, Any]:
        categories = len(value["categories"])
        found = {
            number: card_faults(card, categories)
            for number, card in enumerate(value["cards"])
        }
        faults = {number: fields for number, fields in found.items() if fields}
        return {"cards": at_items(faults)} if faults else {}

    def shaped(self, frozen: dict[str, Any]) -> dict[str, Any]:
        """Cards name their categories by number; frozen by id, the best first."""
        ids = dict(enumerate((one["id"] for one in frozen["categories"]), start=1))
        return {**frozen, "cards": [shaped_card(card, ids) for card in frozen["cards"]]}


def shaped_card(card: dict[str, Any], ids: dict[int, str]) -> dict[str, Any]:
    # A draft may name a category that is not there yet.
    accepted = [ids[n] for n in (card["category"], card["also"]) if n in ids]
    kept = {name: card[name] for name in ("id", "text", "why")}
    return {**kept, "accepted": accepted}


def card_faults(card: Any, categories: int) -> dict[str, Any]:
    """Return what to mend in a card, by its field."""
    faults: dict[str, Any] = {}
    long = refuse_long(card["text"], MAX_WORDS)
    if long:
        faults["text"] = long
    missing = ngettext(
        "There is only %(n)d category above. Choose one that is there.",
        "There are only %(n)d categories above. Choose one of them.",
        categories,
    ) % {"n": categories}
    for name in ("category", "also"):
        if card[name] and card[name] > categories:
            faults[name] = missing
    if card["also"] and card["also"] == card["category"]:
        faults["also"] = _("This is the same category. Choose another one, or none.")
    return faults


BLOCK = SortBlock()
