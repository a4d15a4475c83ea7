"""The bank in the CMS: lists with filters, and who finds what in the menu."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from literacy.translation.columns import OutdatedColumn
from literacy.translation.queries import is_outdated
from quizzes.formats.blocks import format_choices

from .models import Activity, Skill
from .queries.analysis import flagged_ids
from .queries.bank import lacks_review
from .views.bank import (
    ActivityIndexView,
    DuplicateView,
    StatusColumn,
    difficulty_of,
)

REVIEWS = [
    ("any", _("For any reason")),
    ("date", _("The review date has passed or is missing")),
    ("flagged", _("Flagged by statistics")),
]


def format_label(activity: Activity) -> Any:
    return dict(format_choices()).get(activity.format, "")


def language_of(activity: Activity) -> str:
    return str(activity.locale.get_display_name())


def skill_choices() -> list[tuple[str, str]]:
    """Return each skill once, by the name it has in the editor's language."""
    skills = Skill.objects.select_related("locale").order_by("pk")
    own = get_language()
    ranked = sorted(skills, key=lambda skill: skill.locale.language_code == own)
    names = {str(skill.translation_key): skill.title for skill in ranked}
    return sorted(names.items(), key=lambda choice: choice[1])


class ReviewFilter(django_filters.ChoiceFilter):
    """Keeps what somebody should look at again."""

    def filter(self, qs: Any, value: str | None) -> Any:
        if not value:
            return qs
        wanted = Q() if value == "flagged" else lacks_review()
        if value != "date":
            wanted |= Q(pk__in=flagged_ids())
        return qs.filter(wanted)


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
    needs_review = ReviewFilter(
        label=_("Needs review"), choices=REVIEWS, widget=forms.RadioSelect
    )

    class Meta:
        model = Activity
        fields = ["format", "skill", "purpose", "veracity"]


class NewestFirst:
    """Offers first what was just written: it is wanted in a lesson next."""

    ordering = "-pk"


class ActivityChooseView(NewestFirst, ChooseView):
    pass


class ActivityChooseResultsView(NewestFirst, ChooseResultsView):
    pass


class ActivityChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ActivityChooseView
    choose_results_view_class = ActivityChooseResultsView


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
    index_view_class = ActivityIndexView
    copy_view_class = DuplicateView
    chooser_viewset_class = ActivityChooserViewSet
    list_display = [
        "title",
        Column("format", label=_("Format"), accessor=format_label, sort_key="format"),
        "skill",
        "purpose",
        "veracity",
        Column(
            "language", label=_("Language"), accessor=language_of, sort_key="locale"
        ),
        Column("difficulty", label=_("Right at first"), accessor=difficulty_of),
        StatusColumn(_("Status")),
        OutdatedColumn(),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Activity]:
        activities = Activity.objects.select_related("skill", "locale")
        return activities.annotate(is_outdated=is_outdated()).order_by("-pk")


class SkillViewSet(SnippetViewSet):
    """What activities train."""

    model = Skill
    icon = "tag"
    menu_label = _("Skills")
    menu_name = "skills"
    menu_order = 130
    add_to_admin_menu = True
    list_display = [
        "title",
        "description",
        LocaleColumn(label=_("Language")),
        OutdatedColumn(),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Skill]:
        return Skill.objects.annotate(is_outdated=is_outdated())
