"""Asks a server for some seconds over kept connections, and reads what that cost it."""

import http.client
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

TICKS = os.sysconf("SC_CLK_TCK")
CONNECTIONS = 8
HEADERS = {"Accept-Encoding": "gzip", "Sec-Fetch-Site": "same-origin"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Ask:
    """One kind of request; `body` makes a new body for each one."""

    name: str
    path: str
    body: Callable[[], str] | None = None
    cookie: str = ""

    def send(self, connection: http.client.HTTPConnection) -> http.client.HTTPResponse:
        headers = dict(HEADERS)
        if self.cookie:
            headers["Cookie"] = self.cookie
        if self.body:
            connection.request("POST", self.path, self.body(), headers | FORM)
        else:
            connection.request("GET", self.path, headers=headers)
        return connection.getresponse()


@dataclass
class Cost:
    """What some requests took: seconds on the clock, seconds of CPU."""

    requests: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    statuses: set[int] = field(default_factory=set)

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            self.requests + other.requests,
            self.seconds + other.seconds,
            self.cpu + other.cpu,
            self.statuses | other.statuses,
        )

    @property
    def cpu_ms(self) -> float:
        return 1000 * self.cpu / self.requests

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds


def family(pid: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield pid
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in listed.read_text().split():
            yield from family(int(child))


def cpu_seconds(pid: int) -> float:
    """Return the CPU time, user and system, of a server and its workers so far."""
    ticks = 0
    for member in family(pid):
        stat = Path(f"/proc/{member}/stat").read_text()
        fields = stat.rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS


def measure(url: str, pid: int, ask: Ask, seconds: float) -> Cost:
    """Send the request again and again over a few connections at once."""
    statuses: Counter[int] = Counter()
    end = time.perf_counter() + seconds

    def visit() -> None:
        connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
        while time.perf_counter() < end:
            response = ask.send(connection)
            response.read()
            statuses[response.status] += 1
        connection.close()

    visitors = [threading.Thread(target=visit) for _ in range(CONNECTIONS)]
    cpu, start = cpu_seconds(pid), time.perf_counter()
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    return Cost(
        statuses.total(),
        time.perf_counter() - start,
        cpu_seconds(pid) - cpu,
        set(statuses),
    )


class Forms(HTMLParser):
    """Collects each form's action with what it sends when filled in at random."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append((given.get("action", ""), {}))
        elif tag in ("input", "button") and self.found and given.get("name"):
            self.found[-1][1].setdefault(given["name"], given.get("value", ""))
