"""The container image without a container engine: the Dockerfile's own steps, followed
in a folder that stands for the root of the image.

What the Dockerfile does not give to the user of the site cannot be written: those files
lose their write permission, and processes run without the capabilities of root.
"""

import fnmatch
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture.sources import ROOT, project_files
from tests.production import SETTINGS

# Written over in texts of the Dockerfile: they lie below the folder.
PLACES = re.compile(r"(?<![\w.])/(?=(?:site|data)\b)")
SHIMS = {
    "useradd": "exit 0",
    # The last argument is what is given away.
    "chown": 'for given; do :; done; echo "$given" >> "$GIVEN"',
    "python": f'exec {shlex.quote(sys.executable)} "$@"',
}


class Image:
    """A folder with the image's files, and how the image is started."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.command: list[str] = []
        self.environment: dict[str, str] = {}
        for name, text in instructions():
            if name == "ENV":
                pairs = (pair.split("=", 1) for pair in shlex.split(self.place(text)))
                self.environment |= dict(pairs)
            elif name == "CMD":
                self.command = json.loads(text)

    def place(self, text: str) -> str:
        """Return the text with the places of the image below its folder."""
        return PLACES.sub(f"{self.root}/", text)

    @property
    def variables(self) -> dict[str, str]:
        """Return what a process finds in the environment, and where it is sound."""
        path = f"{self.root / 'shims'}:{os.environ['PATH']}"
        return {"HOME": "/", "PATH": path, **SETTINGS, **self.environment}

    def run(self, *command: str) -> str:
        """Run a command as the user of the site, and return what it prints."""
        done = subprocess.run(
            without_rights(command),
            cwd=self.root / "site",
            env=self.variables,
            stdin=subprocess.DEVNULL,
            timeout=240,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{shlex.join(command)}\n{done.stdout}{done.stderr}")
        return done.stdout


def build(root: Path) -> None:
    """Follow the Dockerfile from where it copies the project."""
    image, given = Image(root), root / "given"
    write_shims(root / "shims")
    given.touch()
    (root / "site").mkdir()
    (root / "data").mkdir()
    steps = instructions()
    for name, text in steps[steps.index(("COPY", ". .")) :]:
        if name == "COPY":
            copy_project(root / "site")
        elif name == "RUN":
            subprocess.run(
                ["sh", "-ec", image.place(text)],
                cwd=root / "site",
                env=image.variables | {"GIVEN": str(given)},
                check=True,
            )
    take_away(root, given.read_text(encoding="utf-8").split())


def instructions(dockerfile: str = "") -> list[tuple[str, str]]:
    """Return (name, text) of each instruction, its lines joined; by default ours."""
    dockerfile = dockerfile or (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in dockerfile.splitlines() if not line.startswith("#")]
    whole = "\n".join(lines).replace("\\\n", " ")
    found = (line.partition(" ") for line in whole.splitlines() if line.strip())
    return [(name, " ".join(text.split())) for name, _, text in found]


def copy_project(target: Path) -> None:
    """Copy the project's files, without those that `.dockerignore` names."""
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    for path in project_files():
        name = path.relative_to(ROOT)
        if not any(
            name.parts[0] == pattern or fnmatch.fnmatch(str(name), pattern)
            for pattern in ignored
        ):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target / name)


def write_shims(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, script in SHIMS.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)


def take_away(root: Path, given: list[str]) -> None:
    """Leave nothing writable but what was given to the user of the site."""
    subprocess.run(["chmod", "-R", "a-w", root / "site", root / "data"], check=True)
    if given:
        subprocess.run(["chmod", "-R", "u+w", *given], check=True)


def without_rights(command: tuple[str, ...] | list[str]) -> list[str]:
    """Return the command as one that may write only where permissions allow."""
    if os.geteuid() != 0:
        return list(command)
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]
