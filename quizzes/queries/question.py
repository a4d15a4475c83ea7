"""One activity as a page shows it, whatever its format."""

from dataclasses import dataclass

from .chat import ChatScreen
from .feed import FeedScreen
from .short import ShortScreen


@dataclass(frozen=True)
class Question(ShortScreen, FeedScreen, ChatScreen):
    """What templates of activities get: each format brings its own screen."""
