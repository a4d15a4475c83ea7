"""The screen of a chat: the conversation so far."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quizzes.feedback import Verdict, verdict_of
from quizzes.formats.chat import scoring as chat
from quizzes.formats.chat.remarks import end_of, sign_sentences
from quizzes.formats.chat.scoring import ChatDetails, TurnNote
from quizzes.formats.question import Question
from quizzes.scoring.mark import Mark

# The stage that needs no note in the margin.
EVERYDAY = "neutral"


@dataclass(frozen=True)
class ChatScreen(Question):
    """What was said, and once it is over which signs were noticed."""

    @cached_property
    def chat(self) -> chat.ChatState:
        return chat.state(self.content, self.moves)

    @cached_property
    def people(self) -> dict[str, Any]:
        return {person["key"]: person for person in self.body["people"]}

    @cached_property
    def signs(self) -> dict[str, Any]:
        return {flag["id"]: flag for flag in self.body["flags"]}

    @cached_property
    def thread(self) -> list[dict[str, Any]]:
        """The conversation so far: each scene's messages, then the reply chosen.

        Once it is over, with the notes on each scene.
        """
        turns = self.chat.turns
        notes = self.mark.details.turns if self.mark else [None] * len(turns)
        last = len(turns) - 1
        return [
            {
                "messages": [
                    {**message, "person": self.people[message["sender"]]}
                    for message in turn.node["messages"]
                ],
                "notes": self._notes(note) if note else None,
                "reply": turn.choice,
                "is_new": number == last and number > 0 and not self.mark,
                "is_last_reply": number == last - 1 and not self.mark,
            }
            for number, (turn, note) in enumerate(zip(turns, notes, strict=True))
        ]

    def _notes(self, note: TurnNote) -> dict[str, Any]:
        """Return the margin notes of a scene: its stage, and the signs in it."""
        return {
            "stage": "" if note.stage == EVERYDAY else note.stage,
            "noticed": [self.signs[name] for name in note.noticed],
            "missed": [self.signs[name] for name in note.missed],
            "unasked": [self.signs[name] for name in note.unasked],
        }

    @cached_property
    def false_alarms(self) -> list[dict[str, Any]]:
        """What was noticed and is no sign."""
        names = self.mark.details.false_flags if self.mark else ()
        return [self.signs[name] for name in names]

    @cached_property
    def absent_signs(self) -> list[dict[str, Any]]:
        """The signs that were noticed, but are in no message of this path."""
        names = self.mark.details.absent_flags if self.mark else ()
        return [self.signs[name] for name in names]

    def verdict(self, mark: Mark[ChatDetails]) -> Verdict:
        """Return the end that the chat came to: all but an open one are good ends."""
        end = end_of(self.content, mark.details)
        outcome = mark.outcome if end["type"] == "open" else "right"
        return verdict_of(outcome)._replace(title=end["title"])

    def remarks(self, mark: Mark[ChatDetails]) -> list[str]:
        return [end_of(self.content, mark.details)["summary"], *sign_sentences(mark)]
