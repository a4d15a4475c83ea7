"""The project's own files, for tests that read them."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("literacy", "quizzes", "courses", "campaigns")


@cache
def project_files() -> list[Path]:
    """Return every file that is, or would be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return sorted(path for path in paths if path.is_file())


def files(*suffixes: str, under: tuple[str, ...] = ()) -> list[Path]:
    """Return the files with these endings, in these top folders if any is named."""
    return [
        path
        for path in project_files()
        if path.suffix in suffixes
        and (not under or path.relative_to(ROOT).parts[0] in under)
    ]


def templates() -> list[Path]:
    return [path for path in files(".html", under=APPS) if "templates" in path.parts]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))
