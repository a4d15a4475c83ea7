"""Loads the activities of a lesson, each with the study that it rests on."""

from typing import Any

from django.core.exceptions import ValidationError

from quizzes.formats.blocks import FORMATS
from quizzes.models import Activity, Skill

from .files import ContentError, Part
from .raw import RawMaker, check_block, first_message, make_id
from .saving import SOURCE, Loading, Wanted

PLAIN_FIELDS = ("purpose", "veracity", "sensitivity", "age_min")
TEXT_FIELDS = ("title", "why", "fair_version", "next_time", "sources_note")
STUDY_FIELDS = {
    "note": "evidence_note",
    "persons": "evidence_persons",
    "effect": "evidence_effect",
}
NO_STUDY = {"evidence_note": "", "evidence_persons": None, "evidence_effect": ""}


def load_activities(
    loading: Loading,
    module: Part,
    lesson: Part,
    maker: RawMaker,
    skills: dict[str, Skill],
) -> None:
    """Load the activities in a lesson's file. Raises ContentError."""
    for part in lesson["activities"]:
        kind = part["format"].value
        if kind not in dict(FORMATS):
            raise ContentError(part["format"], f"There is no format “{kind}”.")
        skill = part["skill"].value
        if skill not in skills:
            raise ContentError(part["skill"], f"There is no skill “{skill}”.")
        pair = pair_of(module, lesson, part)
        load_activity(loading, lesson, part, maker, skill=skills[skill], pair_key=pair)


def load_activity(
    loading: Loading, lesson: Part, part: Part, maker: RawMaker, **plain: Any
) -> None:
    """Load one activity and remember it for the lesson that names it."""
    kind = part["format"].value
    block = dict(FORMATS)[kind]

    def fields(language: str) -> dict[str, Any]:
        raw = maker.make(block, part["body"], language, part.key)
        check_block(block, block.to_python(raw), part["body"])
        cues = [cue.text(language) for cue in part["look_for"]]
        return {
            **plain,
            **{name: part[name].value for name in PLAIN_FIELDS if name in part},
            **{name: part[name].text(language) for name in TEXT_FIELDS},
            **passport_fields(lesson, part, language),
            "look_for": "\n".join(cues),
            "body": [{"type": kind, "id": make_id(part.key), "value": raw}],
        }

    found = Activity.objects.filter(key=part.key, locale=loading.locale(SOURCE))
    wanted = Wanted(
        model=Activity,
        found=found.first(),
        identity={"key": part.key},
        fields=fields,
    )
    activity = loading.save(f"activity/{part.key}", part, wanted)
    loading.activities[part.key] = activity.pk


def pair_of(module: Part, lesson: Part, part: Part) -> str:
    """Return the pair's name, which the file has for its own lesson only.

    A quiz draws from several lessons: their first pairs are not each other's twins.
    """
    pair = part.get("pair", "")
    return f"{module.key}-{lesson.key}-{pair}" if pair else ""


def passport_fields(lesson: Part, part: Part, language: str) -> dict[str, Any]:
    """Return the study and the review day: the activity's own, or else its lesson's."""
    fields: dict[str, Any] = {**NO_STUDY, "review_due": None}
    # The later one wins: a study of one's own replaces all of the lesson's.
    for one in (lesson, part):
        if "evidence" in one:
            fields |= study_fields(one["evidence"], language)
        if "review_due" in one:
            fields["review_due"] = valid("review_due", one["review_due"], language)
    return fields


def study_fields(study: Part, language: str) -> dict[str, Any]:
    """Return what a file says of a study. Raises ContentError."""
    for name in study.names():
        if name not in STUDY_FIELDS:
            raise ContentError(study[name], f"“{name}” is not known here.")
    said = {
        field: valid(field, study[name], language)
        for name, field in STUDY_FIELDS.items()
        if name in study or name == "note"
    }
    return {**NO_STUDY, **said}


def valid(name: str, part: Part, language: str) -> Any:
    """Return the value as this field of an activity takes it. Raises ContentError."""
    field: Any = Activity._meta.get_field(name)
    try:
        return field.clean(part.text(language) if part.is_map else part.value, None)
    except ValidationError as error:
        raise ContentError(part, f"“{name}”: {first_message(error)}") from error
