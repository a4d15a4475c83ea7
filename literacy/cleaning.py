"""Takes out of uploaded pictures where, when and with what they were made.

A picture is drawn anew from its pixels: upright, in sRGB, no larger than a page needs.
Nothing else of the file is kept, whatever it holds.
"""

import struct
import threading
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps
from pillow_heif import register_heif_opener

from .errors import RefusedError

register_heif_opener()

LONGEST_SIDE = 2560
MEGA = 1_000_000
# Pixels that are decoded at full size, of photographs and of all else. A JPEG file
# is read at a smaller scale, unless it is progressive.
MOST_PIXELS, MOST_PIXELS_OF_DRAWING = 52 * MEGA, 25 * MEGA
MOST_PIXELS_OF_JPEG = 2 * MOST_PIXELS
MOST_FRAMES = 500
# How a file ends, by Pillow's name of its format.
ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
READABLE = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF")
PHOTOGRAPHS = ("JPEG", "MPO", "HEIF")
OPTIONS = {"JPEG": {"quality": 85}, "WEBP": {"quality": 90}}
# What Pillow notes of a file beside its picture.
METADATA = ("exif", "xmp", "comment", "photoshop", "icc_profile", "XML:com.adobe.xmp")
GIF_FRAME, GIF_TIMING, GIF_END = b"\x2c", b"\x21\xf9", b"\x3b"

# Of all else that opens pictures too: Pillow refuses what has more than twice as many.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

# Some need 300 MB while they are decoded: one at a time in each process.
_one_at_a_time = threading.Lock()


class PictureError(RefusedError):
    """This file is not taken as a picture."""


class TooLargeError(PictureError):
    """Decoding this would take too much memory."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _("This picture has more than %(n)d megapixels.") % {"n": most // MEGA},
            (_("Make it smaller on your device, and upload that."),),
        )


class TooLongError(PictureError):
    """This animation has too many pictures, or too large ones."""

    def __init__(self) -> None:
        super().__init__(
            _("This animation is too long."),
            (_("Upload a shorter or smaller one, or one picture of it."),),
        )


class CleanFile(ContentFile[bytes]):
    """A picture and nothing else; the name ends as its format does."""


def cleaned(upload: File[Any]) -> CleanFile:
    """Return the picture of an upload and nothing else of it. Raises PictureError."""
    if isinstance(upload, CleanFile):
        return upload
    upload.seek(0)
    with _one_at_a_time:
        try:
            kind, content = redrawn(upload)
        except (PictureError, MemoryError):
            raise
        except Image.DecompressionBombError as fault:
            raise TooLargeError(MOST_PIXELS) from fault
        except Exception as fault:
            # Decoders raise whatever a damaged file makes them stumble over. An
            # error with a number comes from the machine, such as a full disk.
            if isinstance(fault, OSError) and fault.errno is not None:
                raise
            raise PictureError(
                _(
                    "This file cannot be read as a picture: it is damaged, or of "
                    "another kind."
                ),
                (_("Save it on your device as JPEG or PNG, and upload that."),),
            ) from fault
    name = PurePath(upload.name or "picture").with_suffix(ENDINGS[kind])
    return CleanFile(content, name=str(name))


def redrawn(source: Any) -> tuple[str, bytes]:
    """Return the format and the bytes of a file that holds the picture alone."""
    with Image.open(source, formats=READABLE) as image:
        if image.format == "GIF":
            refuse_long(image)
            source.seek(0)
            return "GIF", bare_gif(source.read())
        refuse_large(image)
        picture = shrunk(image)
        is_drawing = image.format == "PNG"
    picture = in_srgb(upright(picture))
    if is_drawing:
        return "PNG", encoded(picture, "PNG")
    kind = "WEBP" if picture.has_transparency_data else "JPEG"
    return kind, encoded(picture, kind)


def refuse_large(image: Image.Image) -> None:
    """Refuse before anything is decoded what would take too much memory."""
    most = MOST_PIXELS if image.format in PHOTOGRAPHS else MOST_PIXELS_OF_DRAWING
    if image.format in ("JPEG", "MPO") and "progressive" not in image.info:
        most = MOST_PIXELS_OF_JPEG
    if image.width * image.height > most:
        raise TooLargeError(most)


def refuse_long(image: Image.Image) -> None:
    """Refuse an animation of too many pixels; decode what is taken."""
    for number in range(MOST_FRAMES):
        if image.width * image.height * (number + 1) > MOST_PIXELS_OF_DRAWING:
            raise TooLongError
        try:
            image.seek(number)
        except EOFError:
            return
        image.load()
    raise TooLongError


def shrunk(image: Image.Image) -> Image.Image:
    """Decode the picture, no larger than a page needs."""
    longest = (LONGEST_SIDE, LONGEST_SIDE)
    image.draft(None, longest)
    image.load()
    if max(image.size) > LONGEST_SIDE:
        if image.mode in ("1", "P"):
            image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        image.thumbnail(longest)
    return image


def upright(picture: Image.Image) -> Image.Image:
    """Turn the picture as its camera was held; a damaged note of that is ignored."""
    try:
        return ImageOps.exif_transpose(picture)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, struct.error):
        return picture


def in_srgb(picture: Image.Image) -> Image.Image:
    """Return the picture in the colours of the web, eight bits each."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I") or picture.mode == "F":
        # Sixteen bits of grey.
        return picture.convert("I").point(lambda grey: grey / 256).convert("L")
    if not profile or picture.mode in ("1", "P"):
        is_plain = picture.mode in ("1", "P", "L", "LA", "RGB", "RGBA")
        return picture if is_plain else picture.convert("RGB")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    try:
        return ImageCms.profileToProfile(
            picture.convert("RGBA") if picture.mode == "LA" else picture,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode=mode,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert(mode)


def encoded(picture: Image.Image, kind: str) -> bytes:
    if kind == "JPEG" and picture.mode not in ("L", "RGB"):
        picture = picture.convert("RGB")
    kept = picture.info.get("transparency")
    picture.info = {} if kept is None else {"transparency": kept}
    out = BytesIO()
    picture.save(out, kind, **OPTIONS.get(kind, {}))
    return out.getvalue()


def bare_gif(content: bytes) -> bytes:
    """Return an animation without comments, applications' data, or what follows it."""

    def end_of_table(flags: int, start: int) -> int:
        return start + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)

    at = end_of_table(content[10], 13)
    kept = [content[:at]]
    while content[at : at + 1] not in (b"", GIF_END):
        start = at
        if content[at : at + 1] == GIF_FRAME:
            at = end_of_table(content[at + 9], at + 10) + 1
        else:
            at += 2
        while content[at]:
            at += 1 + content[at]
        at += 1
        part = content[start:at]
        if part.startswith((GIF_FRAME, GIF_TIMING)) or b"NETSCAPE2.0" in part[:14]:
            kept.append(part)
    return b"".join([*kept, GIF_END])


def metadata_of(file: File[Any]) -> set[str]:
    """Return the names of what a picture's file says beside the picture."""
    file.seek(0)
    with Image.open(file, formats=READABLE) as image:
        found = set(METADATA) & set(image.info)
        return found | {"exif"} if image.getexif() else found
