"""A whole site of its own for browser tests: its database, its files, its server.

The site is the one that `make run` starts, so the journeys see what a visitor sees:
granian, compressed files with hashed names, the page cache, the policy headers.
"""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from literacy.server import server_command

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ["migrate", "createcachetable", "demo", "collectstatic"]
JOBS = ["default", "--job-class", "django_tasks_rq.Job"]
SECONDS_TO_START = 60
SECONDS_FOR_A_COMMAND = 240


@dataclass
class Site:
    """A site in a folder; `url` is empty until it is served."""

    folder: Path
    database: str
    redis: str = ""
    url: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    application: str = "literacy.wsgi"
    front: str = "/ar/"
    pid: int = 0

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "literacy.settings.dev",
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database,
            "REDIS_URL": self.redis,
            "SITE_URL": self.url or "http://127.0.0.1:8000",
            **self.settings,
        }

    def manage(self, *arguments: str) -> str:
        """Run a command of the site and return what it prints."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS_FOR_A_COMMAND,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"manage.py {' '.join(arguments)}\n{done.stderr}")
        return done.stdout

    def fill(self) -> None:
        """Make the database and the files, with the demo content in them."""
        self.folder.mkdir(parents=True, exist_ok=True)
        # Without a queue: nobody works on one yet.
        alone = replace(self, redis="")
        for command in COMMANDS:
            extra = ["--noinput"] if command in ("migrate", "collectstatic") else []
            alone.manage(command, *extra, "--verbosity", "0")

    def copy(self, folder: Path, number: int) -> "Site":
        """Return another site with the same content, in a folder of its own."""
        shutil.copytree(self.folder, folder)
        return Site(
            folder,
            copy_database(self.database, folder, number),
            f"{self.redis.rstrip('/')}/{number + 1}" if self.redis else "",
        )

    @contextmanager
    def served(self, workers: int = 1) -> Iterator["Site"]:
        """Serve the site on a free port for as long as the block lasts."""
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        move(self.database, port)
        with ExitStack() as stack:
            server = stack.enter_context(
                self.running(
                    server_command(
                        host="127.0.0.1",
                        port=port,
                        workers=workers,
                        application=f"{self.application}:application",
                    )
                )
            )
            if self.redis:
                stack.enter_context(
                    self.running([sys.executable, "manage.py", "rqworker", *JOBS])
                )
            self.pid = server.pid
            self.wait(server)
            yield self

    @contextmanager
    def running(self, command: list[str]) -> Iterator[subprocess.Popen]:
        """Run a process of the site beside the test; end it with the block."""
        with (self.folder / "server.log").open("a", encoding="utf-8") as log:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            try:
                yield process
            finally:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def wait(self, server: subprocess.Popen) -> None:
        """Wait until the site answers; say what the server said when it does not."""
        end, fault = time.monotonic() + SECONDS_TO_START, ""
        while time.monotonic() < end and server.poll() is None:
            try:
                with urllib.request.urlopen(self.url + self.front, timeout=20):  # noqa: S310
                    return
            except OSError as error:
                fault = str(error)
                if getattr(error, "code", 0):
                    break
                time.sleep(0.1)
        said = (self.folder / "server.log").read_text("utf-8")
        raise RuntimeError(f"the site does not answer at {self.url}: {fault}\n{said}")


def make_sensitive(site: Site, lesson: str) -> None:
    """Give a lesson the level that two editors sign, in every language."""
    lessons = f"LessonPage.objects.filter(slug={lesson!r})"
    code = f"from courses.models import LessonPage; {lessons}.update(sensitivity=2)"
    site.manage("shell", "-c", code)


def empty_site(folder: Path) -> Site:
    """Return an unfilled site, on the database that the environment names."""
    database = os.environ.get("DATABASE_URL", "")
    if database.startswith("postgres"):
        database = fresh_database(database, "browser_model")
    else:
        database = f"sqlite:///{folder / 'site.sqlite3'}"
    redis = os.environ.get("REDIS_URL", "")
    return Site(folder, database, redis.rpartition("/")[0] if redis else "")


def copy_database(url: str, folder: Path, number: int) -> str:
    if url.startswith("sqlite"):
        return f"sqlite:///{folder / 'site.sqlite3'}"
    return fresh_database(url, f"browser_{number}", model="browser_model")


def fresh_database(url: str, name: str, model: str = "template1") -> str:
    """Make a PostgreSQL database beside the one at the address; return its address."""
    server = urlsplit(url)._replace(path="/postgres").geturl()
    with psycopg.connect(server, autocommit=True) as connection:
        for statement in (
            sql.SQL("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            sql.SQL("CREATE DATABASE {name} TEMPLATE {model}"),
        ):
            connection.execute(
                statement.format(name=sql.Identifier(name), model=sql.Identifier(model))
            )
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def move(database: str, port: int) -> None:
    """Tell a filled site the port under which it is served now."""
    statements = ("DELETE FROM cache", f"UPDATE wagtailcore_site SET port = {port}")  # noqa: S608
    if database.startswith("postgres"):
        with psycopg.connect(database) as connection:
            for statement in statements:
                connection.execute(statement)
        return
    path = Path(urlsplit(database).path.removeprefix("/"))
    if not path.is_file():
        return
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
