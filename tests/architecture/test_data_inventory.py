"""docs/data.md lists every column that we hold about a learner, and no other."""

import re
from pathlib import Path

from django.apps import apps
from django.db import models

from .sources import ROOT

INVENTORY = ROOT / "docs" / "data.md"
HEADING = re.compile(r"^#+ +`?(\w+\.\w+)`?")
ROW = re.compile(r"^\| *`(\w+)` *\|")


def learner_models() -> list[type[models.Model]]:
    """Return Learner and every model that leads to it by any chain of relations."""
    found = {apps.get_model("literacy", "Learner")}
    everything = apps.get_models(include_auto_created=True)
    grew = True
    while grew:
        reached = {m for m in everything if points_at(m, found)} - found
        grew = bool(reached)
        found |= reached
    return sorted(found, key=lambda model: model._meta.label)


def points_at(model: type[models.Model], targets: set[type[models.Model]]) -> bool:
    return any(
        field.related_model in targets
        for field in model._meta.get_fields()
        if field.many_to_one or (field.one_to_one and field.concrete)
    )


def columns_held() -> set[str]:
    return {
        f"{model._meta.label}.{field.name}"
        for model in learner_models()
        for field in model._meta.concrete_fields
    }


def columns_listed(path: Path) -> set[str]:
    """Return "app.Model.column" of each table row under a heading "app.Model"."""
    listed, model = set(), ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if heading := HEADING.match(line):
            model = heading[1]
        elif line.startswith("#"):
            model = ""
        elif model and (row := ROW.match(line)):
            listed.add(f"{model}.{row[1]}")
    return listed


def test_every_column_is_listed_and_no_other():
    listed = columns_listed(INVENTORY)

    assert columns_held() - listed == set(), "held, but not in docs/data.md"
    assert listed - columns_held() == set(), "in docs/data.md, but not held"


def test_answers_and_progress_are_among_them():
    labels = {model._meta.label for model in learner_models()}

    assert {
        "literacy.Learner",
        "quizzes.Attempt",
        "quizzes.Answer",
        "courses.LessonProgress",
    } <= labels


def test_a_column_left_out_is_found(tmp_path):
    whole = INVENTORY.read_text(encoding="utf-8")
    rows = [line for line in whole.splitlines() if ROW.match(line)]
    short = tmp_path / "data.md"
    short.write_text(whole.replace(rows[0], "", 1), encoding="utf-8")

    assert len(columns_held() - columns_listed(short)) == 1


def test_columns_are_read_from_tables_under_model_headings(tmp_path):
    page = tmp_path / "data.md"
    page.write_text(
        "# Data\n\n## `quizzes.Answer`\n\n| Column | Is |\n|---|---|\n"
        "| `points` | whole points |\n\n## Never\n\n| `name` | nowhere |\n",
        encoding="utf-8",
    )

    assert columns_listed(page) == {"quizzes.Answer.points"}
