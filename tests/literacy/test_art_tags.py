"""Drawings: each is well-formed, flat, hidden from readers unless it has a name."""

from xml.etree import ElementTree

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override

from literacy.art.covers import BANDS, COVERS
from literacy.art.icons import ICONS
from literacy.art.palette import PALETTES
from literacy.art.rings import SIGNS
from literacy.art.tiles import TILES
from literacy.art.waqfa import EYES


def draw(tag, language="ar", **context):
    with override(language):
        return Template("{% load art_tags %}{% " + tag + " %}").render(Context(context))


def checked(drawing):
    """Return the drawing's root element; fails when it is not well-formed."""
    root = ElementTree.fromstring(drawing)  # noqa: S314 - our own
    for element in root.iter():
        assert "style" not in element.attrib
        assert element.tag not in ("text", "style", "script", "image", "use")
    return root


TAGS = [
    *(f'icon "{name}"' for name in ICONS),
    *(f'tile "{name}" palette={number}' for name in TILES for number in (1, 10)),
    *(f'tile "eye" palette={number}' for number in PALETTES),
    *(f'waqfa "{mood}"' for mood in EYES),
    *(f'artwork "{name}"' for name in (*COVERS, "hero", "hero-more")),
    *(f'band "{name}"' for name in BANDS),
    "logo",
]


@pytest.mark.parametrize("tag", TAGS)
def test_every_drawing_is_well_formed_decoration(tag):
    root = checked(draw(tag))
    assert root.tag == "svg"
    assert root.get("aria-hidden") == "true"


def test_a_label_makes_a_picture_and_is_escaped():
    root = checked(draw("icon name label=label", name="check", label='5 > "4"'))
    assert root.get("role") == "img"
    assert root.get("aria-label") == '5 > "4"'
    assert root.get("aria-hidden") is None


def test_arrows_turn_with_the_text():
    assert "icon--flip" in draw('icon "arrow"')
    assert "icon--flip" not in draw('icon "check"')
    assert "icon--flip" not in draw('icon "arrow" cls="icon--back"')


@pytest.mark.parametrize(
    "tag", ['artwork "hero"', 'artwork "hero-more"', 'band "pause"']
)
def test_mosaics_follow_the_direction(tag):
    assert draw(tag, "ar") != draw(tag, "en")


def test_every_module_has_cover_band_and_sign():
    assert set(COVERS) == set(BANDS) == set(SIGNS)


UNKNOWN = [
    'icon "no"',
    'tile "no"',
    'tile "eye" palette=99',
    'waqfa "no"',
    'artwork "no"',
]


@pytest.mark.parametrize("tag", UNKNOWN)
def test_an_unknown_name_stops_whoever_develops(tag, settings):
    settings.DEBUG = True
    with pytest.raises(TemplateSyntaxError):
        draw(tag)


@pytest.mark.parametrize("tag", UNKNOWN)
def test_an_unknown_name_draws_nothing_for_readers(tag, settings):
    settings.DEBUG = False
    assert draw(tag) == ""


@pytest.mark.parametrize("count", [0, 1, 3, 8])
@pytest.mark.parametrize("fraction", [0, 0.25, 1])
def test_rings(count, fraction):
    modules = [{"card": {"artwork": name}, "fraction": fraction} for name in COVERS]
    drawing = draw("rings modules", modules=modules[:count])
    checked(drawing)
    assert drawing.count("ring__track") == count + (count != 1) - (
        0 if fraction < 1 or count == 1 else count
    )


def test_an_unknown_cover_still_has_a_ring():
    drawing = draw("rings modules", modules=[{"artwork": "no", "fraction": 0.5}] * 2)
    assert drawing.count("ring__icon") == 2
