"""The project's nginx configuration, run by a real nginx in a folder of its own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.sources import ROOT

from .serving import Reply, ask, free_port, wait_until

CONFIGURATION = ROOT / "docs" / "deploy" / "nginx.conf"
# Places that nginx was built with and that only root may write.
UNUSED = ("fastcgi", "scgi", "uwsgi")
# The field of a log line that says whether the page came from the cache.
CACHE = 6


@dataclass
class Front:
    """A running nginx: its port, and the folder with its logs."""

    port: int
    folder: Path

    def log(self, name: str = "access") -> str:
        return (self.folder / "log" / f"{name}.log").read_text(encoding="utf-8")

    def visit(self, path: str = "/ar/", **headers: str) -> tuple[Reply, str]:
        """Ask for an address; return also what nginx logs of its cache."""
        lines = len(self.log().splitlines())
        reply = ask(self.port, path, **headers)
        assert wait_until(lambda: len(self.log().splitlines()) > lines)
        return reply, self.log().splitlines()[lines].split()[CACHE]


def place(text: str, folder: Path, port: int, application: int) -> str:
    """Return the configuration with the addresses and folders of a test in it."""
    unused = " ".join(f"{name}_temp_path {folder}/{name};" for name in UNUSED)
    changes = {
        "http {": f"http {{ {unused}",
        "application:8000": f"127.0.0.1:{application}",
        "listen 8080": f"listen 127.0.0.1:{port}",
        "/var/log/nginx": f"{folder}/log",
        "/var/cache/nginx": f"{folder}/cache",
    }
    for old, new in changes.items():
        assert old in text, f"the configuration has no {old}"
        text = text.replace(old, new)
    return text


@contextmanager
def in_front_of(application: int, folder: Path) -> Iterator[Front]:
    """Run nginx in front of the application's port for as long as the block lasts."""
    for name in ("log", "cache"):
        (folder / name).mkdir(parents=True)
    front = Front(free_port(), folder)
    text = CONFIGURATION.read_text(encoding="utf-8")
    file = folder / "nginx.conf"
    file.write_text(place(text, folder, front.port, application), encoding="utf-8")
    # The folder is closed to whom nginx would otherwise become.
    user = "user root;" if os.geteuid() == 0 else ""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, "no nginx: `make test` installs it"
    process = subprocess.Popen(
        [found, "-c", file, "-p", folder, "-e", folder / "log" / "start.log"]
        + ["-g", f"daemon off; pid {folder}/pid; {user}"]
    )
    try:
        is_up = wait_until(lambda: ask(front.port, "/static/none").status > 0)
        assert is_up, front.log("start")
        yield front
    finally:
        process.terminate()
        process.wait(10)
