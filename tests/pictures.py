"""Pictures as phones, programs and attackers make them."""

import io
import random
from collections.abc import Callable

from PIL import Image, ImageCms, PngImagePlugin

# Where and with what the picture was made: these words must not survive.
DEVICE, PLACE, DAY = "iPhone 15 Pro", "Tahrir Square 33.3", "2026:03:01 12:13:14"
SECRETS = [text.encode() for text in (DEVICE, PLACE, DAY)] + [b"GPSLatitude"]
UPSIDE_DOWN, LYING = 3, 6


def drawn(size: tuple[int, int] = (160, 120), mode: str = "RGB") -> Image.Image:
    """Return a picture whose upper left quarter is red."""
    picture = Image.new("RGB", size, "#335577")
    picture.paste("#ee2211", (0, 0, size[0] // 2, size[1] // 2))
    return picture.convert(mode)


def place_notes(orientation: int = 1) -> bytes:
    """Return EXIF as a phone writes it, with place, day and device."""
    notes = Image.Exif()
    notes[0x0110], notes[0x0132], notes[0x0112] = DEVICE, DAY, orientation
    notes[0x010E] = PLACE
    notes.get_ifd(0x8825).update(
        {1: "N", 2: (33.0, 18.0, 30.5), 3: "E", 4: (44.0, 21.0, 10.0)}
    )
    return notes.tobytes()


def xmp_notes() -> bytes:
    place = f"<exif:GPSLatitude>{PLACE}</exif:GPSLatitude>"
    return f"<x:xmpmeta>{place}</x:xmpmeta>".encode()


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def photograph(
    kind: str = "JPEG", size: tuple[int, int] = (160, 120), orientation: int = 1
) -> bytes:
    """Return a picture with all that its format can say of where it was made."""
    options: dict[str, object] = {"exif": place_notes(orientation)}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", f"{PLACE} {DEVICE}")
        text.add_itxt("XML:com.adobe.xmp", xmp_notes().decode())
        options["pnginfo"] = text
    elif kind == "GIF":
        options = {"comment": f"{PLACE} {DEVICE}"}
    else:
        options["xmp"] = xmp_notes()
    if kind == "JPEG":
        options["comment"] = f"{PLACE} {DEVICE}"
    return saved(drawn(size), kind, **options)


def animation(frames: int = 4, size: tuple[int, int] = (60, 40)) -> bytes:
    pictures = [drawn(size).rotate(number) for number in range(frames)]
    return saved(
        pictures[0],
        "GIF",
        save_all=True,
        append_images=pictures[1:],
        comment=f"{PLACE} {DEVICE}",
        loop=0,
        duration=50,
    )


def in_other_colours(mode: str, kind: str) -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(drawn(mode=mode), kind, icc_profile=profile)


def claimed(data: bytes, width: int, height: int) -> bytes:
    """Return a PNG that says it is of another size."""
    import zlib

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + data[24:29]
    check = zlib.crc32(b"IHDR" + head).to_bytes(4, "big")
    return data[:16] + head + check + data[33:]


def endless(frames: int) -> bytes:
    """Return a small file that is an animation of so many pictures."""
    one = saved(Image.new("P", (2, 2)), "GIF")
    begin = one.index(b"\x2c")
    return one[:begin] + one[begin:-1] * frames + one[-1:]


def wide(frames: int) -> bytes:
    """Return a small file that is an animation of large, empty pictures."""
    pictures = [Image.new("P", (4000, 4000), number) for number in range(frames)]
    return saved(pictures[0], "GIF", save_all=True, append_images=pictures[1:])


def mutants(seed: int, count: int) -> list[tuple[str, bytes]]:
    """Return damaged pictures with the names that they come under."""
    rnd = random.Random(seed)
    makers: dict[str, Callable[[], bytes]] = {
        "a.jpg": photograph,
        "a.png": lambda: photograph("PNG"),
        "a.webp": lambda: photograph("WEBP"),
        "a.heic": lambda: photograph("HEIF"),
        "a.avif": lambda: photograph("AVIF"),
        "a.gif": animation,
    }
    whole = {name: make() for name, make in makers.items()}
    found = []
    for _number in range(count):
        name = rnd.choice(sorted(whole))
        data = bytearray(whole[name])
        for _hit in range(rnd.randint(1, 12)):
            data[rnd.randrange(len(data))] = rnd.randrange(256)
        if rnd.random() < 0.5:
            data = data[: rnd.randrange(len(data))]
        found.append((name, bytes(data)))
    return found
