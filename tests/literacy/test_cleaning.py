"""Of an uploaded file its picture is kept, and nothing that it says of itself."""

import io

import pytest
from django.core.files.base import ContentFile
from django.utils.translation import override
from PIL import Image

from literacy.cleaning import (
    LONGEST_SIDE,
    CleanFile,
    PictureError,
    TooLargeError,
    TooLongError,
    cleaned,
    metadata_of,
)
from tests.pictures import (
    LYING,
    PLACE,
    SECRETS,
    UPSIDE_DOWN,
    animation,
    claimed,
    drawn,
    endless,
    in_other_colours,
    mutants,
    photograph,
    saved,
    wide,
)

KINDS = ["JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF"]


def clean(data: bytes, name: str = "picture.jpg") -> CleanFile:
    return cleaned(ContentFile(data, name=name))


def opened(picture: CleanFile) -> Image.Image:
    image = Image.open(io.BytesIO(picture.read()))
    image.load()
    return image


def is_red(colour: tuple[int, ...]) -> bool:
    return colour[0] > 180 and max(colour[1:3]) < 90


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_of_place_device_and_day(kind):
    data = photograph(kind)
    assert any(secret in data for secret in SECRETS), "the sample says it"
    picture = clean(data)
    content = picture.read()
    assert [secret for secret in SECRETS if secret in content] == []
    assert metadata_of(picture) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_file_says_of_itself_is_found(kind):
    assert metadata_of(ContentFile(photograph(kind)))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("JPEG", "a.jpg"),
        ("HEIF", "a.jpg"),
        ("AVIF", "a.jpg"),
        ("WEBP", "a.jpg"),
        ("PNG", "a.png"),
        ("GIF", "a.gif"),
    ],
)
def test_the_name_ends_as_the_format_does(kind, name):
    for given in ("a.heif", "a.jpg", "a.exe", "a"):
        picture = clean(photograph(kind), given)
        assert picture.name == name
        assert opened(picture).format == {"jpg": "JPEG"}.get(name[2:], name[2:].upper())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_stands_upright(kind):
    image = opened(clean(photograph(kind, orientation=LYING)))
    assert image.size == (120, 160)
    assert is_red(image.convert("RGB").getpixel((100, 20)))
    turned = opened(clean(photograph(kind, orientation=UPSIDE_DOWN)))
    assert is_red(turned.convert("RGB").getpixel((140, 110)))


def test_an_iphones_photograph_is_turned_once():
    image = opened(clean(photograph("HEIF", orientation=LYING), "IMG_1.HEIC"))
    assert image.size == (120, 160)
    assert is_red(image.getpixel((100, 20)))


@pytest.mark.parametrize(
    "notes", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"\0" * 40, b"MM\0*" * 9]
)
def test_damaged_notes_are_no_reason_to_refuse(notes):
    assert opened(clean(saved(drawn(), "JPEG", exif=notes))).size == (160, 120)


@pytest.mark.parametrize("size", [(8064, 6048), (3000, 100), (100, 3000)])
def test_a_photograph_is_made_as_small_as_a_page_needs(size):
    image = opened(clean(saved(drawn(size), "JPEG", quality=50)))
    assert max(image.size) == LONGEST_SIDE
    assert is_red(image.getpixel((image.width // 4, image.height // 4)))


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("CMYK", "JPEG"), ("L", "JPEG"), ("RGB", "PNG"), ("LA", "PNG"), ("RGBA", "PNG")],
)
def test_other_colours_become_those_of_the_web(mode, kind):
    for data in (saved(drawn(mode=mode), kind), in_other_colours(mode, kind)):
        image = opened(clean(data))
        assert image.mode in ("L", "LA", "RGB", "RGBA")
        assert "icc_profile" not in image.info
        expected = drawn(mode=mode).convert("RGB").getpixel((20, 20))
        found = image.convert("RGB").getpixel((20, 20))
        assert all(abs(a - b) < 12 for a, b in zip(expected, found, strict=True))


def test_sixteen_bits_of_grey_become_eight():
    grey = Image.new("I;16", (30, 20), 40_000)
    assert opened(clean(saved(grey, "PNG"))).convert("L").getpixel((3, 3)) == 156


def test_what_is_transparent_stays_so():
    palette, glass = drawn(mode="P"), drawn()
    clear = palette.getpixel((9, 9))
    glass.putalpha(128)
    for data in (
        saved(palette, "PNG", transparency=clear),
        saved(glass, "PNG"),
        saved(glass, "WEBP"),
        saved(glass, "AVIF"),
    ):
        assert opened(clean(data)).has_transparency_data
    large = saved(palette.resize((3000, 2000)), "PNG", transparency=clear)
    assert opened(clean(large)).getpixel((9, 9))[3] == 0


def test_an_animation_keeps_its_pictures_and_loses_its_remarks():
    data = animation()
    picture = clean(data)
    image = opened(picture)
    assert image.n_frames == 4
    assert image.info["loop"] == 0
    assert PLACE.encode() not in picture.read()
    assert clean(saved(drawn(), "GIF") + b"<script>").read().endswith(b"\x3b")


@pytest.mark.parametrize(
    "data",
    [
        claimed(saved(drawn(), "PNG"), 16_000, 16_000),
        claimed(saved(drawn(), "PNG"), 5_100, 5_100),
        claimed(saved(drawn(), "PNG"), 2**31 - 1, 2**31 - 1),
        saved(Image.new("L", (8000, 7000)), "JPEG", progressive=True),
    ],
)
def test_too_many_pixels_are_refused_unread(data, monkeypatch):
    monkeypatch.setattr(Image.Image, "load", None)
    with override("en"), pytest.raises(TooLargeError, match="more than .. megapixels"):
        clean(data)


@pytest.mark.parametrize("data", [endless(1000), wide(3)])
def test_an_animation_without_end_is_refused(data):
    assert len(data) < 60_000
    with pytest.raises(TooLongError):
        clean(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 100,
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"GIF89a=1;alert(1)//",
        b"%PDF-1.7",
        saved(drawn(), "BMP"),
        saved(drawn(), "TIFF"),
        photograph()[:900],
        photograph("PNG")[:300],
        photograph("HEIF")[:600],
    ],
)
def test_what_is_no_picture_is_refused_with_words(data):
    with override("en"), pytest.raises(PictureError, match="damaged"):
        clean(data)


def test_what_follows_a_picture_is_not_kept():
    for kind in KINDS:
        assert b"<script>" not in clean(photograph(kind) + b"<script>").read()


def test_any_damage_is_refused_with_words_or_the_picture_is_clean():
    taken = 0
    for name, data in mutants(seed=7, count=300):
        try:
            picture = clean(data, name)
        except PictureError:
            continue
        taken += 1
        assert metadata_of(picture) == set()
    assert 0 < taken < 300


def test_a_full_disk_is_not_called_a_damaged_picture(monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("literacy.cleaning.shrunk", full)
    with pytest.raises(OSError, match="No space"):
        clean(photograph())


def test_what_is_clean_is_not_drawn_again():
    picture = clean(photograph())
    assert cleaned(picture) is picture
