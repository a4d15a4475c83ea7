"""What a crowd waits for, right after something changed: requests over all pages."""

import http.client
import random
import statistics
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from urllib.parse import urlsplit

from tests.browser.site import Site

from .client import HEADERS, cpu_seconds

REQUESTS = 200
VISITORS = 40
FIND_PAGES = (
    "from wagtail.models import Page;"
    "print(*(p.url for p in Page.objects.live().filter(depth__gt=1) if p.url))"
)
PUBLISH = (
    "from literacy.models import InfoPage;"
    "InfoPage.objects.live().first().save_revision().publish()"
)
UNPUBLISH = (
    "from literacy.models import InfoPage;"
    "page = InfoPage.objects.live().first();"
    "page.unpublish(); page.save_revision().publish()"
)
CHANGES = {"warm": "", "published": PUBLISH, "unpublished": UNPUBLISH}


@dataclass
class Burst:
    """What one crowd saw: times of its requests in ms, CPU seconds of the server."""

    times: list[float]
    seconds: float
    cpu: float
    statuses: Counter[int]


def crowd(site: Site, paths: list[str], seed: int) -> Burst:
    """Ask for the pages in a random order over many connections at once."""
    asked = SimpleQueue[str]()
    for path in random.Random(seed).sample(paths * REQUESTS, REQUESTS):
        asked.put(path)
    burst = Burst([], 0, 0, Counter())
    gate = threading.Barrier(VISITORS + 1)

    def visit() -> None:
        connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=60)
        connection.connect()
        gate.wait()
        while True:
            try:
                path = asked.get_nowait()
            except Empty:
                return
            start = time.perf_counter()
            connection.request("GET", path, headers=HEADERS)
            response = connection.getresponse()
            response.read()
            burst.times.append(1000 * (time.perf_counter() - start))
            burst.statuses[response.status] += 1

    visitors = [threading.Thread(target=visit) for _ in range(VISITORS)]
    for visitor in visitors:
        visitor.start()
    cpu = cpu_seconds(site.pid)
    gate.wait()
    start = time.perf_counter()
    for visitor in visitors:
        visitor.join()
    burst.seconds = time.perf_counter() - start
    burst.cpu = cpu_seconds(site.pid) - cpu
    return burst


def bursts(site: Site, rounds: int) -> Iterator[str]:
    """Yield the lines of a table: the same crowd before warm and changed pages."""
    paths = site.manage("shell", "--verbosity", "0", "-c", FIND_PAGES).split()
    found: dict[str, list[Burst]] = {name: [] for name in CHANGES}
    for number in range(rounds):
        for name, change in CHANGES.items():
            for path in paths:
                visit_once(site, path)
            if change:
                site.manage("shell", "-c", change)
            found[name].append(crowd(site, paths, number))
    yield f"{REQUESTS} requests by {VISITORS} visitors over {len(paths)} pages"
    yield f"{'pages':<12}{'all ms':>9}{'median':>9}{'last':>9}{'CPU ms':>9}  answers"
    for name, all_bursts in found.items():
        columns = zip(*map(figures, all_bursts), strict=True)
        middle = "".join(f"{statistics.median(column):>9.0f}" for column in columns)
        statuses = sum((one.statuses for one in all_bursts), Counter())
        yield f"{name:<12}{middle}  {' '.join(map(str, sorted(statuses)))}"


def figures(burst: Burst) -> tuple[float, float, float, float]:
    """Return what the table shows, in ms."""
    return (
        1000 * burst.seconds,
        statistics.median(burst.times),
        max(burst.times),
        1000 * burst.cpu,
    )


def visit_once(site: Site, path: str) -> None:
    """Ask for one page over a connection of its own."""
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=60)
    connection.request("GET", path, headers=HEADERS)
    connection.getresponse().read()
    connection.close()
