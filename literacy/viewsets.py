"""Help resources in the CMS: whoever waits longest for a check stands first."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import (
    Column,
    DateColumn,
    LiveStatusTagColumn,
    LocaleColumn,
)
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from .help import ASKED_AFTER, HELP_KINDS, HIDDEN_AFTER, NOTED_AFTER
from .models import HelpResource
from .panels import Note
from .translation.columns import OutdatedColumn
from .translation.queries import is_outdated

FRESH, ASKED, HIDDEN, EXAMPLE = "fresh", "asked", "hidden", "example"
STATES: list[tuple[str, Any]] = [
    (ASKED, _("Needs verification")),
    (HIDDEN, _("Hidden: not verified")),
    (FRESH, _("Verified")),
    (EXAMPLE, _("Invented example")),
]


def state_of(resource: HelpResource) -> str:
    if resource.is_example:
        return EXAMPLE
    if resource.verified_on is None:
        return HIDDEN
    age = (timezone.localdate() - resource.verified_on).days
    return HIDDEN if age >= HIDDEN_AFTER else ASKED if age >= ASKED_AFTER else FRESH


def state_label(resource: HelpResource) -> Any:
    return dict(STATES)[state_of(resource)]


def in_state(state: str) -> Q:
    """Return the filter of a state; what is hidden needs verification too."""
    today = timezone.localdate()
    asked = Q(verified_on=None) | Q(verified_on__lte=today - timedelta(ASKED_AFTER))
    hidden = Q(verified_on=None) | Q(verified_on__lte=today - timedelta(HIDDEN_AFTER))
    real = Q(is_example=False)
    return {
        ASKED: asked & real,
        HIDDEN: hidden & real,
        FRESH: ~asked & real,
        EXAMPLE: ~real,
    }[state]


class HelpFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("Verification"),
        choices=STATES,
        method="keep_state",
        widget=forms.RadioSelect,
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=HELP_KINDS, widget=forms.RadioSelect
    )

    class Meta:
        model = HelpResource
        fields = ["state", "kind", "under18_ok"]

    def keep_state(
        self, resources: QuerySet[HelpResource], name: str, value: str
    ) -> QuerySet[HelpResource]:
        return resources.filter(in_state(value))


class HelpResourceViewSet(SnippetViewSet):
    """Who helps, and when somebody last called there."""

    model = HelpResource
    icon = "group"
    menu_label = _("Help resources")
    menu_name = "help-resources"
    menu_order = 140
    add_to_admin_menu = True
    list_per_page = 50
    filterset_class = HelpFilterSet
    list_display = [
        "name",
        Column("state", label=_("Verification"), accessor=state_label),
        DateColumn("verified_on", label=_("Verified on"), sort_key="verified_on"),
        "kind",
        LocaleColumn(label=_("Language")),
        LiveStatusTagColumn(label=_("Status")),
        OutdatedColumn(),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[HelpResource]:
        resources = HelpResource.objects.select_related("locale")
        return resources.annotate(is_outdated=is_outdated()).order_by(
            "is_example", F("verified_on").asc(nulls_first=True), "name"
        )


def help_notes(request: HttpRequest) -> list[Note]:
    """Say on the first screen how many resources the public will soon not see."""
    policy = ModelPermissionPolicy(HelpResource)
    if not policy.user_has_any_permission(request.user, {"add", "change"}):
        return []
    today = timezone.localdate()
    ending = HelpResource.objects.filter(
        live=True,
        is_example=False,
        verified_on__gt=today - timedelta(HIDDEN_AFTER),
        verified_on__lte=today - timedelta(NOTED_AFTER),
    )
    count = ending.values("translation_key").distinct().count()
    if not count:
        return []
    text = ngettext(
        "%(n)d help resource is hidden within two weeks unless it is verified",
        "%(n)d help resources are hidden within two weeks unless they are verified",
        count,
    )
    url = reverse(HelpResource.snippet_viewset.get_url_name("list"))
    return [Note(text % {"n": count}, f"{url}?state={ASKED}")]
