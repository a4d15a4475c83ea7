"""Registers; the things themselves live elsewhere."""

from wagtail import hooks

from .panels import (
    add_welcome,
    admin_scripts,
    admin_styles,
    leave_out_adverts,
    waiting_pages,
)
from .routing import lead_to_own_language

hooks.register("before_serve_page", lead_to_own_language)
hooks.register("construct_homepage_panels", add_welcome)
hooks.register("construct_help_menu", leave_out_adverts)
hooks.register("insert_global_admin_css", admin_styles)
hooks.register("insert_global_admin_js", admin_scripts)
hooks.register("literacy_dashboard_waiting", waiting_pages)
