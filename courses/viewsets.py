"""Lessons in the CMS: one list of all of them."""

from typing import Any

import django_filters
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
    ParentPageColumn,
)
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from literacy.translation.columns import OutdatedColumn
from literacy.translation.queries import is_outdated

from .models import LessonPage, ModulePage


def modules(request: HttpRequest | None) -> Any:
    return ModulePage.objects.select_related("locale").order_by("path")


class ModuleField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, obj: ModulePage) -> str:
        return f"{obj.title} · {obj.locale.get_display_name()}"


class ModuleFilter(django_filters.ModelChoiceFilter):
    """Keeps the lessons of one module."""

    field_class = ModuleField

    def filter(self, qs: Any, value: ModulePage | None) -> Any:
        return qs.child_of(value) if value else qs


class LessonFilterSet(WagtailFilterSet):
    module = ModuleFilter(label=_("Module"), queryset=modules, empty_label=_("All"))

    class Meta:
        model = LessonPage
        fields: list[str] = []


class LessonIndexView(IndexView):
    def annotate_queryset(self, pages: Any) -> Any:
        return super().annotate_queryset(pages).annotate(is_outdated=is_outdated())


class LessonViewSet(PageListingViewSet):
    """All lessons of all modules and languages, last changed first."""

    model = LessonPage
    index_view_class = LessonIndexView
    icon = "doc-full"
    menu_label = _("Lessons")
    menu_name = "lessons"
    menu_order = 110
    add_to_admin_menu = True
    filterset_class = LessonFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        ParentPageColumn("parent", label=_("Module")),
        DateColumn(
            "latest_revision_created_at",
            label=_("Updated"),
            sort_key="latest_revision_created_at",
            width="15%",
        ),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="15%"),
        OutdatedColumn(),
    ]


lesson_viewset = LessonViewSet("lessons", url_prefix="lessons")
