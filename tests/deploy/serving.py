"""Servers of the image as processes of their own, and a client that asks them."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.client import family

from .image import Image, without_rights

SECONDS_TO_START = 60
# What a proxy with https says of a visitor.
FORWARDED = {
    "Host": "learn.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "203.0.113.77",
}


@dataclass
class Reply:
    status: int
    headers: http.client.HTTPMessage
    text: str


def ask(
    port: int,
    path: str = "/ar/",
    body: bytes | None = None,
    seconds: float = 20,
    **headers: str,
) -> Reply:
    """Send one request over a connection of its own: POST when there is a body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        method = "GET" if body is None else "POST"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, FORWARDED | named)
        response = connection.getresponse()
        text = response.read().decode("utf-8", "replace")
        return Reply(response.status, response.headers, text)
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until(happened, seconds: float = 10) -> bool:
    """Return whether something happened in time; asking may raise an OSError."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if happened():
                return True
        except (OSError, http.client.HTTPException):
            pass
        time.sleep(0.05)
    return False


@dataclass
class Server:
    """A running server: its first process, its port, what it prints."""

    process: subprocess.Popen
    port: int
    log: Path

    def below(self, text: str) -> list[int]:
        """Return the processes below the server whose command line has the text."""
        found = []
        for pid in list(family(self.process.pid))[1:]:
            line = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ")
            if text in line.decode():
                found.append(pid)
        return found

    @property
    def workers(self) -> list[int]:
        return self.below("granian")

    def answers(self) -> bool:
        return ask(self.port, seconds=5).status == 200


@contextmanager
def served(image: Image, *arguments: str) -> Iterator[Server]:
    """Serve the image on a free port, as its user, for as long as the block lasts."""
    port = free_port()
    log = image.root / f"server-{port}.log"
    place = ["--host", "127.0.0.1", "--port", str(port), *arguments]
    with running([*image.command, *place], image, log) as process:
        server = Server(process, port, log)
        if not wait_until(server.answers, SECONDS_TO_START):
            raise RuntimeError(f"no answer: {log.read_text(encoding='utf-8')}")
        yield server


@contextmanager
def running(command: list[str], image: Image, log: Path) -> Iterator[subprocess.Popen]:
    """Run a process of the image, and end it and all below it with the block."""
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            without_rights(command),
            cwd=image.root / "site",
            env=image.variables,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        members = list(family(process.pid)) if process.poll() is None else []
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pid in members[1:]:
            if is_alive(pid):
                os.kill(pid, signal.SIGKILL)


def is_alive(pid: int) -> bool:
    """Return whether a process runs: one that is only waited for does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
