"""The bank in the CMS: lists with filters, and who finds what in the menu."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, LocaleColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .blocks import FORMATS
from .models import Activity, Skill


def format_choices() -> list[tuple[str, Any]]:
    return [(name, block.label) for name, block in FORMATS]


def format_label(activity: Activity) -> Any:
    return dict(format_choices()).get(activity.format, "")


def skill_choices() -> list[tuple[str, str]]:
    """Return each skill once, by the name it has in the editor's language."""
    skills = Skill.objects.select_related("locale").order_by("pk")
    own = get_language()
    ranked = sorted(skills, key=lambda skill: skill.locale.language_code == own)
    names = {str(skill.translation_key): skill.title for skill in ranked}
    return sorted(names.items(), key=lambda choice: choice[1])


class ActivityFilterSet(WagtailFilterSet):
    format = django_filters.ChoiceFilter(
        label=_("Format"), choices=format_choices, widget=forms.RadioSelect
    )
    skill = django_filters.ChoiceFilter(
        label=_("Skill"),
        field_name="skill__translation_key",
        choices=skill_choices,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Activity
        fields = ["format", "skill", "purpose", "veracity"]


class ActivityViewSet(SnippetViewSet):
    """All activities, whatever their format."""

    model = Activity
    icon = "tasks"
    menu_label = _("Activities")
    menu_name = "activities"
    menu_order = 120
    add_to_admin_menu = True
    list_per_page = 50
    filterset_class = ActivityFilterSet
    list_display = [
        "title",
        Column("format", label=_("Format"), accessor=format_label, sort_key="format"),
        "skill",
        "purpose",
        "veracity",
        LocaleColumn(label=_("Language")),
        LiveStatusTagColumn(label=_("Status")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Activity]:
        return Activity.objects.select_related("skill", "locale").order_by("-pk")


class SkillViewSet(SnippetViewSet):
    """What activities train."""

    model = Skill
    icon = "tag"
    menu_label = _("Skills")
    menu_name = "skills"
    menu_order = 130
    add_to_admin_menu = True
    list_display = ["title", "description", LocaleColumn(label=_("Language"))]
    search_fields = ["title"]
