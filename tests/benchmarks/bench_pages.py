"""What the main pages cost, beside a bare Django view: `make bench`.

Then what a crowd waits for, before warm pages and right after a change.

CPU time of the server's processes is the steady figure; requests a second depend on
what else the machine does. All servers run at once and are asked in turn, so that a
slow minute touches them alike.
"""

import argparse
import statistics
import tempfile
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

from tests.browser.site import Site, empty_site

from .burst import bursts
from .client import Ask, Cost, Forms, measure

WORKERS = 2
FIND_LESSON = (
    "from courses.models import LessonPage;"
    "print(*(p.url for p in LessonPage.objects.live()"
    ".filter(locale__language_code='ar').order_by('path')))"
)
Row = tuple[str, str]


def text_of(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as response:
        return response.read().decode("utf-8")


def answer_form(site: Site, lessons: list[str]) -> tuple[str, dict[str, str]]:
    """Return the first form of a lesson that one choice completes."""
    for lesson in lessons:
        for action, fields in Forms(text_of(site.url + lesson)).found:
            if "version" in fields and {"options", "step"} & set(fields):
                return action, fields
    raise RuntimeError("no lesson has a choice to answer")


def asks_of(site: Site) -> list[Ask]:
    lessons = site.manage("shell", "--verbosity", "0", "-c", FIND_LESSON).split()
    action, fields = answer_form(site, lessons)

    def answer() -> str:
        return urlencode(fields | {"uuid": str(uuid.uuid4())})

    return [
        Ask("home", "/ar/"),
        Ask("lesson", lessons[0]),
        Ask("me", "/ar/me/"),
        Ask("answer", action, answer),
    ]


def bare_site(folder: Path) -> Site:
    bare = {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.bare"}
    folder.mkdir()
    return Site(
        folder, "", settings=bare, application="tests.benchmarks.bare", front="/"
    )


def rounds(
    asks: dict[str, list[Ask]], sites: dict[str, Site], options: argparse.Namespace
) -> Iterator[tuple[Row, Cost]]:
    for number in range(options.rounds + 1):
        for name, site in sites.items():
            for ask in asks[name]:
                cost = measure(site.url, site.pid, ask, options.seconds)
                # The first round warms the servers up.
                if number:
                    yield (name, ask.name), cost


def table(costs: dict[Row, list[Cost]]) -> Iterator[str]:
    """Yield the lines of the table; each row is compared with its bare fellow."""
    middle = {
        row: statistics.median(cost.cpu_ms for cost in found)
        for row, found in costs.items()
    }
    yield f"{'server':<12}{'page':<10}{'CPU ms':>8}{'× bare':>8}{'req/s':>9}  answers"
    for (server, page), found in costs.items():
        whole = sum(found[1:], found[0])
        bare = middle["bare", "POST" if page in ("answer", "POST") else "GET"]
        own = middle[server, page]
        yield (
            f"{server:<12}{page:<10}{own:>8.2f}{own / bare:>8.1f}"
            f"{whole.per_second:>9.0f}  {' '.join(map(str, sorted(whole.statuses)))}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2, help="per page and round")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        print("Filling a site with its content …")
        filled = empty_site(folder / "filled")
        filled.fill()
        sites = {"bare": bare_site(folder / "bare")}
        for number, cache in enumerate(("on", "off")):
            copy = filled.copy(folder / f"cache-{cache}", number)
            copy.settings = {"PAGE_CACHE": cache}
            sites[f"cache {cache}"] = copy
        for site in sites.values():
            stack.enter_context(site.served(WORKERS))
        asks = {"bare": [Ask("GET", "/"), Ask("POST", "/", lambda: "option=a")]}
        asks |= {name: asks_of(site) for name, site in sites.items() if name != "bare"}
        costs: dict[Row, list[Cost]] = {}
        for row, cost in rounds(asks, sites, options):
            costs.setdefault(row, []).append(cost)
        print(*table(costs), sep="\n")
        print("", *bursts(sites["cache on"], options.rounds), sep="\n")


if __name__ == "__main__":
    main()
