"""What one screen shows of the base: the help page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from .forms import HelpForm
from .help import HELP_KINDS
from .models import HelpPage, HelpResource


@dataclass(frozen=True)
class HelpCard:
    """One resource as the page shows it; lists hold labels."""

    name: str
    kind: Any
    what_for: str
    confidentiality_note: str
    hours: str
    languages: list[Any]
    under18_ok: bool
    phone: str
    phone_url: str
    url: str
    address: str
    is_example: bool


def help_screen(page: HelpPage, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the help page shows; what was asked but is unknown is left aside."""
    form = HelpForm(asked)
    form.is_valid()
    wanted = {name: value for name, value in form.cleaned_data.items() if value}
    shown = HelpResource.objects.shown(timezone.localdate())
    resources = shown.filter(locale_id=page.locale_id)
    order = [kind for kind, _label in HELP_KINDS]
    found = [one for one in resources if fits(one, wanted)]
    found.sort(key=lambda one: (one.is_example, order.index(one.kind), one.name))
    return {
        "robots": "noindex" if wanted else "",
        "form": form,
        "is_asked": bool(wanted),
        "steps": [step.value for step in page.first_steps],
        "resources": [card_of(resource) for resource in found],
    }


def fits(resource: HelpResource, wanted: Mapping[str, Any]) -> bool:
    """Tell whether it helps there, with that, and at that age."""
    region, topic = wanted.get("region"), wanted.get("topic")
    return (
        (not region or not resource.regions or region in resource.regions)
        and (not topic or not resource.topics or topic in resource.topics)
        and (not wanted.get("under18") or resource.under18_ok)
    )


def card_of(resource: HelpResource) -> HelpCard:
    spoken: Any = HelpResource._meta.get_field("languages")
    return HelpCard(
        name=resource.name,
        kind=dict(HELP_KINDS).get(resource.kind, ""),
        what_for=resource.what_for,
        confidentiality_note=resource.confidentiality_note,
        hours=resource.hours,
        languages=spoken.labels(resource.languages),
        under18_ok=resource.under18_ok,
        phone=resource.phone,
        phone_url=f"tel:{resource.phone.replace(' ', '')}",
        url=resource.url,
        address=resource.url.removeprefix("https://").rstrip("/"),
        is_example=resource.is_example,
    )
