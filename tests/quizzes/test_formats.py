"""The table of formats: everything of a format is in its folder, named by one line."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from quizzes.formats.blocks import FORMATS
from quizzes.formats.names import NAMES
from quizzes.formats.registry import REGISTRY, format_of
from quizzes.formats.rules import RULES, regrade, rules_of, steps_of
from quizzes.scoring.errors import UnknownFormatError
from tests.quizzes.scoring.snapshots import make_any

ROOT = Path(__file__).resolve().parents[2]
# A tenth format: it asks nothing, and every answer is right.
NOD = {
    "__init__.py": "",
    "response.py": """
        from dataclasses import dataclass

        @dataclass(frozen=True)
        class NodResponse:
            nods: int

        def parse_nod(body, data):
            return NodResponse(int(data["nods"]))
        """,
    "scoring.py": """
        from quizzes.formats.nod.response import NodResponse, parse_nod
        from quizzes.scoring.mark import Mark
        from quizzes.scoring.rules import Rules

        def grade(snapshot, response):
            return Mark("right", response.nods, response.nods, None)

        def names(response, mark):
            return [f"nods:{response.nods}"]

        RULES = Rules(NodResponse, parse_nod, grade, names)
        """,
    "block.py": """
        from wagtail import blocks
        from quizzes.formats.base import FormatBlock

        class NodBlock(FormatBlock):
            question = blocks.CharBlock()

            class Meta:
                label = "Nod"

        BLOCK = NodBlock()
        """,
    "format.py": """
        from quizzes.formats.format import Format

        def read(snapshot, data):
            return {"nods": data.get("nods")}

        FORMAT = Format(
            read=read,
            entered=lambda data: {"nods": data.get("nods", "")},
            breakdown=lambda snapshot, counts: [],
            example=lambda content, is_right: {"nods": 1},
        )
        """,
}
TAKES_IT = """
import django
from django.http import QueryDict
from quizzes.formats import names
names.NAMES += ("nod",)
import quizzes.formats
quizzes.formats.__path__.append(FOLDER)
django.setup()
from quizzes.formats.blocks import format_choices
from quizzes.formats.registry import format_of, question_of
from quizzes.formats.rules import regrade, tally_names
from quizzes.models import Activity, ActivityVersion

snapshot = {"schema": 1, "format": "nod", "veracity": "opinion", "body": {}}
version = ActivityVersion(language="ar", content=snapshot)
read = format_of("nod").read(snapshot, QueryDict("nods=3"))
response, mark = regrade(snapshot, read)
known = Activity.body.field.stream_block.child_blocks
print(dict(format_choices())["nod"], "nod" in known)
print(mark.points, tally_names(snapshot, response, mark))
print(question_of(version, subject_key="").template)
"""


def test_every_format_is_in_all_tables():
    assert tuple(RULES) == tuple(REGISTRY) == NAMES
    assert tuple(name for name, _block in FORMATS) == NAMES
    assert {snapshot["format"] for snapshot in make_any()} == set(NAMES)


@pytest.mark.parametrize("look_up", [rules_of, steps_of, format_of])
def test_an_unknown_format_is_refused(look_up):
    with pytest.raises(UnknownFormatError, match="nod"):
        look_up("nod")


def test_a_kept_answer_of_an_unknown_format_is_refused():
    with pytest.raises(UnknownFormatError):
        regrade({"format": "nod", "body": {}}, {"nods": 1})


def test_a_tenth_format_is_a_folder_and_a_line(tmp_path):
    folder = tmp_path / "nod"
    folder.mkdir()
    for name, text in NOD.items():
        (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    code = f"FOLDER = {str(tmp_path)!r}\n{TAKES_IT}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "Nod True",
        "3 ['answers', 'right', 'nods:3']",
        "quizzes/formats/nod.html",
    ]
