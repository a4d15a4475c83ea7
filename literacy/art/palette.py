"""Colours of the drawings, and the twelve ways to colour a tile."""

COLOURS = {
    "ink": "#0F2A2D",
    "white": "#FFFDF8",
    "line": "#D2C6B2",
    "sun": "#FFB82E",
    "sun3": "#FFD57D",
    "glaze8": "#014C4D",
    "glaze7": "#005B58",
    "glaze5": "#12A396",
    "glaze3": "#74D6C8",
    "brick": "#F0683F",
    "clay": "#F9AE93",
    "palm": "#3FA55A",
    "palm7": "#1C6131",
    "lapis": "#4A63E0",
}

# Ground and three more colours for each palette number.
PALETTES = {
    1: ("glaze3", "white", "sun", "ink"),
    2: ("sun", "glaze7", "brick", "ink"),
    3: ("clay", "glaze8", "sun", "ink"),
    4: ("glaze7", "glaze3", "sun", "ink"),
    5: ("glaze5", "white", "glaze8", "sun"),
    6: ("glaze5", "glaze8", "sun3", "ink"),
    7: ("brick", "sun", "white", "ink"),
    8: ("clay", "brick", "ink", "ink"),
    9: ("clay", "glaze5", "white", "ink"),
    10: ("ink", "sun", "glaze3", "white"),
    11: ("lapis", "sun3", "white", "ink"),
    12: ("palm", "white", "palm7", "sun"),
}


def colours_of(palette: int) -> dict[str, str]:
    """Return the hex colours of a palette under the names a, b, c and d."""
    return dict(zip("abcd", (COLOURS[name] for name in PALETTES[palette]), strict=True))
