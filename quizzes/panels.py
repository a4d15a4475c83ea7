"""What the bank brings to the first screen of the CMS."""

from django.db.models import F
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from literacy.formats import has_native_digits
from literacy.panels import DRAFTS, Entry, Waiting

from .access import may_see
from .models import Activity, Skill


def dashboard_entries(request: HttpRequest) -> list[Entry]:
    """Return the ways to the activities and to the skills."""
    entries = [
        (Activity, _("Activities"), _("Questions, feeds and chats, ready to use")),
        (Skill, _("Skills"), _("What the activities train")),
    ]
    return [
        Entry(
            label=label,
            text=text,
            url=reverse(model.snippet_viewset.get_url_name("list")),
            icon=model.snippet_viewset.icon,
            order=model.snippet_viewset.menu_order,
        )
        for model, label, text in entries
        if may_see(request.user, model)
    ]


def waiting_drafts(request: HttpRequest) -> list[Waiting]:
    """Return the activities that were changed last and are not published yet."""
    if not may_see(request.user):
        return []
    drafts = (
        Activity.objects.filter(has_unpublished_changes=True)
        .select_related("locale", "latest_revision")
        .order_by(F("latest_revision__created_at").desc(nulls_last=True))
    )
    name = Activity.snippet_viewset.get_url_name("edit")
    return [
        Waiting(
            title=activity.title,
            kind=_("Activity"),
            language=activity.locale.get_display_name(),
            url=reverse(name, args=[activity.pk]),
            since=getattr(activity.latest_revision, "created_at", None),
        )
        for activity in drafts[:DRAFTS]
    ]


def spot_styles() -> str:
    return format_html(
        '<link rel="stylesheet" href="{}">', static("css/admin-spots.css")
    )


def spot_scripts() -> str:
    """Places of an inspector are set on its picture; here are the words for it."""
    return format_html(
        '<script src="{}" data-hint="{}" data-places="{}" data-numbers="{}"></script>',
        static("js/admin/spot-picker.js"),
        _("Choose a place by its number, then click or drag on the picture."),
        _("Places"),
        "ar-u-nu-arab" if has_native_digits(get_language() or "") else "en",
    )
