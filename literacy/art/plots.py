"""Small plots for reports: drawn here, in the direction of the page.

Shapes carry classes, never colours or styles of their own, and texts are short: the
table beside a plot says everything in words. `mirror` lays the axes out for languages
that are written from the right. Shares are 0..1.
"""

from collections.abc import Sequence
from dataclasses import dataclass

BAR, BAR_HEIGHT = 160, 14
CHART, CHART_HEIGHT, FOOT = 320, 180, 28


@dataclass(frozen=True)
class Column:
    """One column of a chart: its name below, how high it is, a text above it."""

    label: str
    share: float
    text: str = ""


@dataclass(frozen=True)
class Dot:
    """A value with its interval; `place` and the others are 0..1 of the axis."""

    place: float
    low: float
    high: float
    is_hollow: bool = False


def draw_bar(
    share: float,
    *,
    mirror: bool,
    tone: str = "",
    interval: tuple[float, float] | None = None,
    band: tuple[float, float] | None = None,
) -> str:
    """Return a bar of a share; `band` is where it should end, `tone` a class."""
    body = _box("track", 0, BAR, 0, BAR_HEIGHT, BAR, mirror)
    if band:
        body += _box("band", BAR * band[0], BAR * band[1], 0, BAR_HEIGHT, BAR, mirror)
    name = f"fill plot__fill--{tone}" if tone else "fill"
    body += _box(name, 0, BAR * _inside(share), 3, BAR_HEIGHT - 6, BAR, mirror)
    if interval:
        low, high = (BAR * _inside(end) for end in interval)
        body += _box("whisker", low, max(high, low + 1), 6, 2, BAR, mirror)
    return _picture(BAR, BAR_HEIGHT, body, "bar")


def draw_stack(parts: Sequence[tuple[float, bool]], *, mirror: bool) -> str:
    """Return shares side by side, each (share, is right); the right ones are full."""
    body, start = _box("track", 0, BAR, 0, BAR_HEIGHT, BAR, mirror), 0.0
    for number, (share, is_right) in enumerate(parts):
        end = start + BAR * _inside(share)
        name = "fill" if is_right else f"fill plot__fill--other{number % 4}"
        if end - start >= 1:
            body += _box(name, start, end - 1, 0, BAR_HEIGHT, BAR, mirror)
        start = end
    return _picture(BAR, BAR_HEIGHT, body, "bar")


def draw_columns(columns: Sequence[Column], *, mirror: bool) -> str:
    """Return columns on one floor, the first at the beginning of the line."""
    floor, top = CHART_HEIGHT - FOOT, 20
    width = CHART / max(len(columns), 1)
    body = ""
    for number, column in enumerate(columns):
        height = (floor - top) * _inside(column.share)
        start = number * width + width * 0.15
        end = (number + 1) * width - width * 0.15
        body += _box("fill", start, end, floor - height, height, CHART, mirror)
        middle = _x((start + end) / 2, CHART, mirror)
        body += _text(middle, floor + 18, column.label)
        if column.text:
            body += _text(middle, floor - height - 5, column.text)
    body += f'<line class="plot__axis" x1="0" x2="{CHART}" y1="{floor}" y2="{floor}"/>'
    return _picture(CHART, CHART_HEIGHT, body, "chart")


def draw_calibration(
    points: Sequence[tuple[float, float, tuple[float, float]]],
    ticks: Sequence[tuple[float, str]],
    *,
    mirror: bool,
) -> str:
    """Return what was said (across) against what came true (up), with intervals.

    On the broken line both are the same.
    """
    edge, side = 36, 200
    whole = edge + side + 24

    def across(share: float) -> float:
        return _x(edge + side * _inside(share), whole, mirror)

    def up(share: float) -> float:
        return 8 + side * (1 - _inside(share))

    body = (
        f'<line class="plot__guide" x1="{across(0):.1f}" y1="{up(0):.1f}" '
        f'x2="{across(1):.1f}" y2="{up(1):.1f}"/>'
    )
    for place, label in ticks:
        body += _rule(across(0), up(place), across(1), up(place))
        body += _text(_x(edge / 2, whole, mirror), up(place) + 5, label)
        body += _text(across(place), 8 + side + 18, label)
    for said, share, (low, high) in points:
        x = across(said)
        body += (
            f'<line class="plot__whisker" x1="{x:.1f}" x2="{x:.1f}" '
            f'y1="{up(low):.1f}" y2="{up(high):.1f}"/>'
            f'<circle class="plot__dot" cx="{x:.1f}" cy="{up(share):.1f}" r="5"/>'
        )
    return _picture(whole, 8 + side + 26, body, "chart")


def draw_dots(
    dots: Sequence[Dot], ticks: Sequence[tuple[float, str]], *, mirror: bool
) -> str:
    """Return one line for each value with its interval, over a common axis."""
    edge, step = 24, 32
    side, floor = CHART - 2 * edge, step * len(dots)

    def across(place: float) -> float:
        return _x(edge + side * _inside(place), CHART, mirror)

    body = ""
    for place, label in ticks:
        body += _rule(across(place), 0, across(place), floor)
        body += _text(across(place), floor + 18, label)
    for number, dot in enumerate(dots):
        y = step * number + step / 2
        name = "dot plot__dot--hollow" if dot.is_hollow else "dot"
        body += (
            f'<line class="plot__whisker" x1="{across(dot.low):.1f}" '
            f'x2="{across(dot.high):.1f}" y1="{y}" y2="{y}"/>'
            f'<circle class="plot__{name}" cx="{across(dot.place):.1f}" '
            f'cy="{y}" r="6"/>'
        )
    return _picture(CHART, floor + FOOT, body, "chart")


def _inside(share: float) -> float:
    return max(0.0, min(1.0, share))


def _x(place: float, width: float, mirror: bool) -> float:
    return width - place if mirror else place


def _box(
    name: str,
    start: float,
    end: float,
    top: float,
    height: float,
    width: float,
    mirror: bool,
) -> str:
    """Return a box from one place of the line to another."""
    left = _x(end if mirror else start, width, mirror)
    return (
        f'<rect class="plot__{name}" x="{left:.1f}" y="{top:.1f}" '
        f'width="{max(0.0, end - start):.1f}" height="{height:.1f}"/>'
    )


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line class="plot__rule" x1="{x1:.1f}" y1="{y1:.1f}" '
        f'x2="{x2:.1f}" y2="{y2:.1f}"/>'
    )


def _text(x: float, y: float, text: str) -> str:
    """Return a short text around a place; numbers only, so nothing to escape."""
    return f'<text class="plot__text" x="{x:.1f}" y="{y:.1f}">{text}</text>'


def _picture(width: float, height: float, body: str, kind: str) -> str:
    return (
        f'<svg class="plot plot--{kind}" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" aria-hidden="true" '
        f'focusable="false">{body}</svg>'
    )
