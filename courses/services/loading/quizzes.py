"""Loads the quizzes of a module."""

from typing import Any

from courses.models import ModulePage
from quizzes.models import QuizPage, Skill
from quizzes.models.pages import BandBlock

from .files import ContentError, Part
from .raw import RawMaker, check_block, make_id
from .saving import Loading, Wanted


def load_quizzes(
    loading: Loading,
    file: Part,
    maker: RawMaker,
    module: ModulePage,
    skills: dict[str, Skill],
) -> None:
    """Load the quizzes that a module's file lists. Raises ContentError."""
    parts = list(file["quizzes"]) if "quizzes" in file else []
    for part in parts:
        load_quiz(loading, part, maker, module, skills)


def load_quiz(
    loading: Loading,
    part: Part,
    maker: RawMaker,
    module: ModulePage,
    skills: dict[str, Skill],
) -> None:
    """Load one quiz that draws from the bank by skills."""
    path = f"{module.slug}/{part.key}"

    def fields(language: str) -> dict[str, Any]:
        return {
            "title": part["title"].text(language),
            "slug": part.key,
            "intro": part["intro"].text(language),
            "purpose": part["purpose"].value,
            "count": part["count"].value,
            "shows_answers": part.get("shows_answers", True),
            "skills": [skill_item(skill, skills, path) for skill in part["skills"]],
            "bands": [band(one, maker, language, path) for one in part["bands"]],
            "end_text": part["end_text"].text(language),
        }

    found = QuizPage.objects.child_of(module).filter(slug=part.key).first()
    wanted = Wanted(model=QuizPage, found=found, fields=fields, parent=module)
    loading.save(f"quiz/{path}", part, wanted)


def skill_item(part: Part, skills: dict[str, Skill], path: str) -> dict[str, Any]:
    if part.value not in skills:
        raise ContentError(part, f"There is no skill “{part.value}”.")
    return {
        "type": "skill",
        "id": make_id(f"{path}/skills/{part.value}"),
        "value": skills[part.value].pk,
    }


def band(part: Part, maker: RawMaker, language: str, path: str) -> dict[str, Any]:
    band_path = f"{path}/bands/{part['from_percent'].value}"
    raw = maker.make(BandBlock(), part, language, band_path)
    check_block(BandBlock(), BandBlock().to_python(raw), part)
    return {"type": "band", "id": make_id(band_path), "value": raw}
