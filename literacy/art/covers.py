"""Covers of the modules, 192 × 128: three tiles by two."""

from collections.abc import Callable

from .palette import COLOURS
from .shapes import at, circle, line, path, rect, svg
from .tiles import tile_at
from .waqfa import bubble, waqfa_body


def _ground(colour: str) -> str:
    return rect(0, 0, 192, 128, colour)


def _pause() -> str:
    """A bubble that looks through a lens."""
    lens = (
        f'<circle cx="144" cy="58" r="27" fill="{COLOURS["white"]}" '
        f'fill-opacity=".55" stroke="{COLOURS["ink"]}" stroke-width="8"/>'
    )
    return (
        _ground("glaze3")
        + tile_at("brick", 8, 128, 64)
        + tile_at("arcs", 4, 0, 64)
        + at(48, 12, waqfa_body(), 0.9)
        + lens
        + line("M163 78l18 20", "ink", 8)
    )


def _pictures() -> str:
    """A photograph cut in two."""
    return (
        _ground("sun")
        + tile_at("quarter", 2, 0, 0)
        + rect(34, 22, 62, 84, "white", 6)
        + rect(40, 28, 56, 58, "glaze3")
        + path("M40 86V66l22-20 34 40z", "glaze7")
        + circle(58, 42, 8, "white")
        + rect(102, 32, 62, 84, "white", 6)
        + rect(102, 38, 56, 58, "clay")
        + path("M102 96V60l20-8 36 30v14z", "brick")
        + circle(142, 52, 8, "ink")
        + rect(96, 12, 6, 108, "ink", 3)
    )


def _tricks() -> str:
    """A loud bubble and a calm one."""
    shout = (
        f'<g fill="{COLOURS["sun"]}">'
        '<rect x="50" y="32" width="11" height="34" rx="5.5" '
        'transform="rotate(-14 55 49)"/>'
        '<rect x="69" y="32" width="11" height="34" rx="5.5" '
        'transform="rotate(14 74 49)"/>'
        "</g>"
    )
    return (
        _ground("brick")
        + tile_at("sun", 3, 0, 64)
        + tile_at("half", 7, 128, 0)
        + at(16, 10, bubble("ink"), 0.82)
        + shout
        + at(98, 46, waqfa_body(colour="white"), 0.66)
    )


def _account() -> str:
    """One person, two accounts: which is the copy?"""
    mark = "M146 34.5a6.3 6.3 0 1 1 8.6 5.9c-1.8.8-2.4 1.8-2.4 3.6M152.2 49v.1"
    return (
        _ground("lapis")
        + tile_at("seven", 6, 128, 0)
        + tile_at("quarter", 6, 0, 64)
        + rect(26, 18, 78, 94, "white", 14)
        + circle(65, 54, 16, "glaze5")
        + path("M37 112a28 28 0 0 1 56 0z", "glaze5")
        + rect(82, 30, 78, 94, "sun", 14)
        + circle(121, 66, 16, "brick")
        + path("M93 124a28 28 0 0 1 56 0z", "brick")
        + circle(152, 38, 19, "ink")
        + line(mark, "sun", 4)
    )


def _ai() -> str:
    """The same eye again and again, and one that differs."""
    return "".join(
        tile_at("eye", 1 if (x, y) == (64, 64) else 5, x, y)
        for y in (0, 64)
        for x in (0, 64, 128)
    )


def _sources() -> str:
    """Windows that lead back, one by one, to where the news began."""

    def window(x: int, y: int) -> str:
        return (
            rect(x, y, 70, 38, "white", 7)
            + path(f"M{x} {y + 12}v-5a7 7 0 0 1 7-7h56a7 7 0 0 1 7 7v5z", "ink")
            + circle(x + 9, y + 6, 2.5, "brick")
            + circle(x + 17, y + 6, 2.5, "sun")
            + rect(x + 9, y + 18, 40, 5, "line", 2.5)
            + rect(x + 9, y + 27, 26, 5, "line", 2.5)
        )

    trail = (
        '<path fill="none" stroke-linecap="round" stroke-dasharray="1 9" '
        'stroke-width="5" '
        f'stroke="{COLOURS["ink"]}" d="M128 50q24 0 26 22M100 92q16 10 30 6"/>'
    )
    return (
        _ground("glaze3")
        + tile_at("river", 6, 0, 64)
        + tile_at("quarter", 2, 128, 0)
        + tile_at("star", 7, 128, 64)
        + trail
        + window(18, 14)
        + window(46, 66)
    )


def _doors() -> str:
    """A door left ajar, and a voice from inside."""
    return (
        _ground("clay")
        + tile_at("brick", 8, 0, 64)
        + tile_at("brick", 8, 128, 0)
        + tile_at("brick", 8, 128, 64)
        + path("M56 128V56a40 40 0 0 1 80 0v72z", "ink")
        + path("M64 128V56a32 32 0 0 1 30-32v104z", "sun")
        + path("M94 128V24l42 16v88z", "glaze7")
        + circle(104, 80, 4.5, "sun")
        + at(8, 20, bubble("white"), 0.42)
        + rect(21, 36, 24, 5, "brick", 2.5)
        + rect(21, 46, 15, 5, "line", 2.5)
    )


def _voice() -> str:
    """A calm voice that carries."""
    waves = line("M132 44q14 20 0 40M150 32q24 32 0 64M168 20q34 44 0 88", "ink", 8)
    return (
        _ground("palm")
        + tile_at("leaf", 12, 0, 0)
        + tile_at("rosette", 7, 0, 64)
        + at(22, 14, waqfa_body("happy"), 0.92)
        + waves
    )


COVERS: dict[str, Callable[[], str]] = {
    "pause": _pause,
    "tricks": _tricks,
    "sources": _sources,
    "pictures": _pictures,
    "account": _account,
    "ai": _ai,
    "doors": _doors,
    "voice": _voice,
}

# Six tiles beside the cover at the head of a module's page.
BANDS = {
    "pause": "rosette1 steps3 eye5 palm2 river6 star7",
    "tricks": "half7 quarter6 bubble3 rosette4 sun3 star10",
    "sources": "river6 steps3 arcs4 eye10 brick8 rosette1",
    "pictures": "eye5 half9 steps4 sun3 rosette1 brick8",
    "account": "seven6 check4 quarter2 pause2 leaf12 eye10",
    "ai": "star10 quarter6 half11 bubble3 rosette7 arcs4",
    "doors": "steps2 brick8 eye10 palm2 pause4 river9",
    "voice": "bubble3 palm2 rosette1 sun3 star7 check4",
}


def draw_cover(name: str, classes: str = "art") -> str:
    return svg(192, 128, COVERS[name](), classes)


def draw_band(name: str, *, rtl: bool, classes: str = "art") -> str:
    """Return the cover and six tiles, the cover at the start of the line."""
    offset = 0 if rtl else 192
    tiles = "".join(
        tile_at(
            tile.rstrip("0123456789"),
            int(tile.lstrip("abcdefghijklmnopqrstuvwxyz")),
            x,
            y,
        )
        for tile, (x, y) in zip(
            BANDS[name].split(),
            (
                (offset + column * 64, row * 64)
                for row in (0, 1)
                for column in (0, 1, 2)
            ),
            strict=True,
        )
    )
    return svg(384, 128, at(192 - offset, 0, COVERS[name]()) + tiles, classes)
