"""The mosaics of the home page: tiles with one large tile for Waqfa."""

from .palette import COLOURS
from .shapes import at, circle, path, rect, svg
from .tiles import tile_at
from .waqfa import waqfa_body

# Column, row, tile, palette; drawn for a line that runs from right to left.
_HERO = (
    (0, 0, "arcs", 4),
    (1, 0, "rosette", 1),
    (2, 0, "river", 6),
    (2, 1, "steps", 3),
    (0, 2, "palm", 2),
    (1, 2, "brick", 8),
    (2, 2, "eye", 5),
)
_MORE = (
    ("star", 10), ("leaf", 12), ("seven", 6), ("brick", 8), ("eye", 10), ("quarter", 6),
    ("half", 7), ("palm", 2), ("check", 4), ("rosette", 4), ("steps", 2), ("bubble", 3),
)  # fmt: skip


def _column(column: int, rtl: bool) -> int:
    return (column if rtl else 5 - column) * 64


def _urgent_message(x: int) -> str:
    """A loud message, two tiles wide."""
    mark = (
        f'<path d="M{x + 107} 89v8M{x + 107} 101.5v.5" stroke="{COLOURS["white"]}" '
        'stroke-width="4" stroke-linecap="round"/>'
    )
    return (
        path(f"M{x} 64h128v64H{x}z", "white")
        + rect(x + 16, 80, 74, 9, "ink", 4.5)
        + rect(x + 16, 98, 50, 9, "line", 4.5)
        + circle(x + 107, 96, 13, "brick")
        + mark
    )


def draw_hero(*, rtl: bool, classes: str = "art") -> str:
    tiles = "".join(
        tile_at(name, palette, _column(column, rtl), row * 64)
        for column, row, name, palette in _HERO
    )
    ground = 192 if rtl else 0
    waqfa = at(ground + 12, 16, waqfa_body(look=-6 if rtl else 6), 1.4)
    body = (
        tiles + _urgent_message(0 if rtl else 256) + rect(ground, 0, 192, 192, "brick")
    )
    return svg(384, 192, body + waqfa, classes)


def draw_hero_more(*, rtl: bool, classes: str = "art") -> str:
    """Return the two rows that stand above the mosaic where there is room."""
    body = "".join(
        tile_at(name, palette, _column(place % 6, rtl), place // 6 * 64)
        for place, (name, palette) in enumerate(_MORE)
    )
    return svg(384, 128, body, classes)
