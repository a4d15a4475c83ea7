"""Loads one module: its skills, its activities, its lessons, its quizzes."""

from pathlib import Path
from typing import Any

from django.db import transaction

from courses.blocks import step_blocks
from courses.models import LessonPage, ModuleIndexPage, ModulePage
from literacy.gate import refuse_faulty
from literacy.indexing import indexing_at_end
from quizzes.models import Skill
from quizzes.uses import asking_later

from .activities import load_activities
from .files import ContentError, Part, read_file
from .quizzes import load_quizzes
from .raw import RawMaker, check_block, make_id
from .refusals import refusals_at
from .saving import SOURCE, Loading, Wanted


@transaction.atomic
def load_module(*, folder: Path, overwrite: bool = False) -> Loading:
    """Load the module in a folder, all of it or, on a ContentError, none of it."""
    loading = Loading(overwrite=overwrite)
    with indexing_at_end():
        load_parts(loading, folder)
    loading.clear_up()
    return loading


def load_parts(loading: Loading, folder: Path) -> None:
    file = read_file(folder / "module.yaml")
    index = ModuleIndexPage.objects.filter(locale=loading.locale(SOURCE)).first()
    if index is None:
        raise ContentError(file, "Load the site first: it holds the list of modules.")
    skills = load_skills(loading, file)
    module = load_module_page(loading, file, index)
    practice = loading.raw_maker(folder, is_practice=True)
    lessons = [read_file(folder / f"{name.value}.yaml") for name in file["lessons"]]
    with asking_later():
        for lesson in lessons:
            load_activities(loading, file, lesson, practice, skills)
            load_lesson(loading, lesson, loading.raw_maker(folder), module)
        load_quizzes(loading, file, practice, module, skills)
    ask_unchanged_lessons(loading, lessons, module)


def ask_unchanged_lessons(
    loading: Loading, files: list[Part], module: ModulePage
) -> None:
    """Ask the gate of the lessons whose activities changed and they did not."""
    if not any(name.startswith("activity/") for name in loading.written):
        return
    for file in files:
        if f"lesson/{module.slug}/{file.key}" in loading.written:
            continue
        lesson = LessonPage.objects.child_of(module).get(slug=file.key)
        for one in lesson.get_translations(inclusive=True).live():
            with refusals_at(file):
                refuse_faulty(one)


def load_skills(loading: Loading, file: Part) -> dict[str, Skill]:
    """Load the skills that the module's activities train."""
    locale = loading.locale(SOURCE)
    parts = list(file["skills"]) if "skills" in file else []
    for part in parts:
        loading.save(
            f"skill/{part.key}",
            part,
            Wanted(
                model=Skill,
                found=Skill.objects.filter(key=part.key, locale=locale).first(),
                identity={"key": part.key},
                fields=lambda language, part=part: {  # type: ignore[misc]
                    "title": part["title"].text(language),
                    "description": part["description"].text(language),
                },
            ),
        )
    return {skill.key: skill for skill in Skill.objects.filter(locale=locale)}


def load_module_page(loading: Loading, file: Part, index: Any) -> ModulePage:
    slug = file["slug"].value

    def fields(language: str) -> dict[str, Any]:
        return {
            "title": file["title"].text(language),
            "slug": slug,
            "promise": file["promise"].text(language),
            "is_open": file["status"].value == "open",
            "needs_safeguarding_review": file.get("needs_safeguarding_review", False),
            "artwork": file["artwork"].value,
            "outcomes": lines(file, "outcomes", language),
            "now_you_can": lines(file, "now_you_can", language),
            "share_text": file["share_text"].text(language)
            if "share_text" in file
            else "",
        }

    found = ModulePage.objects.child_of(index).filter(slug=slug).first()
    wanted = Wanted(model=ModulePage, found=found, fields=fields, parent=index)
    module: ModulePage = loading.save(f"module/{file.key}", file, wanted)
    return module


def lines(file: Part, name: str, language: str) -> list[dict[str, Any]]:
    """Return a list of short lines as a StreamField keeps it."""
    if name not in file:
        return []
    return [
        {
            "type": "line",
            "id": make_id(f"{file.key}/{name}/{part.key}"),
            "value": part.text(language),
        }
        for part in file[name]
    ]


def load_lesson(
    loading: Loading, file: Part, maker: RawMaker, module: ModulePage
) -> None:
    """Load the page of a lesson."""
    kinds = dict(step_blocks())
    slug = file.key

    def fields(language: str) -> dict[str, Any]:
        return {
            "title": file["title"].text(language),
            "slug": slug,
            "summary": file["summary"].text(language),
            "objective": file["objective"].text(language),
            "minutes": file["minutes"].value,
            "tile": file["tile"].value,
            "sensitivity": file.get("sensitivity", 0),
            "content_note": file["content_note"].text(language)
            if "content_note" in file
            else "",
            "is_unlisted": file.get("unlisted", False),
            "steps": [
                step(kinds, part, maker, language, f"{module.slug}/{slug}")
                for part in file["steps"]
            ],
        }

    found = LessonPage.objects.child_of(module).filter(slug=slug).first()
    wanted = Wanted(model=LessonPage, found=found, fields=fields, parent=module)
    loading.save(f"lesson/{module.slug}/{slug}", file, wanted)


def step(
    kinds: dict[str, Any], part: Part, maker: RawMaker, language: str, path: str
) -> dict[str, Any]:
    """Return one step of a lesson as a StreamField keeps it."""
    kind = part["type"].value
    if kind not in kinds:
        raise ContentError(part["type"], f"There is no step “{kind}”.")
    step_path = f"{path}/{part.key}"
    raw = maker.make(kinds[kind], part, language, step_path)
    check_block(kinds[kind], kinds[kind].to_python(raw), part)
    return {"type": kind, "id": make_id(step_path), "value": raw}
