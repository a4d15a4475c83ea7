"""One block for each format; a bank item's body is exactly one of them."""

from typing import Any

from .chat import ChatBlock
from .choice import ChoiceBlock
from .confidence import ConfidenceBlock
from .feed import FeedBlock
from .inspector import InspectorBlock
from .order import OrderBlock
from .search import SearchBlock
from .sort import SortBlock
from .spotter import SpotterBlock

FORMATS = [
    ("choice", ChoiceBlock()),
    ("confidence", ConfidenceBlock()),
    ("order", OrderBlock()),
    ("feed", FeedBlock()),
    ("chat", ChatBlock()),
    ("spotter", SpotterBlock()),
    ("inspector", InspectorBlock()),
    ("sort", SortBlock()),
    ("search", SearchBlock()),
]


def format_choices() -> list[tuple[str, Any]]:
    """Return every format with its name."""
    return [(name, block.label) for name, block in FORMATS]


__all__ = [
    "FORMATS",
    "ChatBlock",
    "ChoiceBlock",
    "ConfidenceBlock",
    "FeedBlock",
    "InspectorBlock",
    "OrderBlock",
    "SearchBlock",
    "SortBlock",
    "SpotterBlock",
    "format_choices",
]
