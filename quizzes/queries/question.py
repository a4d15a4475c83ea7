"""One activity as a page shows it, whatever its format."""

from dataclasses import dataclass

from .chat import ChatScreen
from .feed import FeedScreen
from .inspector import InspectorScreen
from .search import SearchScreen
from .short import ShortScreen
from .sort import SortScreen
from .spotter import SpotterScreen


@dataclass(frozen=True)
class Question(
    ShortScreen,
    FeedScreen,
    ChatScreen,
    SpotterScreen,
    InspectorScreen,
    SortScreen,
    SearchScreen,
):
    """What templates of activities get: each format brings its own screen."""

    @property
    def template(self) -> str:
        """Return the template for where it stands: to answer, or with its feedback."""
        state = "_done" if self.is_answered else ""
        if self.format == "feed" and self.last_post:
            state = "_post_done"
        return f"quizzes/formats/{self.format}{state}.html"
