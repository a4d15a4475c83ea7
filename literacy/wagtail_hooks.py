"""Registers; the things themselves live elsewhere."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .content_rules import common_findings, published_content
from .frame import help_link
from .help_findings import help_findings, resource_findings
from .in_use import (
    ask_before_bulk_action,
    ask_before_deleting,
    ask_before_deleting_page,
    ask_before_unpublishing,
    name_refusals,
    staying_notes,
)
from .moves import follow_page, follow_pages
from .panels import (
    add_welcome,
    admin_scripts,
    admin_styles,
    leave_out_adverts,
    waiting_pages,
)
from .publishing import name_log_actions, refuse_faulty_pages, refused_notes
from .reports import report_menu_item, report_urls
from .routing import lead_to_own_language
from .services import expired_entries, owed_pages, owed_pictures
from .translation.edit_hooks import (
    lead_to_restart,
    offer_no_alias,
    save_before_restart,
    tell_outdated,
)
from .translation.gate import ask_before_translation
from .translation.rules import missing_words
from .translation.services import owed_digests
from .translation.urls import admin_urls as translation_urls
from .viewsets import HelpResourceViewSet, help_notes

# Before wagtail-localize, which answers for translations itself.
for kind in ("page", "snippet"):
    hooks.register(f"before_edit_{kind}", tell_outdated, order=-3)
    hooks.register(f"before_edit_{kind}", save_before_restart, order=-2)
    hooks.register(f"before_edit_{kind}", ask_before_translation, order=-1)
    hooks.register(f"after_edit_{kind}", lead_to_restart)
hooks.register("construct_page_action_menu", offer_no_alias)
hooks.register("before_bulk_action", refuse_faulty_pages)
hooks.register("after_move_page", follow_page)
hooks.register("after_bulk_action", follow_pages)
hooks.register("before_bulk_action", ask_before_bulk_action)
hooks.register("before_delete_page", ask_before_deleting_page)
hooks.register("before_delete_snippet", ask_before_deleting)
hooks.register("before_unpublish", ask_before_unpublishing)
hooks.register("before_unpublish_page", ask_before_unpublishing)
hooks.register("before_serve_page", lead_to_own_language)
hooks.register("construct_homepage_panels", add_welcome)
hooks.register("literacy_menu_links", help_link)
hooks.register("literacy_dashboard_notes", help_notes)
hooks.register("literacy_dashboard_notes", refused_notes)
hooks.register("literacy_dashboard_notes", staying_notes)
hooks.register("register_log_actions", name_log_actions)
hooks.register("register_log_actions", name_refusals)
hooks.register("literacy_site_checks", help_findings)
hooks.register("literacy_catch_up", owed_pages)
hooks.register("literacy_catch_up", owed_pictures)
register_snippet(HelpResourceViewSet)
hooks.register("construct_help_menu", leave_out_adverts)
hooks.register("insert_global_admin_css", admin_styles)
hooks.register("insert_global_admin_js", admin_scripts)
hooks.register("literacy_catch_up", expired_entries)
hooks.register("literacy_content_checks", common_findings)
hooks.register("literacy_catch_up", owed_digests)
hooks.register("literacy_content_checks", missing_words)
hooks.register("literacy_content_checks", resource_findings)
hooks.register("literacy_content_subjects", published_content)
hooks.register("literacy_dashboard_waiting", waiting_pages)
hooks.register("register_admin_urls", report_urls)
hooks.register("register_admin_urls", translation_urls, order=-1)
hooks.register("register_reports_menu_item", report_menu_item)
