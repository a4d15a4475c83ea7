"""Glazed tiles, 64 × 64, in four colours: ground a, then b, c and d."""

from .palette import colours_of
from .shapes import svg

_GROUND = '<path shape-rendering="crispEdges" fill="{a}" d="M0 0h64v64H0z"/>'


def _turned(ellipse: str, angles: range) -> str:
    return "".join(f'{ellipse} transform="rotate({angle} 32 32)"/>' for angle in angles)


_PETAL = '<ellipse fill="{b}" cx="32" cy="32" rx="6.5" ry="27"'
_DOTS = ((32, 15.5), (46.3, 23.7), (46.3, 40.3), (32, 48.5), (17.7, 40.3), (17.7, 23.7))
_WAVE = "q8-12 16 0t16 0 16 0 16 0 16 0"

TILES = {
    "rosette": _turned(_PETAL, range(0, 180, 45))
    + '<circle fill="{c}" cx="32" cy="32" r="8"/>',
    "eye": '<path fill="{b}" d="M5 32Q32 1 59 32 32 63 5 32z"/>'
    '<circle fill="{c}" cx="32" cy="32" r="12.5"/><circle fill="{d}" '
    'cx="32" cy="32" r="5.5"/>',
    "pause": '<rect fill="{b}" x="16" y="13" width="12" height="38" rx="6"/>'
    '<rect fill="{b}" x="36" y="13" width="12" height="38" rx="6"/>',
    "steps": '<path fill="{b}" d="M0 64V48h10V34h10V20h24v14h10v14h10v16z"/>'
    '<path fill="{c}" d="M26 64V48a6 6 0 0 1 12 0v16z"/>',
    "arcs": '<path fill="{b}" d="M0 6a58 58 0 0 1 58 58H0z"/>'
    '<path fill="{a}" d="M0 23a41 41 0 0 1 41 41H0z"/>'
    '<path fill="{c}" d="M0 40a24 24 0 0 1 24 24H0z"/>',
    "bubble": '<path fill="{b}" d="M24 12h16a14 14 0 0 1 14 14v8a14 14 0 0 '
    "1-14 14H10V26"
    'a14 14 0 0 1 14-14z"/><path fill="{c}" d="M19 27h26v5H19zM19 36h16v5H19z"/>',
    "palm": '<path fill="{b}" d="M29.5 26h5l2.5 38H27z"/>'
    '<path fill="{b}" d="M32 27C27 11 11 9 3 21c10-3 20-1 29 6zM32 27c5-16 '
    "21-18 29-6-10-3-20-1-29 "
    "6zM32 27C20 20 7 26 5 42c7-9 16-14 27-15zM32 27c12-7 25-1 27 15-7-9-16-14-27-15z"
    'M32 27C24 20 26 8 32 3c6 5 8 17 0 24z"/>'
    '<circle fill="{c}" cx="25.5" cy="33" r="4"/><circle fill="{c}" '
    'cx="38.5" cy="33" r="4"/>',
    "sun": '<path fill="{c}" d="M2 64a30 30 0 0 1 60 0z"/>'
    '<path fill="{b}" d="M13 64a19 19 0 0 1 38 0z"/>',
    "brick": '<path fill="{b}" d="M0 3h29v12H0zM35 3h29v12H35zM0 '
    "19h12v12H0zM18 19h28v12H18z"
    "M52 19h12v12H52zM0 35h29v12H0zM35 35h29v12H35zM0 51h12v12H0zM18 51h28v12H18z"
    'M52 51h12v12H52z"/>',
    "leaf": '<path fill="{b}" d="M0 0q64 0 64 64Q0 64 0 0z"/>'
    '<circle fill="{c}" cx="32" cy="32" r="9"/>',
    "river": '<path fill="none" stroke="{b}" stroke-width="7" '
    f'd="M-8 14{_WAVE}M-8 32{_WAVE}M-8 50{_WAVE}"/>',
    "star": '<path fill="{b}" d="M32 4l8 9h11v11l9 8-9 8v11H40l-8 '
    '9-8-9H13V40l-9-8 9-8V13h11z"/>'
    '<circle fill="{c}" cx="32" cy="32" r="10"/>',
    "quarter": '<path fill="{b}" d="M0 0h32A32 32 0 0 1 0 32zM64 64H32a32 '
    '32 0 0 1 32-32z"/>'
    '<path fill="{c}" d="M64 0v32A32 32 0 0 1 32 0zM0 64V32a32 32 0 0 1 32 32z"/>',
    "check": '<circle fill="{b}" cx="32" cy="32" r="24"/>'
    '<path fill="none" stroke="{c}" stroke-width="7" stroke-linecap="round" '
    'stroke-linejoin="round" d="M21 33l8 8 15-17"/>',
    "half": '<path fill="{b}" d="M0 0h64a32 32 0 0 1-64 0z"/>'
    '<path fill="{c}" d="M0 64a32 32 0 0 1 64 0z"/>',
    "seven": '<circle fill="{b}" cx="32" cy="32" r="27"/><g fill="{c}">'
    '<circle cx="32" cy="32" r="5.5"/>'
    + "".join(f'<circle cx="{x}" cy="{y}" r="4"/>' for x, y in _DOTS)
    + "</g>",
}


def tile_body(name: str, palette: int) -> str:
    """Return the shapes of a tile, to be placed in a larger picture."""
    return (_GROUND + TILES[name]).format(**colours_of(palette))


def tile_at(name: str, palette: int, x: float, y: float) -> str:
    """Return a tile at a place; it is cut at its own edges."""
    return (
        f'<svg x="{x}" y="{y}" width="64" height="64" viewBox="0 0 64 64">'
        f"{tile_body(name, palette)}</svg>"
    )


def draw_tile(name: str, palette: int, classes: str = "art") -> str:
    return svg(64, 64, tile_body(name, palette), classes)
