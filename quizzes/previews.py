"""What an editor's preview shows of an activity: its form, or an answer to it.

Nothing here is ever saved.
"""

from typing import Any
from uuid import uuid4

from django.template.loader import render_to_string
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from literacy.content_rules import field_faults
from quizzes.faults import fault_text
from quizzes.formats.registry import format_of, question_of
from quizzes.freezing import freeze_draft
from quizzes.models import Activity, ActivityVersion, Answer
from quizzes.queries import Question
from quizzes.scoring.errors import ResponseError, SnapshotError

Json = dict[str, Any]
Modes = list[tuple[str, Any]]


def preview_modes(activity: Activity) -> Modes:
    """Return the states that a preview can show, with their names."""
    states = format_of(activity.body[0].block_type).states if activity.body else ()
    return [
        ("question", _("Before the answer")),
        *states,
        ("right", _("After a right answer")),
        ("not_quite", _("After another answer")),
        ("fault", _("With something to mend")),
    ]


def preview_context(activity: Activity, mode_name: str) -> dict[str, Any]:
    """Return the variables of `quizzes/preview.html`.

    A draft that cannot be answered yet shows its form; of one that cannot even be
    shown it says what is missing; one without a format shows nothing.
    """
    language = activity.locale.language_code
    info = get_language_info(language)
    shown, missing = "", []
    try:
        if activity.body:
            shown = rendered(preview_question(activity, language), mode_name)
    except Exception:
        # Anything may be missing in a draft. What has no fault must be shown.
        missing = [one.text for one in field_faults(activity) if one.field == "body"]
        if not missing:
            raise
    return {
        "language": language,
        "direction": "rtl" if info["bidi"] else "ltr",
        "shown": shown,
        "missing": missing,
    }


def rendered(item: Question, mode_name: str) -> str:
    """Return the activity in this state, as a page shows it."""
    context = {"item": in_state(item, mode_name), "level": 2}
    return render_to_string("quizzes/includes/activity.html", context)


def preview_question(activity: Activity, language: str) -> Question:
    """Return the activity as it would be frozen now."""
    version = ActivityVersion(
        activity_key=activity.translation_key,
        language=language,
        number=1,
        content=freeze_draft(activity),
    )
    return question_of(version, subject_key=str(activity.translation_key))


def in_state(item: Question, mode_name: str) -> Question:
    """Return the question in a state; as it was if it cannot come to that."""
    own = format_of(item.format)
    try:
        match mode_name:
            case "right" | "not_quite":
                response = own.example(item.content, mode_name == "right")
                done = with_answer(item, response, is_finished=True)
                return done if done.mark else item
            case "fault":
                return item.with_fault(
                    fault_text(ResponseError("nothing_chosen"), item.format), {}
                )
            case name if name in dict(own.states):
                moves = own.moves_before(item.content, mode_name)
                return with_answer(item, {"moves": moves}, is_finished=False)
    except (ResponseError, SnapshotError, LookupError, TypeError, ValueError):
        # A draft in which something is still missing.
        pass
    return item


def with_answer(item: Question, response: Json, *, is_finished: bool) -> Question:
    """Return the question with an answer to it; of a feed, at its end or last post."""
    answer = Answer(
        uuid=uuid4(), version=item.version, response=response, is_finished=is_finished
    )
    return question_of(
        item.version,
        subject_key=item.subject_key,
        answer=answer,
        shows_next=is_finished,
    )
