"""Registers; the things themselves live elsewhere."""

from wagtail import hooks

from .menus import menu_links

hooks.register("literacy_menu_links", menu_links)
