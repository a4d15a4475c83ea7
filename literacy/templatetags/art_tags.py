"""Drawings in templates: `{% icon "check" %}`, `{% tile "eye" palette=5 %}`."""

from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi

from literacy.art.covers import draw_band, draw_cover
from literacy.art.icons import draw_icon
from literacy.art.mosaics import draw_hero, draw_hero_more
from literacy.art.rings import draw_rings
from literacy.art.tiles import draw_tile
from literacy.art.waqfa import draw_waqfa

register = template.Library()

icon_of = lru_cache(maxsize=256)(draw_icon)
tile_of = lru_cache(maxsize=256)(draw_tile)
waqfa_of = lru_cache(maxsize=32)(draw_waqfa)
cover_of = lru_cache(maxsize=32)(draw_cover)
band_of = lru_cache(maxsize=32)(draw_band)
hero_of = lru_cache(maxsize=8)(draw_hero)
hero_more_of = lru_cache(maxsize=8)(draw_hero_more)


@register.simple_tag
def icon(name: str, cls: str = "", label: str = "") -> SafeString:
    """Draw an icon; `label` makes it a picture with a name."""
    return _drawn(icon_of, name, cls, escape(label))


@register.simple_tag
def tile(name: str, palette: int = 1, cls: str = "art") -> SafeString:
    """Draw a tile in one of the twelve palettes."""
    return _drawn(tile_of, name, int(palette or 1), cls)


@register.simple_tag
def waqfa(mood: str = "calm", cls: str = "") -> SafeString:
    """Draw Waqfa: calm, wide, doubt, happy or down."""
    return _drawn(waqfa_of, mood, f"waqfa {cls}".strip())


@register.simple_tag
def logo() -> SafeString:
    """Draw the mark that stands beside the site's name."""
    return _drawn(waqfa_of, "calm", "logo__mark")


@register.simple_tag
def artwork(name: str, cls: str = "art") -> SafeString:
    """Draw a module's cover, or the home page's "hero" and "hero-more"."""
    if name in ("hero", "hero-more"):
        draw = hero_of if name == "hero" else hero_more_of
        return mark_safe(draw(rtl=get_language_bidi(), classes=cls))  # noqa: S308
    return _drawn(cover_of, name, cls)


@register.simple_tag
def band(name: str, cls: str = "art") -> SafeString:
    """Draw a module's cover with six tiles beside it."""
    return _drawn(band_of, name, rtl=get_language_bidi(), classes=cls)


@register.simple_tag
def rings(modules: list[Any]) -> SafeString:
    """Draw a ring for each of `progress.modules`."""
    found = [
        (_read(item, "artwork"), float(_read(item, "fraction") or 0))
        for item in modules
    ]
    return mark_safe(draw_rings(found, rtl=get_language_bidi()))  # noqa: S308


def _read(item: Any, name: str) -> Any:
    """Return `item.name`, or that of the module card it holds."""
    for holder in (item, _get(item, "card")):
        value = _get(holder, name)
        if value is not None:
            return value
    return None


def _get(holder: Any, name: str) -> Any:
    return holder.get(name) if isinstance(holder, dict) else getattr(holder, name, None)


def _drawn(draw: Any, *args: Any, **kwargs: Any) -> SafeString:
    """Draw; a name that nobody drew is a mistake, but not the reader's."""
    try:
        # Our own drawings; the only text that comes from outside is escaped.
        return mark_safe(draw(*args, **kwargs))  # noqa: S308
    except KeyError as unknown:
        if settings.DEBUG:
            raise template.TemplateSyntaxError(
                f"No drawing called {unknown}"
            ) from unknown
        return SafeString("")
