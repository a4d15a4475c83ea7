"""One block for each format; a bank item's body is exactly one of them."""

from .chat import ChatBlock
from .choice import ChoiceBlock
from .confidence import ConfidenceBlock
from .feed import FeedBlock
from .order import OrderBlock

FORMATS = [
    ("choice", ChoiceBlock()),
    ("confidence", ConfidenceBlock()),
    ("order", OrderBlock()),
    ("feed", FeedBlock()),
    ("chat", ChatBlock()),
]

__all__ = [
    "FORMATS",
    "ChatBlock",
    "ChoiceBlock",
    "ConfidenceBlock",
    "FeedBlock",
    "OrderBlock",
]
