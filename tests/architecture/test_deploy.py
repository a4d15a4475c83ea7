"""What starts the site says only that: its flags and its jobs stand in one place."""

import re

from .sources import ROOT, name_of, project_files

# May name granian: where it is started, and where packages are listed.
NAMING = {"literacy/server.py", "pyproject.toml", "requirements.txt"}


def starters() -> list[str]:
    """Return the files that start a server, other than by `manage.py serve`."""
    flag = re.compile(r"--blocking-threads|--interface\b")
    return [
        name_of(path)
        for path in project_files()
        if path.suffix in ("", ".py", ".yaml", ".service", ".conf")
        and "tests" not in path.relative_to(ROOT).parts[:1]
        and flag.search(path.read_text(encoding="utf-8"))
    ]


def test_the_flags_of_the_server_stand_in_one_place():
    assert starters() == ["literacy/server.py"]
