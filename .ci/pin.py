"""Writes requirements.txt: every package with its version and hashes, for all systems.

.ci/pin.py [--keep]     --keep: change no version that is pinned already
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements.txt"
HEAD = """\
# Every package with its exact version and hashes. Written by `make pin` from
# pyproject.toml, where each one that we ask for has its reason.
"""
# The Makefile and the Dockerfile cut the file at this line.
CUT = "# For tests and tools\n"
# django-tasks-rq asks for rq-scheduler but imports it nowhere; the other two come with
# it, and one of them is a mock of the clock that has no place in production.
NEVER_IMPORTED = ["rq-scheduler", "freezegun", "crontab"]


def compiled(uv: Path, constraints: list[Path], *options: str) -> str:
    """Return what uv pins: a line a package, followed by its hashes."""
    command = [uv, "pip", "compile", ROOT / "pyproject.toml", "--quiet", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-header"]
    command += ["--no-annotate", *options]
    for name in NEVER_IMPORTED:
        command += ["--no-emit-package", name]
    for path in constraints:
        command += ["--constraints", path]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def packages(text: str) -> dict[str, str]:
    """Return the text about each package by its pinned name, hashes included."""
    found: dict[str, str] = {}
    for line in text.splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            name = line.removesuffix("\\\n")
            found[name] = ""
        if not line.startswith("#"):
            found[name] += line
    return found


def main() -> None:
    kept = [REQUIREMENTS] if "--keep" in sys.argv else []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = [f"{folder}/bin/python", "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "-q", "uv"], check=True)
        uv = Path(folder, "bin", "uv")
        to_run = compiled(uv, kept)
        pinned = Path(folder, "to-run.txt")
        pinned.write_text(to_run, "utf-8")
        to_test = packages(compiled(uv, [*kept, pinned], "--extra", "test"))
    tools = [text for name, text in to_test.items() if name not in packages(to_run)]
    REQUIREMENTS.write_text("".join([HEAD, to_run, "\n", CUT, *tools]), "utf-8")


if __name__ == "__main__":
    main()
