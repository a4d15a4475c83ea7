"""What lessons bring to the first screen of the CMS."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.auth import user_has_any_page_permission

from literacy.panels import Entry

from .viewsets import LessonViewSet, lesson_viewset


def dashboard_entries(request: HttpRequest) -> list[Entry]:
    """Return the way to the lessons."""
    if not user_has_any_page_permission(request.user):
        return []
    return [
        Entry(
            label=_("Lessons"),
            text=_("Scene, prediction, key idea, practice, check, takeaway"),
            url=lesson_viewset.menu_url,
            icon=LessonViewSet.icon,
            order=LessonViewSet.menu_order,
        )
    ]
