"""Scoring is plain Python: importing all of it imports no Django.

All of it: the rules that formats share, and those of each format.
"""

import subprocess
import sys
from pathlib import Path

import quizzes.scoring

FOLDER = Path(quizzes.scoring.__file__).parent
FORMATS = FOLDER.parent / "formats"
ROOT = FOLDER.parents[1]
BANNED = ("django", "wagtail", "modelcluster", "taggit")


def imported_by(statement):
    """Return which banned packages a fresh interpreter holds after the statement."""
    check = (
        f"import sys\n{statement}\n"
        f"print(*(name for name in {BANNED!r} if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", check],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_django_is_never_imported():
    files = [*FOLDER.rglob("*.py"), FORMATS / "rules.py"]
    files += [*FORMATS.glob("*/scoring.py"), *FORMATS.glob("*/response.py")]
    paths = [path.relative_to(ROOT) for path in files]
    names = {".".join(path.with_suffix("").parts) for path in paths}
    modules = sorted(name.removesuffix(".__init__") for name in names)
    assert len(modules) > 30
    assert imported_by(f"import {', '.join(modules)}") == []


def test_the_check_can_fail():
    assert imported_by("import django") == ["django"]
