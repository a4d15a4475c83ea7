"""The screen of a feed: one post at a time."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from quizzes.feedback import Verdict
from quizzes.formats.feed import scoring as feed
from quizzes.formats.feed.remarks import habit_sentences, post_feedback
from quizzes.formats.feed.scoring import FeedDetails
from quizzes.formats.question import Question
from quizzes.scoring.mark import Mark

# Moves after which the same post stays on the page.
STAYING = ("check", "accuracy")


@dataclass(frozen=True)
class FeedScreen(Question):
    """Which post is shown, what was said of it, and what was decided."""

    @cached_property
    def feed(self) -> feed.FeedState:
        return feed.state(self.content, self.moves)

    @property
    def asks_category(self) -> bool:
        """Tell whether a report waits for the kind of problem."""
        return self.given.get("move") == "report"

    @property
    def is_just_checked(self) -> bool:
        """Tell whether the page shows new findings."""
        last = self.moves[-1]["move"] if self.moves else ""
        return last == "check" and not (self.fault or self.asks_category)

    @property
    def is_next_post(self) -> bool:
        """Tell whether the page goes on with a post that nothing was done with."""
        last = self.moves[-1]["move"] if self.moves else "check"
        return last not in STAYING and not (self.fault or self.asks_category)

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """What was said of the post shown: with its moves, or entered just now."""
        shown = self.feed.post["id"] if self.feed.post else ""
        said: dict[str, Any] = {}
        for move in self.moves:
            if move["post"] == shown:
                said |= move
        return said | {name: value for name, value in self.given.items() if value}

    @cached_property
    def last_post(self) -> dict[str, Any] | None:
        """The post just decided, with its feedback, unless the next one is wanted."""
        if self.shows_next or not self.moves or self.moves[-1]["move"] in STAYING:
            return None
        return self.decided[-1] if self.decided else None

    @cached_property
    def decided(self) -> list[dict[str, Any]]:
        """The decided posts of a feed in order, each with note and feedback."""
        posts = {post["id"]: post for post in self.body["posts"]}
        return [
            {
                **posts[note.post],
                "note": note,
                "feedback": post_feedback(posts[note.post], note),
            }
            for note in self.feed.decided
        ]

    @cached_property
    def left_accurate(self) -> list[dict[str, Any]]:
        """The accurate posts that were skipped or reported: worth another look."""
        names = self.mark.details.habits.left_accurate if self.mark else ()
        return [post for post in self.decided if post["id"] in names]

    @property
    def template(self) -> str:
        if self.last_post:
            return "quizzes/formats/feed_post_done.html"
        return super().template

    def verdict(self, mark: Mark[FeedDetails]) -> Verdict:
        """A feed has no verdict on the whole: each post has one."""
        return super().verdict(mark)._replace(title=_("How it went"))

    def remarks(self, mark: Mark[FeedDetails]) -> list[str]:
        return habit_sentences(mark.details.habits)
