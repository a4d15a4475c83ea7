"""Registers; the things themselves live elsewhere."""

from wagtail import hooks

from .gate import check_content, published_content
from .menus import menu_links
from .panels import dashboard_entries
from .services import owed_progress, stamp_all_scenes
from .uses import uses_of_lesson
from .viewsets import lesson_viewset

hooks.register("literacy_catch_up", owed_progress)
hooks.register("literacy_content_checks", check_content)
hooks.register("literacy_content_subjects", published_content)
hooks.register("literacy_uses", uses_of_lesson)
hooks.register("literacy_menu_links", menu_links)
hooks.register("literacy_dashboard_entries", dashboard_entries)
hooks.register("literacy_stamps_in_use", stamp_all_scenes)
hooks.register("register_admin_viewset", lambda: lesson_viewset)
