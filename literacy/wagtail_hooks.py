"""Registers; the things themselves live elsewhere."""

from wagtail import hooks

from .routing import lead_to_own_language

hooks.register("before_serve_page", lead_to_own_language)
