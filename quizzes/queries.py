"""What one screen shows of an activity, an attempt, an answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from random import Random
from typing import Any
from uuid import UUID, uuid4

from django.db.models import OuterRef, Subquery
from django.utils.translation import get_language_info

from quizzes.feedback import Feedback, activity_feedback, post_feedback
from quizzes.models import Activity, ActivityVersion, Answer, Attempt
from quizzes.scoring import chat, feed
from quizzes.scoring.grading import grade
from quizzes.scoring.mark import Mark
from quizzes.scoring.responses import parse

STEPWISE = ("feed", "chat")


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
        names = ("question", "statement", "intro")
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
        data = self.response
        if self.format in STEPWISE:
            fold = feed.response if self.format == "feed" else chat.response
            data = fold(data["moves"])
        return grade(self.content, parse(self.format, self.content, data))

    @cached_property
    def feedback(self) -> Feedback | None:
        return activity_feedback(self.content, self.mark) if self.mark else None

    @cached_property
    def options(self) -> list[dict[str, Any]]:
        """Options of a choice, with what was chosen and, once answered, the truth."""
        chosen = self.given.get("options", [])
        if self.is_answered:
            chosen = self.response["options"]
        return [
            {**option, "is_chosen": option["id"] in chosen}
            for option in self.body["options"]
        ]

    @cached_property
    def steps(self) -> list[dict[str, Any]]:
        """Steps of an order: mixed the same way for everybody, or as placed."""
        steps = {step["id"]: step for step in self.body["steps"]}
        if self.mark:
            notes = {note.step: note for note in self.mark.details.steps}
            order = self.response["steps"]
            return [{**steps[id_], "note": notes[id_]} for id_ in order]
        mixed = list(steps.values())
        Random(self.key).shuffle(mixed)  # noqa: S311
        places = self.given.get("places", {})
        return [{**step, "place": places.get(step["id"])} for step in mixed]

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
        return last not in feed_steps() and not (self.fault or self.asks_category)

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
        if self.shows_next or not self.moves or self.moves[-1]["move"] in feed_steps():
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
        """The accurate posts that were left: worth another look."""
        names = self.mark.details.habits.skipped_accurate if self.mark else ()
        return [post for post in self.decided if post["id"] in names]

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

        Once it is over, with the signs that were noticed and missed in each scene.
        """
        turns = self.chat.turns
        notes = self.mark.details.turns if self.mark else [None] * len(turns)
        last = len(turns) - 1
        return [
            {
                "stage": turn.node["stage"],
                "messages": [
                    {**message, "person": self.people[message["sender"]]}
                    for message in turn.node["messages"]
                ],
                "noticed": [self.signs[name] for name in note.noticed] if note else [],
                "missed": [self.signs[name] for name in note.missed] if note else [],
                "reply": turn.choice,
                "is_new": number == last and number > 0 and not self.mark,
                "is_last_reply": number == last - 1 and not self.mark,
            }
            for number, (turn, note) in enumerate(zip(turns, notes, strict=True))
        ]

    @cached_property
    def false_alarms(self) -> list[dict[str, Any]]:
        """The signs that were noticed, but are in no message of this path."""
        names = self.mark.details.false_flags if self.mark else ()
        return [self.signs[name] for name in names]

    def with_fault(self, fault: str, given: dict[str, Any]) -> "Question":
        """Return the same question with what to mend and what was entered."""
        return replace(self, fault=fault, given=given)


def feed_steps() -> tuple[str, ...]:
    """Moves after which the same post stays on the page."""
    return ("check", "accuracy")


def current_versions(ids: Iterable[int]) -> dict[int, ActivityVersion]:
    """Return the current version of activities by their primary keys, in one query."""
    wanted = Activity.objects.filter(pk__in=list(ids)).order_by()
    same = wanted.filter(
        translation_key=OuterRef("activity_key"),
        locale__language_code=OuterRef("language"),
    )
    versions = ActivityVersion.objects.annotate(
        activity_id=Subquery(same.values("pk")[:1])
    ).filter(
        is_current=True,
        activity_key__in=wanted.values("translation_key"),
        activity_id__isnull=False,
    )
    return {version.activity_id: version for version in versions}


def activity_keys(ids: Iterable[int]) -> dict[int, UUID]:
    """Return the language-independent keys of activities, by primary key."""
    rows = Activity.objects.filter(pk__in=list(ids))
    return dict(rows.values_list("pk", "translation_key"))


def attempt_questions(attempt: Attempt, language: str) -> list[Question]:
    """Return the questions of a check in order, answered or not, in two queries.

    A question shows in the visitor's language where it exists there, also when
    the check was begun in another one.
    """
    answers = {
        str(answer.activity_key): answer
        for answer in attempt.answers.select_related("version")
    }
    versions = newest_versions(attempt.activities, language)
    return [
        Question(
            version=answers[key].version if key in answers else versions[key],
            subject_key=str(attempt.subject_key),
            attempt=attempt,
            answer=answers.get(key),
        )
        for key in attempt.activities
        if key in answers or key in versions
    ]


def newest_versions(
    keys: Iterable[UUID | str], language: str
) -> dict[str, ActivityVersion]:
    """Return the version of each activity to show: this language's and current."""
    versions = ActivityVersion.objects.filter(activity_key__in=list(keys))
    ranked = sorted(
        versions,
        key=lambda v: (v.language == language, v.is_current, v.number),
    )
    return {str(version.activity_key): version for version in ranked}
