"""A small site on a real server that tests may kill, and start again."""

import json
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from literacy.server import server_command
from tests.benchmarks.client import family
from tests.browser.site import Site, free_port, fresh_database
from tests.database import migrations_fingerprint

from .browsers import Browser

POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.servers)


@dataclass
class Lesson:
    """What is played: the forms of a practice, and the page whose check it is."""

    url: str
    forms: list[dict[str, str]]

    @property
    def subject(self) -> str:
        return self.forms[0]["subject"]


@dataclass
class CrashSite:
    """A site whose server can be killed and started again at the same address."""

    site: Site
    lesson: Lesson
    port: int
    server: ExitStack = field(default_factory=ExitStack)
    pid: int = 0

    def start(self, workers: int = 2) -> None:
        command = server_command(host="127.0.0.1", port=self.port, workers=workers)
        process = self.server.enter_context(self.site.running(command))
        self.pid = process.pid
        self.site.wait(process)

    def kill(self) -> None:
        """Kill the server and all its workers, as when the machine loses power."""
        for pid in list(family(self.pid)):
            os.kill(pid, signal.SIGKILL)
        self.server.close()

    def restart(self) -> None:
        self.kill()
        self.start()

    def ask_for(self, name: str) -> Path:
        """Let the server die or dawdle at a place: tests.crashes.apps lists them."""
        path = self.site.folder / name
        path.touch()
        return path

    def browser(self) -> Browser:
        return Browser(self.site.url)

    def known_phrase(self) -> str:
        """Return the phrase of a learner who answered the first practice twice."""
        return run(self.site, "know")

    def report(self) -> dict:
        """Return what the database says; progress is rebuilt by it."""
        return json.loads(run(self.site, "report"))


def run(site: Site, name: str) -> str:
    code = f"from tests.crashes.content import {name}; {name}()"
    return site.manage("shell", "-v0", "-c", code)


@pytest.fixture(scope="session")
def played(tmp_path_factory, worker_id, pytestconfig, django_db_setup) -> Site:
    """Return a site with one lesson, to be copied."""
    folder = tmp_path_factory.mktemp("crashes") / "site"
    folder.mkdir()
    template = f"migrated-{migrations_fingerprint()}"
    if POSTGRESQL:
        name = f"crashes_{worker_id}"
        url = fresh_database(os.environ["DATABASE_URL"], name, template)
    else:
        kept = pytestconfig.cache.mkdir("databases") / f"{template}.sqlite3"
        shutil.copy(kept, folder / "site.sqlite3")
        url = f"sqlite:///{folder / 'site.sqlite3'}"
    settings = {"DJANGO_SETTINGS_MODULE": "tests.crashes.settings"}
    site = Site(folder, url, settings=settings)
    site.manage("createcachetable")
    (folder / "lesson.json").write_text(run(site, "make"))
    return site


@pytest.fixture
def crash_site(played, tmp_path, worker_id) -> Iterator[CrashSite]:
    """Serve a copy of the site with two workers."""
    folder = tmp_path / "site"
    shutil.copytree(played.folder, folder)
    if POSTGRESQL:
        model = f"crashes_{worker_id}"
        url = fresh_database(played.database, f"{model}_copy", model)
    else:
        url = f"sqlite:///{folder / 'site.sqlite3'}"
    port = free_port()
    site = Site(folder, url, url=f"http://127.0.0.1:{port}", settings=played.settings)
    lesson = Lesson(**json.loads((folder / "lesson.json").read_text()))
    crashing = CrashSite(site, lesson, port)
    crashing.start()
    yield crashing
    crashing.kill()
