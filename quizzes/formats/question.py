"""One activity as a page shows it: what every format's screen stands on."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Self
from uuid import uuid4

from django.utils.translation import get_language_info

from quizzes.feedback import Feedback, Verdict, activity_feedback, verdict_of
from quizzes.formats.rules import regrade
from quizzes.models import ActivityVersion, Answer, Attempt
from quizzes.scoring.mark import Mark


@dataclass(frozen=True)
class Question:
    """One activity as a page shows it: untouched, faulty, in progress or answered.

    `given` holds what was entered, as the form's fields; `fault` says what to mend.
    `back_url` leads to the page that the activity stands in.
    """

    version: ActivityVersion
    subject_key: str
    attempt: Attempt | None = None
    uuid: str = ""
    answer: Answer | None = None
    given: dict[str, Any] = field(default_factory=dict)
    fault: str = ""
    shows_next: bool = False
    back_url: str = ""

    @property
    def content(self) -> dict[str, Any]:
        return self.version.snapshot

    @property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = self.content["body"]
        return body

    @property
    def format(self) -> str:
        return self.version.format

    @property
    def key(self) -> str:
        return str(self.version.activity_key)

    @property
    def direction(self) -> str:
        return "rtl" if get_language_info(self.version.language)["bidi"] else "ltr"

    @property
    def is_fresh(self) -> bool:
        """Tell whether nothing was answered or entered yet."""
        return self.answer is None and not self.given

    @property
    def is_practice(self) -> bool:
        return self.attempt is None or self.attempt.kind == Attempt.PRACTICE

    @cached_property
    def name(self) -> str:
        """The UUID under which the form sends its answer.

        Empty on a page that is the same for everybody: there the script adds one.
        """
        if self.uuid or self.answer is None:
            return self.uuid or ("" if self.is_practice else str(uuid4()))
        return str(self.answer.uuid)

    @property
    def headline(self) -> str:
        """What is asked, in one line of a list."""
        names = ("caption", "question", "statement", "intro")
        return next(str(self.body[name]) for name in names if name in self.body)

    @property
    def response(self) -> dict[str, Any]:
        """What was answered so far, as it is kept."""
        return dict(self.answer.response) if self.answer else {}

    @property
    def moves(self) -> list[dict[str, Any]]:
        return list(self.response.get("moves", []))

    @property
    def at(self) -> int:
        return len(self.moves)

    @property
    def is_answered(self) -> bool:
        return bool(self.answer and self.answer.is_finished)

    @cached_property
    def mark(self) -> Mark[Any] | None:
        """The mark by what was answered, with the details that feedback needs."""
        if not self.is_answered:
            return None
        return regrade(self.content, self.response).mark

    @cached_property
    def feedback(self) -> Feedback | None:
        if self.mark is None:
            return None
        verdict, remarks = self.verdict(self.mark), self.remarks(self.mark)
        return activity_feedback(self.content, verdict, remarks)

    def verdict(self, mark: Mark[Any]) -> Verdict:
        """Return the verdict on the whole; formats that give none say how it ended."""
        return verdict_of(mark.outcome)

    def remarks(self, mark: Mark[Any]) -> list[str]:
        """Return what stands between the verdict and the reason."""
        return []

    @property
    def template(self) -> str:
        """The template for where it stands: to answer, or with its feedback."""
        state = "_done" if self.is_answered else ""
        return f"quizzes/formats/{self.format}{state}.html"

    def with_fault(self, fault: str, given: dict[str, Any]) -> Self:
        """Return the same question with what to mend and what was entered."""
        return replace(self, fault=fault, given=given)
