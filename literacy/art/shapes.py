"""Rectangles, circles and paths in the colours of the palette."""

from .palette import COLOURS


def rect(
    x: float, y: float, width: float, height: float, colour: str, radius: float = 0
) -> str:
    corner = f' rx="{radius}"' if radius else ""
    size = f'width="{width}" height="{height}"'
    return f'<rect fill="{COLOURS[colour]}" x="{x}" y="{y}" {size}{corner}/>'


def circle(x: float, y: float, radius: float, colour: str) -> str:
    return f'<circle fill="{COLOURS[colour]}" cx="{x}" cy="{y}" r="{radius}"/>'


def path(d: str, colour: str) -> str:
    return f'<path fill="{COLOURS[colour]}" d="{d}"/>'


def line(d: str, colour: str, width: float) -> str:
    return (
        f'<path fill="none" stroke="{COLOURS[colour]}" stroke-width="{width}" '
        f'stroke-linecap="round" stroke-linejoin="round" d="{d}"/>'
    )


def at(x: float, y: float, drawing: str, scale: float = 1) -> str:
    """Move a drawing, and make it smaller or larger."""
    grow = f" scale({scale})" if scale != 1 else ""
    return f'<g transform="translate({x} {y}){grow}">{drawing}</g>'


def svg(
    width: int, height: int, body: str, classes: str, *, slice_: bool = True
) -> str:
    """Return a decorative picture; `slice_` lets it fill a frame of another shape."""
    fill = ' preserveAspectRatio="xMidYMid slice"' if slice_ else ""
    return (
        f'<svg class="{classes}" viewBox="0 0 {width} {height}" '
        f'aria-hidden="true"{fill}>{body}</svg>'
    )
