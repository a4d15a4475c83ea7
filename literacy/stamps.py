"""Marks practice pictures: “practice, invented”, and the site's address.

A strip below the picture, and part of the file: a copy or a screenshot cannot
travel as news. Drawn when an activity or a lesson is published, never while a page
is made.
"""

import base64
import hashlib
import io
import re
from math import ceil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import get_language_info, gettext, override
from PIL import Image, ImageDraw, ImageFont, features

Frozen = dict[str, Any]

FOLDER = "practice"
# Raise it when the strip is drawn differently: all stamps are made anew then.
EDITION = 1
GROUND, INK = "#014C4D", "#FFFFFF"
FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
# A row of the strip is so high for each pixel of width, and at least so many
# pixels; its letters and its margins are so large for each pixel of height.
SHARE, LEAST, LETTERS, MARGIN = 0.06, 24, 0.6, 0.4
# A drawing carries its strip as a picture of this width: sharp on a phone.
DRAWING_WIDTH = 700
WEBP_QUALITY = 60
WEIGHT = 600
_SVG = re.compile(r"<svg\b[^>]*>")
_SIZES = re.compile(r"""\s(?:width|height)=(["']).*?\1""")


def can_shape() -> bool:
    """Tell whether Pillow joins Arabic letters: Raqm, and FriBiDi of the system."""
    return bool(features.check("raqm") and features.check("fribidi"))


def is_rtl(language: str) -> bool:
    return bool(get_language_info(language)["bidi"])


def address() -> str:
    """Return the site's address as people say it."""
    return (urlsplit(settings.SITE_URL).hostname or "").removeprefix("www.")


def words(language: str) -> tuple[str, str]:
    """Return what is written in the strip, and the language that it is in.

    English where Arabic would come out as single letters in the wrong order.
    """
    with override(language if can_shape() or not is_rtl(language) else "en"):
        text = gettext("Practice, invented")
    return text, "en" if text.isascii() else language


def stamped(frozen: Frozen, language: str) -> Frozen:
    """Return the frozen picture with its stamp, made once for each language.

    `strip` is how much of the height the stamp takes, `bytes` how large the file is.
    """
    try:
        with default_storage.open(frozen["file"]) as opened:
            source = opened.read()
    except FileNotFoundError:
        return frozen
    is_drawing = frozen["file"].lower().endswith(".svg")
    width, height = frozen["width"], frozen["height"]
    strip = draw_strip(DRAWING_WIDTH if is_drawing else width, language)
    high = round(strip.height * width / strip.width)
    kind = "svg" if is_drawing else "webp"
    name = f"{FOLDER}/{digest_of(source, language)}-{language}.{kind}"
    if not default_storage.exists(name):
        draw = stamp_drawing if is_drawing else stamp_photograph
        keep(name, draw(source, (width, height), strip))
    return {
        "file": name,
        "width": width,
        "height": height + high,
        "strip": high,
        "bytes": default_storage.size(name),
    }


def digest_of(source: bytes, language: str) -> str:
    said = "\n".join([*words(language), address(), str(EDITION)])
    return hashlib.sha256(source + said.encode()).hexdigest()[:20]


def keep(name: str, content: bytes) -> None:
    """Save the file under this very name; whoever made it first has the same."""
    saved = default_storage.save(name, ContentFile(content))
    if saved != name:
        default_storage.delete(saved)


def draw_strip(width: int, language: str) -> Image.Image:
    """Return words and address, light on dark: side by side, or two rows."""
    text, said_in = words(language)
    row = max(LEAST, round(width * SHARE))
    margin = round(row * MARGIN)
    pieces = [Piece(text, said_in, row), Piece(address(), "en", row)]
    fits = sum(piece.width + margin for piece in pieces) + margin <= width
    strip = Image.new("L", (width, row if fits else 2 * row), 0)
    for number, piece in enumerate(pieces):
        at_start = not (fits and number)
        on_the_left = at_start != is_rtl(language)
        middle = row // 2 if fits else number * row + row // 2
        piece.draw(strip, margin, middle, on_the_left)
    return strip


class Piece:
    """A piece of text in one language, no wider than there is room."""

    def __init__(self, text: str, language: str, row: int) -> None:
        self.text, self.language = text, language
        self.font = self.load(round(row * LETTERS))

    def load(self, size: int) -> ImageFont.FreeTypeFont:
        script = "ar" if is_rtl(self.language) else "latin"
        engine = ImageFont.Layout.RAQM if can_shape() else ImageFont.Layout.BASIC
        path = FONTS / f"text-{script}.woff2"
        font = ImageFont.truetype(str(path), size, layout_engine=engine)
        font.set_variation_by_axes([WEIGHT])
        return font

    @property
    def options(self) -> dict[str, str]:
        """What only Raqm understands."""
        if not can_shape():
            return {}
        direction = "rtl" if is_rtl(self.language) else "ltr"
        return {"direction": direction, "language": self.language}

    @property
    def width(self) -> int:
        return ceil(self.font.getlength(self.text, **self.options))

    def draw(self, strip: Image.Image, margin: int, middle: int, left: bool) -> None:
        room = strip.width - 2 * margin
        if self.width > room:
            self.font = self.load(max(1, int(self.font.size * room / self.width)))
        ImageDraw.Draw(strip).text(
            (margin if left else strip.width - margin, middle),
            self.text,
            fill=255,
            font=self.font,
            anchor="lm" if left else "rm",
            **self.options,
        )


def stamp_photograph(source: bytes, size: tuple[int, int], strip: Image.Image) -> bytes:
    width, height = size
    whole = Image.new("RGB", (width, height + strip.height), GROUND)
    with Image.open(io.BytesIO(source)) as picture:
        whole.paste(picture.convert("RGB").resize(size))
    whole.paste(INK, (0, height, *whole.size), strip)
    out = io.BytesIO()
    whole.save(out, "WEBP", quality=WEBP_QUALITY, method=6)
    return out.getvalue()


def stamp_drawing(source: bytes, size: tuple[int, int], strip: Image.Image) -> bytes:
    """Return an SVG that holds the drawing, and below it the strip.

    The words are a picture: a drawing in a page has no fonts of its own.
    """
    width, height = size
    high = round(strip.height * width / strip.width)
    text = source.decode("utf-8-sig")
    begin = _SVG.search(text)
    inner = sized(text[begin.start() :].strip(), size) if begin else ""
    data = base64.b64encode(two_colours(strip)).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height + high}"'
        f' width="{width}" height="{height + high}">{inner}<image y="{height}"'
        f' width="{width}" height="{high}" preserveAspectRatio="none"'
        f' href="data:image/png;base64,{data}"/></svg>'
    ).encode()


def sized(drawing: str, size: tuple[int, int]) -> str:
    """Give the drawing's outermost element the size that it is shown in."""
    width, height = size

    def write(tag: re.Match[str]) -> str:
        bare = _SIZES.sub("", tag[0])
        view = "" if "viewBox" in bare else f' viewBox="0 0 {width} {height}"'
        return f'{bare[:-1]}{view} width="{width}" height="{height}">'

    return _SVG.sub(write, drawing, count=1)


def two_colours(strip: Image.Image) -> bytes:
    """Return the strip as a small PNG."""
    plain = strip.point(lambda grey: int(grey > 127))
    coloured = Image.frombytes("P", plain.size, plain.tobytes())
    coloured.putpalette(bytes.fromhex(GROUND[1:] + INK[1:]))
    out = io.BytesIO()
    coloured.save(out, "PNG", optimize=True, bits=1)
    return out.getvalue()


def forget_unused(used: set[str]) -> list[str]:
    """Delete the stamps that are not among the used ones; return their names."""
    try:
        _folders, files = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return []
    unused = [
        name for name in (f"{FOLDER}/{file}" for file in files) if name not in used
    ]
    for name in unused:
        default_storage.delete(name)
    return unused
