"""My progress: one ring for each module around the count in the middle."""

import math

from .icons import ICONS
from .palette import COLOURS

SIGNS = {
    "pause": ("pause", "glaze5"),
    "tricks": ("heart", "brick"),
    "sources": ("search", "sun"),
    "pictures": ("image", "clay"),
    "account": ("key", "lapis"),
    "ai": ("eye", "palm"),
    "doors": ("lock", "glaze3"),
    "voice": ("chat", "sun3"),
}
_RADIUS = 27
_LENGTH = 2 * math.pi * _RADIUS


def _ring(artwork: str, fraction: float, x: float, y: float) -> str:
    name, colour = SIGNS.get(artwork, ("book", "glaze5"))
    fill = COLOURS[colour]
    place = f'cx="{x:.0f}" cy="{y:.0f}"'
    if fraction >= 1:
        shape = f'<circle {place} r="30" fill="{fill}"/>'
    else:
        shape = f'<circle {place} r="{_RADIUS}" class="ring__track" stroke-width="6"/>'
        if fraction > 0:
            shape += (
                f'<circle {place} r="{_RADIUS}" fill="none" stroke="{fill}" '
                f'stroke-width="6" stroke-linecap="round" '
                f'stroke-dasharray="{_LENGTH * fraction:.0f} {_LENGTH:.0f}" '
                f'transform="rotate(-90 {x:.0f} {y:.0f})"/>'
            )
    done = " is-done" if fraction >= 1 else ""
    icon = (
        f'<svg class="ring__icon{done}" x="{x - 12:.0f}" y="{y - 12:.0f}" width="24" '
        f'height="24" viewBox="0 0 24 24">{ICONS[name]}</svg>'
    )
    return f'<circle {place} r="34" class="ring__ground"/>{shape}{icon}'


def draw_rings(modules: list[tuple[str, float]], *, rtl: bool) -> str:
    """Return the rings of (artwork, fraction done), from the top onwards."""
    if len(modules) == 1:
        return _picture(_one_ring(*modules[0]))
    body = (
        '<circle cx="140" cy="140" r="104" class="ring__track" stroke-width="2" '
        'stroke-dasharray="2 7" stroke-linecap="round"/>'
    )
    for place, (artwork, fraction) in enumerate(modules):
        turn = math.tau * place / len(modules)
        angle = -math.pi / 2 + (-turn if rtl else turn)
        x, y = 140 + 104 * math.cos(angle), 140 + 104 * math.sin(angle)
        body += _ring(artwork, fraction, x, y)
    return _picture(body)


def _one_ring(artwork: str, fraction: float) -> str:
    """Return a ring as large as the picture, for a single module."""
    colour = COLOURS[SIGNS.get(artwork, ("book", "glaze5"))[1]]
    length = math.tau * 116
    arc = (
        f'<circle cx="140" cy="140" r="116" fill="none" stroke="{colour}" '
        'stroke-width="18" stroke-linecap="round" transform="rotate(-90 140 140)" '
        f'stroke-dasharray="{length * min(fraction, 1):.0f} {length:.0f}"/>'
    )
    track = '<circle cx="140" cy="140" r="116" class="ring__track" stroke-width="18"/>'
    return track + (arc if fraction > 0 else "")


def _picture(body: str) -> str:
    return f'<svg class="art" viewBox="0 0 280 280" aria-hidden="true">{body}</svg>'
