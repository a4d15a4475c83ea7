from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from literacy.blocks import PictureFields, TextBlock, WholeNumberBlock
from quizzes.formats.address import AddressBlock
from quizzes.formats.base import FormatBlock, as_errors, refuse_long
from quizzes.formats.search.sample import sample
from quizzes.words import PAGE_KINDS, SEARCH_KINDS, WORTHS

PAGE_WORDS, SNIPPET_WORDS, RESULT_WORDS = 120, 30, 60
# These leave the page and bring results; the others stay and show a text.
LATERAL = ("name", "claim", "picture")


class JudgedPageBlock(PictureFields):
    """The page that somebody wants to rely on."""

    title = blocks.CharBlock(max_length=120, label=_("Title"))
    address = AddressBlock()
    text = TextBlock(
        max_length=1200,
        label=_("What the page says"),
        help_text=_("At most 120 words."),
    )

    class Meta:
        icon = "doc-full"
        label = _("The page to judge")

    def clean(self, value: Any) -> Any:
        return refuse(super().clean(value), {"text": PAGE_WORDS})


class ResultBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    address = AddressBlock()
    snippet = TextBlock(
        max_length=300,
        label=_("Text in the list"),
        help_text=_("At most 30 words."),
    )
    date = blocks.CharBlock(
        max_length=60,
        required=False,
        label=_("Date"),
        help_text=_("Such as “March 2026”."),
    )
    sponsored = blocks.BooleanBlock(
        required=False, label=_("Sponsored"), help_text=_("An advertisement.")
    )
    kind = blocks.ChoiceBlock(choices=PAGE_KINDS, label=_("Kind of page"))
    worth = blocks.ChoiceBlock(choices=WORTHS, label=_("How much it tells"))
    text = TextBlock(
        max_length=600,
        label=_("What one reads after opening it"),
        help_text=_("At most 60 words."),
    )

    class Meta:
        icon = "link"
        label = _("Result")

    def clean(self, value: Any) -> Any:
        limits = {"snippet": SNIPPET_WORDS, "text": RESULT_WORDS}
        return refuse(super().clean(value), limits)


class SearchWayBlock(blocks.StructBlock):
    """One way on: a search with its results, or a look around the page itself."""

    kind = blocks.ChoiceBlock(choices=SEARCH_KINDS, label=_("Kind"))
    label = blocks.CharBlock(
        max_length=120,
        label=_("What one does"),
        help_text=_("Such as “Search for the name of the institute”."),
    )
    worth = blocks.ChoiceBlock(choices=WORTHS, label=_("How much it tells"))
    text = TextBlock(
        max_length=600,
        required=False,
        label=_("What is found there"),
        help_text=_("For “About” and for comments only; at most 60 words."),
    )
    results = blocks.ListBlock(
        ResultBlock(),
        min_num=0,
        max_num=4,
        default=[],
        label=_("Results"),
        help_text=_("For searches only: two to four."),
    )

    class Meta:
        icon = "search"
        label = _("Way to check")

    def clean(self, value: Any) -> Any:
        cleaned = refuse(super().clean(value), {"text": RESULT_WORDS})
        text, results = cleaned["text"], cleaned["results"]
        errors: dict[str, Any] = {}
        if cleaned["kind"] in LATERAL:
            if text:
                errors["text"] = as_errors(_("A search has results and no text."))
            if len(results) < 2:
                errors["results"] = of_list(_("Add results: a search has at least 2."))
        else:
            if not text:
                errors["text"] = as_errors(_("Write what is found there."))
            if len(results):
                errors["results"] = of_list(_("Remove the results: nothing is opened."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned


class SearchBlock(FormatBlock):
    """A page to judge, and a few moves to find out what others say about it."""

    intro = TextBlock(
        max_length=400,
        label=_("Introduction"),
        help_text=_("Who sent us here, and what we want to know."),
    )
    page = JudgedPageBlock()
    budget = WholeNumberBlock(
        min_value=4,
        max_value=8,
        default=5,
        label=_("Moves"),
        help_text=_("A search or the opening of a result is one move."),
    )
    searches = blocks.ListBlock(
        SearchWayBlock(), min_num=3, max_num=5, label=_("Ways to check")
    )
    expert = blocks.ListBlock(
        blocks.CharBlock(max_length=200),
        min_num=3,
        max_num=3,
        label=_("The path of an experienced checker"),
        help_text=_("Three short steps."),
    )

    class Meta:
        icon = "search"
        label = _("Search")
        description = _("A page to judge by what others say about it")
        preview_value = staticmethod(sample)

    def faults(self, value: Any) -> dict[str, Any]:
        kinds = [way["kind"] for way in value["searches"]]
        if not set(kinds) & set(LATERAL):
            return {
                "searches": _("Add a search: one way to check must leave the page.")
            }
        results = [one for way in value["searches"] for one in way["results"]]
        if not any(one["worth"] == 2 for one in results):
            return {"searches": _("Give one result that settles it: “Very much”.")}
        return {}


def of_list(text: Any) -> blocks.ListBlockValidationError:
    return blocks.ListBlockValidationError(non_block_errors=as_errors(text))


def refuse(value: Any, limits: dict[str, int]) -> Any:
    """Return the value; raise where a text has too many words."""
    faults = {name: refuse_long(value[name], limit) for name, limit in limits.items()}
    errors = {name: as_errors(text) for name, text in faults.items() if text}
    if errors:
        raise blocks.StructBlockValidationError(block_errors=errors)
    return value


BLOCK = SearchBlock()
