"""Writes requirements.txt: every package, exactly, from what pyproject.toml asks."""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = """\
# Every package with its exact version. Written by `make pin` from pyproject.toml,
# where each one that we ask for has its reason.
"""
# The Makefile and the Dockerfile cut the file at this line.
CUT = "# For tests and tools\n"


def installed(python: str, wanted: list[str]) -> list[str]:
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "-q", *wanted], check=True)
    subprocess.run([*pip, "check"], check=True)
    frozen = subprocess.run(
        [*pip, "freeze"], check=True, capture_output=True, text=True
    )
    return sorted(frozen.stdout.splitlines(keepends=True), key=str.lower)


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = f"{folder}/bin/python"
        to_run = installed(python, project["dependencies"])
        to_test = installed(python, project["optional-dependencies"]["test"])
    tools = [line for line in to_test if line not in to_run]
    text = "".join([HEAD, *to_run, "\n", CUT, *tools])
    (ROOT / "requirements.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
