"""The stamp is in the picture, in the page's language, and made only once."""

import base64
import io
import re

import pytest
from django.core.checks import Error, Warning
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from PIL import Image, features

from literacy import checks, stamps

SVG = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 190" width="100%">
<path fill="#fff" d="M0 0h350v190H0z"/></svg>"""
GROUND = (1, 76, 77)


@pytest.fixture(autouse=True)
def storage(monkeypatch, settings):
    """Files in memory, a site with a name, and Arabic words for the stamp."""
    settings.SITE_URL = "https://www.pause.example:8443/"
    memory = InMemoryStorage()
    monkeypatch.setattr(stamps, "default_storage", memory)
    monkeypatch.setattr(stamps, "words", in_two_languages)
    return memory


def in_two_languages(language):
    said = {"ar": ("للتدريب، من الخيال", "ar"), "en": ("Practice, invented", "en")}
    return said[language]


def photograph(storage, width=720, height=300):
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#c08040").save(out, "WEBP")
    name = storage.save("images/photo.webp", ContentFile(out.getvalue()))
    return {"file": name, "width": width, "height": height}


def drawing(storage):
    name = storage.save("images/scene.svg", ContentFile(SVG))
    return {"file": name, "width": 350, "height": 190}


def opened(storage, frozen):
    with storage.open(frozen["file"]) as file:
        return Image.open(io.BytesIO(file.read())).convert("RGB")


def strip_of(storage, frozen):
    """Return the strip as a picture, out of a photograph or out of a drawing."""
    if frozen["file"].endswith(".webp"):
        picture = opened(storage, frozen)
        return picture.crop((0, picture.height - frozen["strip"], *picture.size))
    with storage.open(frozen["file"]) as file:
        (data,) = re.findall(rb"base64,([^\"]+)", file.read())
    return Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")


def light(strip, *, left):
    """Return how many light pixels one half of the strip has."""
    half = strip.width // 2
    part = strip.crop((0, 0, half, strip.height) if left else (half, 0, *strip.size))
    return part.convert("L").point(lambda grey: grey > 150 and 255).histogram()[255]


@pytest.mark.parametrize("make", [photograph, drawing])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_stamp_stands_below_the_picture(storage, make, language):
    plain = make(storage)
    done = stamps.stamped(plain, language)
    strip = strip_of(storage, done)

    assert done["height"] == plain["height"] + done["strip"]
    assert done["width"] == plain["width"]
    corner = strip.getpixel((1, strip.height - 1))
    assert all(abs(a - b) < 12 for a, b in zip(corner, GROUND, strict=True))
    # Words on one side, the address on the other.
    assert light(strip, left=True) > 200
    assert light(strip, left=False) > 200


@pytest.mark.parametrize("make", [photograph, drawing])
def test_each_language_has_a_stamp_of_its_own(storage, make):
    plain = make(storage)
    arabic, english = (stamps.stamped(plain, language) for language in ("ar", "en"))

    assert arabic["file"] != english["file"]
    assert list(strip_of(storage, arabic).tobytes()) != list(
        strip_of(storage, english).tobytes()
    )


def test_the_photograph_itself_stays_as_it_was(storage):
    done = opened(storage, stamps.stamped(photograph(storage), "ar"))
    red, green, blue = done.getpixel((360, 150))
    assert abs(red - 0xC0) < 8 and abs(green - 0x80) < 8 and abs(blue - 0x40) < 8


def test_a_drawing_keeps_its_shape_and_grows_little(storage):
    done = stamps.stamped(drawing(storage), "ar")
    with storage.open(done["file"]) as file:
        text = file.read().decode()

    assert text.startswith("<svg ")
    assert 'viewBox="0 0 350 211"' in text
    assert 'viewBox="0 0 350 190" width="350" height="190">' in text
    assert "100%" not in text
    assert len(text) - len(SVG) <= 1_500


def test_a_photograph_grows_little(storage):
    plain = photograph(storage)
    done = stamps.stamped(plain, "ar")
    assert storage.size(done["file"]) - storage.size(plain["file"]) <= 3_000


def test_a_narrow_photograph_has_two_rows(storage):
    done = stamps.stamped(photograph(storage, 200, 100), "en")
    assert done["strip"] == 2 * stamps.LEAST
    assert light(strip_of(storage, done), left=True) > 100


def test_a_long_address_still_fits(storage, settings):
    settings.SITE_URL = f"https://{'long-name.' * 20}example/"
    strip = strip_of(storage, stamps.stamped(photograph(storage, 300, 100), "en"))
    edge = strip.crop((strip.width - 4, 0, strip.width, strip.height))
    assert light(edge, left=True) == 0


def test_it_is_made_once(storage, monkeypatch):
    plain = drawing(storage)
    first = stamps.stamped(plain, "ar")
    monkeypatch.setattr(stamps, "stamp_drawing", None)
    assert stamps.stamped(plain, "ar") == first
    assert len(storage.listdir(stamps.FOLDER)[1]) == 1


def test_another_address_is_another_stamp(storage, settings):
    plain = drawing(storage)
    before = stamps.stamped(plain, "ar")
    settings.SITE_URL = "https://other.example"
    assert stamps.stamped(plain, "ar")["file"] != before["file"]


def test_the_address_is_short():
    assert stamps.address() == "pause.example"


def test_a_lost_file_stays_what_it_was(storage):
    lost = {"file": "images/lost.svg", "width": 10, "height": 10}
    assert stamps.stamped(lost, "ar") == lost


def test_what_nobody_shows_is_deleted(storage):
    arabic = stamps.stamped(drawing(storage), "ar")["file"]
    english = stamps.stamped(drawing(storage), "en")["file"]
    assert stamps.forget_unused({arabic}) == [english]
    assert storage.exists(arabic)
    assert not storage.exists(english)


def test_nothing_to_delete_is_no_fault():
    assert stamps.forget_unused(set()) == []


class TestWithoutFriBiDi:
    @pytest.fixture(autouse=True)
    def _lack(self, monkeypatch):
        monkeypatch.undo()
        monkeypatch.setattr(features, "check", lambda name: name != "fribidi")

    def test_arabic_pages_have_an_english_stamp(self, monkeypatch):
        monkeypatch.setattr(stamps, "gettext", lambda text: text)
        assert stamps.words("ar") == ("Practice, invented", "en")
        strip = stamps.draw_strip(720, "ar").convert("RGB")
        assert light(strip, left=False) > 200

    def test_a_site_that_others_reach_does_not_start(self, settings):
        settings.ARABIC_STAMPS_REQUIRED = True
        (fault,) = checks.pictures_can_be_stamped_in_arabic(None)
        assert isinstance(fault, Error)
        assert "fribidi" in fault.msg
        assert "libfribidi0" in fault.hint

    def test_a_fresh_clone_is_warned(self, settings):
        settings.ARABIC_STAMPS_REQUIRED = False
        (fault,) = checks.pictures_can_be_stamped_in_arabic(None)
        assert isinstance(fault, Warning)


def test_with_fribidi_there_is_nothing_to_say():
    assert checks.pictures_can_be_stamped_in_arabic(None) == []


def test_words_that_are_not_translated_are_drawn_as_english(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(stamps, "gettext", lambda text: text)
    assert stamps.words("ar") == ("Practice, invented", "en")
    monkeypatch.setattr(stamps, "gettext", lambda text: "للتدريب")
    assert stamps.words("ar") == ("للتدريب", "ar")
