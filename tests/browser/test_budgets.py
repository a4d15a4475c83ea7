"""What a first visit costs, in bytes over the wire and requests; never in time."""

import re

import pytest

from . import course
from .wire import bytes_until, compressed, visit, weight

FIRST_FLIGHT = 14_336
STYLES, SCRIPTS = 12_000, 12_000
REQUESTS = 12
LESSONS = [f"/ar/modules/{module}/{name}/" for module, name in course.lessons()]
# Between them these load every script that a learner may need.
SCRIPTED = ["/ar/modules/pause/steps/", "/ar/modules/pause/done/"] + [
    f"/ar/modules/{path}/" for path in ("tricks/loaded", "tricks/masks", "doors/friend")
]
FILES = {"/ar/": 70_000, **dict.fromkeys(LESSONS, 75_000)}
PICTURES = ("Image",)
END_OF_FIRST_SCREEN = "</section>"
PAGES = [*FILES, "/en/", "/en/modules/pause/faster/"]


@pytest.mark.parametrize("address", FILES)
def test_a_first_visit(page_for, address):
    wire = visit(page_for("ar", 360), address)

    pictures = wire.bytes_of(*PICTURES) if address in LESSONS else 0
    assert wire.bytes_of() - pictures <= FILES[address], wire.listing()
    assert wire.requests <= REQUESTS, wire.listing()
    assert wire.bytes_of("Script") <= SCRIPTS, wire.listing()
    assert wire.bytes_of("Stylesheet") == 0, wire.listing()
    # Nothing was left uncounted.
    assert len(wire.sizes) == wire.requests
    assert wire.bytes_of("Font") > 20_000


@pytest.mark.parametrize("address", PAGES)
def test_the_first_flight_brings_styles_and_the_first_screen(site, address):
    document = compressed(site.url + address)

    needed = bytes_until(document, END_OF_FIRST_SCREEN)
    assert needed <= FIRST_FLIGHT, f"{needed} of {len(document)}"


def test_the_stylesheet_is_small_and_in_the_document(page_for):
    page = page_for("ar", 360)
    page.goto("/ar/modules/pause/faster/")
    (styles,) = re.findall("<style>(.*?)</style>", page.content(), flags=re.DOTALL)

    assert weight(styles) <= STYLES


def test_all_scripts_together_are_small(page_for):
    """Also those that only some activities load."""
    found = set()
    for address in SCRIPTED:
        wire = visit(page_for("ar", 360), address)
        found |= {url for one, url in wire.urls.items() if wire.kinds[one] == "Script"}

    for name in ("order-list", "trick-spotter", "picture-inspector", "quick-exit"):
        assert any(name in url for url in found)
    assert sum(len(compressed(url)) for url in found) <= SCRIPTS


def test_counting_sees_a_page_that_is_too_heavy(page_for, site):
    page = page_for("ar", 360)
    page.route("**/me/", lambda route: route.fulfill(body="x" * 80_000))
    wire = visit(page, "/ar/")

    assert wire.bytes_of() > FILES["/ar/"]
    late = compressed(site.url + "/ar/modules/pause/aunt/")
    assert bytes_until(late, "</html>") == pytest.approx(len(late), abs=200)
