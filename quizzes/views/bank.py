"""The list of activities in the CMS, and making one out of another."""

from types import SimpleNamespace
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.tables import StatusTagColumn
from wagtail.admin.widgets.button import Button, ButtonWithDropdown
from wagtail.models import WorkflowMixin
from wagtail.snippets.views.snippets import CopyView, IndexView

from literacy.templatetags.literacy_tags import plain_text
from literacy.translation.access import may_submit
from literacy.translation.menus import SLOW_HOOKS, translate_button, update_button
from quizzes.models import Activity
from quizzes.queries.bank import row_details
from quizzes.services import duplicate_activity


def status_of(activity: Any) -> Any:
    """Say in Wagtail's words how the activity stands, without asking again."""
    seen = SimpleNamespace(
        live=activity.live,
        expired=activity.expired,
        has_unpublished_changes=activity.has_unpublished_changes,
        approved_schedule=activity.details.is_scheduled,
        workflow_in_progress=activity.details.is_in_workflow,
    )
    return WorkflowMixin.status_string.fget(seen)


def difficulty_of(activity: Any) -> str:
    """Return the share right at the first try, or a dash while too few answered."""
    found = activity.details.difficulty
    if found is None or found.value is None:
        return "—"
    return plain_text(f"{found.value.p:.0%}")


class StatusColumn(StatusTagColumn):
    def __init__(self, label: Any) -> None:
        super().__init__(
            "status",
            accessor=status_of,
            label=label,
            sort_key="live",
            primary=lambda activity: activity.live,
        )


class ActivityIndexView(IndexView):
    """Reads everything about a page of rows at once."""

    def get_table(self, object_list: Any) -> Any:
        found = row_details(list(object_list))
        for activity in object_list:
            activity.details = found[activity.pk]
        return super().get_table(object_list)

    def get_list_more_buttons(self, instance: Activity) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        for button in buttons:
            if button.url == self.get_copy_url(instance):
                button.label = _("Duplicate")
        return buttons

    def get_list_buttons(self, instance: Any) -> list[Any]:
        """Return the three dots with everything that can be done with an activity."""
        request = self.request
        items = self.get_list_more_buttons(instance)
        buttons = [
            Button.from_menu_item(item) for item in items if item.is_shown(request)
        ]
        buttons += self.translate_buttons(instance)
        for hook in hooks.get_hooks("register_snippet_listing_buttons"):
            if hook.__module__ != SLOW_HOOKS:
                buttons += hook(instance, request.user, request.path)
        label = _("More options for “%(title)s”") % {"title": instance.title}
        dots = ButtonWithDropdown(
            buttons=buttons, icon_name="dots-horizontal", attrs={"aria-label": label}
        )
        return [dots] if buttons else []

    def translate_buttons(self, activity: Any) -> list[Any]:
        """Return the ways to translate it, and to bring translations up to date."""
        if not may_submit(self.request.user):
            return []
        found = []
        if activity.details.can_be_translated:
            found.append(translate_button(activity))
        if activity.details.source:
            found.append(update_button(activity.details.source, self.request.path))
        return found


class DuplicateView(CopyView):
    """Asks once, then makes a draft and opens its form."""

    def get_template_names(self) -> list[str]:
        return ["quizzes/admin/duplicate.html"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        activity = self.get_object()
        steps = [
            (reverse("wagtailadmin_home"), _("Home")),
            (reverse(self.index_url_name), _("Activities")),
            ("", _("Duplicate")),
        ]
        context = {
            "activity": activity,
            "back": reverse(self.index_url_name),
            "header_title": _("Duplicate"),
            "header_icon": "copy",
            "breadcrumbs_items": [{"url": url, "label": label} for url, label in steps],
        }
        return self.render_to_response(context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        made = duplicate_activity(activity=self.get_object(), user=request.user)
        messages.success(
            request, _("This is a draft of its own now. Nobody sees it yet.")
        )
        return redirect(self.edit_url_name, quote(made.pk))
