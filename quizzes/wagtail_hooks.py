"""Registers; the things themselves live elsewhere."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .gate import check_content, published_content
from .menus import item_analysis, report_urls
from .panels import dashboard_entries, spot_scripts, spot_styles, waiting_drafts
from .uses import uses_by_drawing
from .viewsets import ActivityViewSet, SkillViewSet

register_snippet(ActivityViewSet)
register_snippet(SkillViewSet)
hooks.register("literacy_dashboard_entries", dashboard_entries)
hooks.register("literacy_dashboard_waiting", waiting_drafts)
hooks.register("insert_global_admin_css", spot_styles)
hooks.register("insert_global_admin_js", spot_scripts)
hooks.register("register_reports_menu_item", item_analysis)
hooks.register("register_admin_urls", report_urls)
hooks.register("literacy_content_checks", check_content)
hooks.register("literacy_content_subjects", published_content)
hooks.register("literacy_uses", uses_by_drawing)
