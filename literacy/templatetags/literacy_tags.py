"""Text as this site shows it: digits of the language, isolates, paragraphs."""

import re
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BoundField
from django.templatetags.static import static
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi

from literacy.formats import shape_digits, shape_number, split_latin
from literacy.stylesheet import built_stylesheet

register = template.Library()

FONTS = {"en": ("text-latin", "display-latin")}
ARABIC_FONTS = ("text-ar", "display-ar")
_MARKUP = re.compile(r"(<[^>]*>|&#?\w+;)")
_PARAGRAPHS = re.compile(r"\n\s*\n")


@register.filter
def digits(value: Any) -> SafeString:
    """Escape, and show digits as the language does.

    A Latin name that holds digits keeps them; it is isolated, as a handle or an
    address is. Not for use inside an attribute or a title: `plain_text` is.
    """
    if value is None:
        return SafeString("")
    if _is_number(value):
        return SafeString(shape_number(value, _language()))
    if hasattr(value, "__html__"):
        pieces = _MARKUP.split(str(value))
        pieces[::2] = [_shape(piece) for piece in pieces[::2]]
        return mark_safe("".join(pieces))  # noqa: S308 - was safe already
    return _isolate(str(value))


@register.filter
def plain_text(value: Any) -> str:
    """Show digits as the language does, without markup: for attributes, titles."""
    if _is_number(value):
        return shape_number(value, _language())
    return shape_digits("" if value is None else str(value), _language())


@register.filter
def prose(value: Any) -> SafeString:
    """Escape, shape the digits, and make a paragraph of what blank lines part."""
    text = ("" if value is None else str(value)).strip().replace("\r\n", "\n")
    paragraphs = [part for part in _PARAGRAPHS.split(text) if part.strip()]
    return format_html_join(
        "", '<p dir="auto">{}</p>', ((digits(p.strip()),) for p in paragraphs)
    )


@register.filter
def bdi(value: Any) -> SafeString:
    """Isolate an inserted value from the direction of the text around it."""
    return format_html("<bdi>{}</bdi>", digits(value))


@register.simple_tag
def form_input(field: BoundField) -> SafeString:
    """Draw a form's field in our design, tied to its errors."""
    attrs: dict[str, Any] = {"class": "input", "dir": "ltr", "placeholder": False}
    if field.errors:
        errors = range(len(field.errors))
        names = " ".join(f"{field.auto_id}_error{number}" for number in errors)
        attrs |= {"aria-invalid": "true", "aria-describedby": names}
    return field.as_widget(attrs=attrs)


@register.simple_tag
def stylesheet(sheet: str = "site") -> SafeString:
    """Print the one style element, byte for byte as the policy allows it."""
    return mark_safe(f"<style>{built_stylesheet(sheet)}</style>")  # noqa: S308 - our own file


@register.simple_tag
def font_preloads(language: str) -> SafeString:
    """Ask early for the two subsets that every page of the language shows."""
    return format_html_join(
        "\n",
        '<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">',
        (
            (static(f"fonts/{name}.woff2"),)
            for name in FONTS.get(language, ARABIC_FONTS)
        ),
    )


def _language() -> str:
    return get_language() or "en"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _shape(text: str) -> str:
    """Shape text that is escaped already."""
    return "".join(_piece(piece, is_latin) for piece, is_latin in split_latin(text))


def _isolate(text: str) -> SafeString:
    pieces = (_piece(escape(piece), is_latin) for piece, is_latin in split_latin(text))
    return mark_safe("".join(pieces))  # noqa: S308 - escaped piece by piece


def _piece(text: str, is_latin: bool) -> str:
    if not is_latin:
        return _shaped_markup(text)
    return f'<bdi dir="ltr">{text}</bdi>' if get_language_bidi() else text


def _shaped_markup(text: str) -> str:
    pieces = _MARKUP.split(text)
    pieces[::2] = [shape_digits(piece, _language()) for piece in pieces[::2]]
    return "".join(pieces)
