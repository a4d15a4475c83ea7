"""The top level holds only what was agreed: a newcomer reads it in one look."""

from .sources import ROOT, project_files

AGREED = {
    ".ci",
    ".dockerignore",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Dockerfile",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "campaigns",
    "compose.yaml",
    "courses",
    "docs",
    "literacy",
    "locale",
    "manage.py",
    "pyproject.toml",
    "quizzes",
    "requirements.txt",
    "static",
    "tests",
}
# Grab-bags: nobody finds a line in them.
BANNED = {"utils.py", "helpers.py", "common.py", "misc.py"}


def strangers(names: set[str]) -> set[str]:
    return names - AGREED


def test_the_top_level_is_as_agreed():
    names = {path.relative_to(ROOT).parts[0] for path in project_files()}

    assert strangers(names) == set()


def test_a_stranger_is_found():
    assert strangers({"README.md", "notes.txt"}) == {"notes.txt"}


def test_there_is_no_grab_bag():
    assert [path for path in project_files() if path.name in BANNED] == []


def test_every_test_folder_is_a_package():
    """Without `__init__.py`, tests of the same file name vanish in silence."""
    folders = {
        path.parent
        for path in project_files()
        if path.name.startswith("test_") and path.suffix == ".py"
    }

    assert [path for path in folders if not (path / "__init__.py").exists()] == []
