"""Waqfa: the speech bubble whose two eyes are a pause sign. Only the eyes change."""

from .palette import COLOURS
from .shapes import at, path

_BUBBLE = "M44 8h32a36 36 0 0 1 36 36v20a36 36 0 0 1-36 36H8V44A36 36 0 0 1 44 8z"

EYES = {
    "calm": '<rect x="46" y="36" width="10" height="34" rx="5"/>'
    '<rect x="66" y="36" width="10" height="34" rx="5"/>',
    "wide": '<rect x="43" y="31" width="14" height="42" rx="7"/>'
    '<rect x="67" y="31" width="14" height="42" rx="7"/>',
    "doubt": '<rect x="44" y="34" width="10" height="36" rx="5"/>'
    '<rect x="68" y="46" width="10" height="24" rx="5"/>'
    '<rect x="62" y="30" width="24" height="7" rx="3.5" '
    'transform="rotate(-14 74 33)"/>',
    "happy": '<path fill="none" stroke="#0F2A2D" stroke-width="8" '
    'stroke-linecap="round" '
    'd="M39 58a8.5 8.5 0 0 1 16 0M67 58a8.5 8.5 0 0 1 16 0"/>',
    "down": '<rect x="46" y="46" width="10" height="26" rx="5"/>'
    '<rect x="66" y="46" width="10" height="26" rx="5"/>',
}


def waqfa_body(mood: str = "calm", colour: str = "sun", look: float = 0) -> str:
    """Return the shapes, 120 × 108; `look` moves the eyes sideways."""
    eyes = f'<g fill="{COLOURS["ink"]}">{EYES[mood]}</g>'
    return path(_BUBBLE, colour) + (at(look, 0, eyes) if look else eyes)


def bubble(colour: str) -> str:
    return path(_BUBBLE, colour)


def draw_waqfa(mood: str = "calm", classes: str = "waqfa") -> str:
    body = waqfa_body(mood)
    return (
        f'<svg class="{classes}" viewBox="4 4 112 100" aria-hidden="true">{body}</svg>'
    )
