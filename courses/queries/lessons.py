"""The page of a lesson."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from courses.models import LessonPage, ModulePage
from courses.queries.cards import lesson_cards
from courses.queries.modules import end_url, robots_of
from courses.scenes import scene_pictures
from literacy.pictures import Picture
from quizzes.freezing import draft_versions
from quizzes.queries import Question, current_versions, question_of


@dataclass(frozen=True)
class Step:
    """One step of a lesson as the page shows it."""

    id: str
    kind: str
    number: int
    total: int
    value: Any
    item: Question | None
    picture: Picture | None

    @property
    def anchor(self) -> str:
        return f"step-{self.number}"


def lesson_screen(lesson: LessonPage, *, is_preview: bool = False) -> dict[str, Any]:
    """Return what the page of a lesson shows, the same for every visitor.

    An editor's preview shows activities that are not published yet as well.
    """
    module = ModulePage.objects.get(path=lesson.path[: -LessonPage.steplen])
    cards = lesson_cards(module)
    key = str(lesson.translation_key)
    # An unlisted lesson has no place: the first one follows it.
    here = next((number for number, card in enumerate(cards) if card.key == key), -1)
    following = cards[here + 1] if here + 1 < len(cards) else None
    return {
        "robots": robots_of(module, lesson),
        "care": lesson_care(lesson, following.url if following else end_url(module)),
        "needs_review": module.needs_safeguarding_review,
        "module": {"title": module.title, "url": module.url},
        "lesson_key": key,
        "number": here + 1,
        "lesson_count": len(cards),
        "next_lesson": following,
        "end_url": end_url(module),
        "steps": lesson_steps(lesson, is_preview=is_preview),
    }


def lesson_care(lesson: LessonPage, onward: str) -> dict[str, str] | None:
    """Return what stands before a sensitive lesson: a note, and the way past it.

    Who skips it loses nothing: every other lesson and the module's last page are
    open to everybody.
    """
    if not lesson.is_sensitive:
        return None
    note = lesson.content_note or _(
        "This lesson may touch something painful. Nothing is lost by skipping it, and "
        "one can leave at any time."
    )
    return {"note": note, "skip": _("Skip this lesson"), "skip_url": onward}


def lesson_steps(lesson: LessonPage, *, is_preview: bool = False) -> list[Step]:
    """Return the steps with their activities' versions and pictures, in three queries.

    The steps' values are raw: a chooser would ask for each of its objects.
    """
    asked = {
        step_id: pks[0]
        for step_id, pks in lesson.step_activities("predict", "practice").items()
    }
    versions = current_versions(asked.values())
    if is_preview:
        missing = [pk for pk in asked.values() if pk not in versions]
        versions |= draft_versions(ids=missing)
    pictures = scene_pictures(lesson)
    raw_steps = list(lesson.steps.raw_data)
    return [
        Step(
            id=step["id"],
            kind=step["type"],
            number=number,
            total=len(raw_steps),
            value=step["value"],
            item=question_of(
                versions[asked[step["id"]]],
                subject_key=str(lesson.translation_key),
            )
            if asked.get(step["id"]) in versions
            else None,
            picture=pictures.get(step["id"]),
        )
        for number, step in enumerate(raw_steps, start=1)
        # The public does not see a step whose activity was taken away.
        if is_preview
        or step["type"] not in ("predict", "practice")
        or asked.get(step["id"]) in versions
    ]
